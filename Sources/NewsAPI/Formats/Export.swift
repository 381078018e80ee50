import HTTP
import NewsArchive

/// A list as a file of any size: made piece by piece while it is sent, never held whole.
struct Export: Sendable {
  var head: [UInt8] = []
  var tail: [UInt8] = []
  /// The items in order; `write` knows what they are indices of.
  let items: [Int]
  /// The bytes of one item; `isFirst` where nothing stands before it that needs a separator.
  let write: @Sendable (_ item: Int, _ isFirst: Bool) -> [UInt8]

  /// The file's content: bytes if one piece holds it, else pieces.
  var body: Body {
    var pieces = Pieces(self)
    guard let first = pieces.next() else { return .bytes(SharedBytes([])) }
    guard pieces.next() != nil else { return .bytes(SharedBytes(first)) }
    return .chunks {
      var pieces = Pieces(self)
      return { pieces.next() }
    }
  }

  /// Pieces of 65,536 bytes, the last one of 1 or more.
  private struct Pieces {
    private static let largest = 65_536
    private let export: Export
    private var pending: [UInt8]
    /// The next item to be written; the tail comes behind the last one.
    private var position = 0

    init(_ export: Export) {
      self.export = export
      pending = export.head
    }

    mutating func next() -> [UInt8]? {
      while pending.count < Self.largest, position <= export.items.count {
        pending += position < export.items.count ? export.write(export.items[position], position == 0) : export.tail
        position += 1
      }
      guard !pending.isEmpty else { return nil }
      let piece = Array(pending.prefix(Self.largest))
      pending.removeFirst(piece.count)
      return piece
    }
  }
}

extension Selection {
  /// The items as a file; nil for a format that is none.
  func export(as format: Format) -> Export? {
    let (archive, resource) = (generation.archive, resource)
    let properties = resource.properties(arguments.list("fields"), inList: true)
    switch format {
    case .csv:
      let csv = CSV(arguments)
      return Export(head: csv.head(properties.flatMap(\.columns)), items: items) { item, _ in
        csv.row(properties.flatMap { $0.cells(archive, item) })
      }
    case .feed:
      let feed = Feed(self)
      return Export(head: feed.jsonHead, tail: feed.jsonTail, items: feed.items) {
        Entry($0, of: resource, in: archive)?.jsonItem(isFirst: $1) ?? []
      }
    case .atom:
      let feed = Feed(self)
      return Export(head: feed.atomHead, tail: feed.atomTail, items: feed.items) { item, _ in
        Entry(item, of: resource, in: archive)?.atomEntry ?? []
      }
    case .ics:
      let feed = Feed(self)
      return Export(head: feed.calendarHead, tail: feed.calendarTail, items: feed.items) { item, _ in
        Entry(item, of: resource, in: archive)?.calendarEvent ?? []
      }
    case .ndjson:
      return Export(items: items) { item, _ in
        JSONWriter.document { $0.members(of: item, properties, in: archive) }
      }
    case .json, .timelinejs, .mermaid, .text: return nil
    }
  }
}
