/// Brings together the sightings of the same item, in the order in which items were first seen.
struct Merging {
  private var places = WordTable<Int32>()
  private var items = Lists<Int32>()
  private var sightings: [Sighting] = []

  mutating func add(_ identity: Identity, _ sighting: Sighting) {
    let next = Int32(clamping: places.count)
    let place = places[identity.value]
    if place == nil { places[identity.value] = next }
    items.append(CollectionOfOne(place ?? next))
    sightings.append(sighting)
  }

  /// The sightings by item. O(*n*).
  consuming func merged() -> Merged {
    Merged(
      items: items.elements, sightings: sightings, rows: items.inverted(count: places.count) { Int($0) })
  }
}

/// Sightings, brought together.
struct Merged: Sendable {
  /// The item of each sighting, in the order in which they were added.
  let items: [Int32]
  fileprivate let sightings: [Sighting]
  fileprivate let rows: Lists<Int32>

  /// The number of items.
  var count: Int { rows.count }

  /// The sightings of an item, in the order in which they were added; never empty.
  func sightings(of item: Int) -> [Sighting] { rows[item].map { sightings[Int($0)] } }
}
