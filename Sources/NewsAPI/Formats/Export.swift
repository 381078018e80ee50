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
    let next = pieces()
    guard let first = next() else { return .empty }
    guard next() != nil else { return .bytes(SharedBytes(first)) }
    return .chunks { pieces() }
  }

  /// Pieces of 65,536 bytes, the last one of 1 or more.
  private func pieces() -> () -> [UInt8]? {
    let largest = 65_536
    var pending = head
    var position = 0
    return {
      while pending.count < largest, position <= items.count {
        pending += position < items.count ? write(items[position], position == 0) : tail
        position += 1
      }
      guard !pending.isEmpty else { return nil }
      defer { pending.removeFirst(min(largest, pending.count)) }
      return Array(pending.prefix(largest))
    }
  }
}

extension Selection {
  /// These items as a file.
  func export(_ items: [Int], as format: Format) -> Export {
    let archive = generation.archive
    let properties = resource.properties(arguments.list("fields"), inList: true)
    let entry = resource.entry
    switch format {
    case .csv:
      let columns = properties.flatMap(\.columns)
      return Export(head: CSV.row(columns.map(\.name)), items: items) { item, _ in
        CSV.row(columns.map { $0.cell(archive, item) })
      }
    case .feed:
      let feed = Feed(self, items)
      return Export(head: feed.jsonHead, tail: feed.jsonTail, items: feed.items) {
        entry?(archive, $0).jsonItem(isFirst: $1) ?? []
      }
    case .atom:
      let feed = Feed(self, items)
      return Export(head: feed.atomHead, tail: feed.atomTail, items: feed.items) { item, _ in
        entry?(archive, item).atomEntry ?? []
      }
    case .ics:
      let feed = Feed(self, items)
      return Export(head: feed.calendarHead, tail: feed.calendarTail, items: feed.items) { item, _ in
        entry?(archive, item).calendarEvent ?? []
      }
    case .json, .ndjson, .timelinejs, .mermaid, .text:
      return Export(items: items) { item, _ in
        var writer = JSONWriter()
        writer.item(item, properties, in: archive)
        return writer.bytes + [UInt8(ascii: "\n")]
      }
    }
  }
}
