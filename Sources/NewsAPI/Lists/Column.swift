import NewsArchive

/// The values of a dimension, numbered in their order.
final class Names: Sendable {
  /// By number.
  let words: [String]
  /// The numbers of the values, in the order they were given in.
  let numbers: [Int32]
  /// The numbers of the values that are one but for case, umlauts and marks.
  private let byFolded: [String: [Int]]
  /// Into how many parts commas cut a value at most; beyond eight it must be asked for alone.
  private let mostParts: Int

  /// Values that are given once each, in any order.
  init(_ given: [String]) {
    let order = given.indices.sorted { given[$0] < given[$1] }
    let words = order.map { given[$0] }
    self.words = words
    byFolded = Dictionary(grouping: words.indices) { words[$0].folded }
    mostParts = min(8, 1 + (words.lazy.map { $0.utf8.count { $0 == UInt8(ascii: ",") } }.max() ?? 0))
    var numbers = Array(repeating: Int32(0), count: given.count)
    for (number, place) in order.enumerated() { numbers[place] = Int32(number) }
    self.numbers = numbers
  }

  /// The numbers of the values that a filter's text names but for case, umlauts and marks, with commas between them. A value
  /// may have commas itself: as many parts as make one are taken together. O(*n*) in the parts.
  func numbers(of text: String) -> Set<Int> {
    if let whole = byFolded[text.folded] { return Set(whole) }
    var found: Set<Int> = []
    var parts = text.folded.split(separator: ",", omittingEmptySubsequences: false)[...]
    while !parts.isEmpty {
      let (count, numbers) = longestValue(at: parts)
      found.formUnion(numbers)
      parts = parts.dropFirst(count)
    }
    return found
  }

  /// The most parts at the beginning that are a value together, of at most as many as a value has.
  private func longestValue(at parts: ArraySlice<Substring>) -> (count: Int, numbers: [Int]) {
    for count in (1...min(parts.count, mostParts)).reversed() {
      if let found = byFolded[parts.prefix(count).joined(separator: ",")] { return (count, found) }
    }
    return (1, [])
  }
}

/// For each value of a dimension the items of a table that have it.
struct Column: Sendable {
  let names: Names
  private let lists: Lists<Int32>

  /// A column of words.
  init(count: Int, _ words: (Int) -> [String]) {
    var places: [String: Int32] = [:]
    var given: [String] = []
    var values = Lists<Int32>()
    for item in 0..<count {
      for word in words(item) {
        let place = places[word] ?? Int32(given.count)
        if place == given.count {
          places[word] = place
          given.append(word)
        }
        values.add(place)
      }
      values.close()
    }
    self.init(Names(given), values)
  }

  /// A column whose values are other items of the archive.
  init(count: Int, _ names: Names, _ indices: (Int) -> [Int]) {
    var values = Lists<Int32>()
    for item in 0..<count {
      for index in indices(item) { values.add(Int32(index)) }
      values.close()
    }
    self.init(names, values)
  }

  /// A column of the places that each item's values have among those given.
  private init(_ names: Names, _ values: Lists<Int32>) {
    self.names = names
    lists = values.mapItems { names.numbers[Int($0)] }.inverted(count: names.words.count)
  }

  /// The items of a value, ascending.
  func items(of number: Int) -> ArraySlice<Int32> { lists[number] }

  /// Adds to the count of each value the number of its items that are in a set (nil: all), where the first item has the
  /// number `base`.
  func count(in set: DocumentSet?, base: Int, into counts: inout [Int]) {
    if let set {
      set.count(lists.items, from: base, startingAt: lists.starts, into: &counts)
    } else {
      for number in counts.indices { counts[number] += lists[number].count }
    }
  }
}
