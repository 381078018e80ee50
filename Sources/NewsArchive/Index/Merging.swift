/// Brings together the sightings of the same item, in the order in which items were first seen.
struct Merging {
  private var places = WordTable<Int32>()
  private var items: [Int32] = []
  private var sightings: [Sighting] = []

  mutating func add(_ identity: Identity, _ sighting: Sighting) {
    let next = Int32(clamping: places.count)
    let place = places[identity.value]
    if place == nil { places[identity.value] = next }
    items.append(place ?? next)
    sightings.append(sighting)
  }

  /// The sightings by item. O(*n*).
  consuming func merged() -> Merged {
    var starts = Array(repeating: 0, count: places.count + 1)
    for item in items { starts[Int(item) + 1] += 1 }
    for item in starts.indices.dropFirst() { starts[item] += starts[item - 1] }
    var next = starts
    var sorted = sightings
    for (sighting, item) in zip(sightings, items) {
      sorted[next[Int(item)]] = sighting
      next[Int(item)] += 1
    }
    return Merged(items: items.map { Int($0) }, starts: starts, sorted: sorted)
  }
}

/// Sightings, brought together.
struct Merged: Sendable {
  /// The item of each sighting, in the order in which they were added.
  let items: [Int]
  fileprivate let starts: [Int]
  fileprivate let sorted: [Sighting]

  /// The number of items.
  var count: Int { starts.count - 1 }

  /// The sightings of an item, in the order in which they were added; never empty.
  func sightings(of item: Int) -> [Sighting] { Array(sorted[starts[item]..<starts[item + 1]]) }
}
