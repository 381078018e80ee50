import HTTP
import NewsArchive

/// A list as a file of any size: made piece by piece while it is sent, never held whole.
struct Export: Sendable {
  private let head: [UInt8]
  private let tail: [UInt8]
  private let items: [Int]
  /// The bytes of one item; `isFirst` where nothing stands before it that needs a separator.
  private let write: @Sendable (_ item: Int, _ isFirst: Bool) -> [UInt8]

  init(_ selection: Selection, format: Format, items: [Int]) {
    let archive = selection.generation.archive
    let resource = selection.resource
    let fields = selection.arguments.list("fields")
    let entry: @Sendable (Int) -> Entry? = { resource.entry?(archive, $0) }
    var shown = items
    switch format {
    case .csv:
      let columns = resource.properties(fields, inList: true).flatMap(\.columns)
      head = CSV.row(columns.map(\.name))
      tail = []
      write = { item, _ in CSV.row(columns.map { $0.cell(archive, item) }) }
    case .feed, .atom, .ics:
      // Feeds and calendars need an instant, so what has no day of its own is left out and counted.
      shown = items.filter { entry($0)?.day != nil }
      let form = Feed(
        title: "Newsdesk: " + resource.kind.rawValue, link: selection.arguments.link.description,
        home: resource.kind.listURL, undated: items.count - shown.count,
        newest: shown.compactMap { entry($0)?.day }.max())
      switch format {
      case .feed: (head, tail, write) = (form.jsonHead, form.jsonTail, { entry($0)?.jsonItem(isFirst: $1) ?? [] })
      case .atom: (head, tail, write) = (form.atomHead, form.atomTail, { item, _ in entry(item)?.atomEntry ?? [] })
      case .ics, .json, .ndjson, .csv, .timelinejs, .mermaid, .text:
        (head, tail, write) = (form.calendarHead, form.calendarTail, { item, _ in entry(item)?.calendarEvent ?? [] })
      }
    case .json, .ndjson, .timelinejs, .mermaid, .text:
      let properties = resource.properties(fields, inList: true)
      head = []
      tail = []
      write = { item, _ in
        var writer = JSONWriter()
        writer.item(item, properties, in: archive)
        return writer.bytes + [UInt8(ascii: "\n")]
      }
    }
    self.items = shown
  }

  /// The file's content: bytes if one piece holds it, else pieces.
  var body: Body {
    let next = pieces()
    guard let first = next() else { return .empty }
    guard next() != nil else { return .bytes(SharedBytes(first)) }
    return .chunks { pieces() }
  }

  /// Pieces of 1 to 65,536 bytes, each as full as whole items make it.
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
