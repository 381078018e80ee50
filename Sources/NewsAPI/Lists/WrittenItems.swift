import NewsArchive
import Synchronization

/// The JSON of a table's items as lists show them, each written once.
///
/// An item's JSON costs many times what it costs to copy, above all its evidence, and the same few hundred items are in
/// every list of a small archive. So each has a place, given by its number, and the first that comes to a place keeps it
/// as long as the archive is served: nothing is ever driven out. Event loops meet here without a lock: who looks at a
/// place sees nothing there or a finished text.
///
/// A table keeps at most `mostPlaces` × `largest` bytes, 4 MB; a real one a quarter of that.
struct WrittenItems: Sendable {
  private final class Item: Sendable {
    let number: Int
    let json: [UInt8]

    init(_ number: Int, _ json: [UInt8]) {
      self.number = number
      self.json = json
    }
  }

  private final class Place: Sendable {
    let item = AtomicLazyReference<Item>()
  }

  static let mostPlaces = 512
  /// The longest text that is kept, in bytes.
  static let largest = 8_192

  private let places: [Place]

  /// Nothing yet, and places for a table of so many items.
  init(count: Int) { places = (0..<min(count, Self.mostPlaces)).map { _ in Place() } }

  /// What an item was written as; nil if that is not kept.
  subscript(number: Int) -> [UInt8]? {
    guard let item = places[number % places.count].item.load(), item.number == number else { return nil }
    return item.json
  }

  /// Keeps what an item was written as, if there is room.
  func keep(_ number: Int, _ json: Span<UInt8>) {
    let place = places[number % places.count]
    guard json.count <= Self.largest, place.item.load() == nil else { return }
    _ = place.item.storeIfNil(Item(number, unsafe json.withUnsafeBufferPointer { unsafe Array($0) }))
  }
}
