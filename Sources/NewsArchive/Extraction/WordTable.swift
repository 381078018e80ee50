/// A dictionary whose keys are word hashes already: probing starts at the key itself, and a look-up costs a few
/// nanoseconds, which the standard dictionary's keyed hashing does not.
struct WordTable<Value: Sendable>: Sendable {
  /// Zero marks an empty place; no word hashes to it in practice, and a word that did would only not be found.
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var values: [Value?] = Array(repeating: nil, count: 64)
  private(set) var count = 0

  private func place(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    var place = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while keys[place] != key, keys[place] != 0 { place = (place &+ 1) & mask }
    return place
  }

  subscript(key: UInt64) -> Value? {
    get { values[place(of: key)] }
    set {
      guard let newValue, key != 0 else { return }
      if 2 * (count + 1) > keys.count { grow() }
      let place = place(of: key)
      if keys[place] == 0 { count += 1 }
      keys[place] = key
      values[place] = newValue
    }
  }

  /// Takes in all that another holds.
  mutating func merge(_ other: WordTable) {
    for (key, value) in zip(other.keys, other.values) { self[key] = value }
  }

  private mutating func grow() {
    let old = zip(keys, values)
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: nil, count: keys.count)
    for (key, value) in old where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
