import HTTP
import NewsArchive

/// What has an address of its own: the kinds of item, where each is listed, and how one is named.
enum ItemKind: String, Sendable, CaseIterable {
  case articles, teasers, partners, cooperations, events, timelines, sources

  /// One of them, in a sentence.
  var singular: String { String(rawValue.dropLast()) }
  /// Where they are listed.
  var listURL: String { "/" + rawValue }

  func count(in archive: Archive) -> Int {
    switch self {
    case .articles: archive.articles.count
    case .teasers: archive.teasers.count
    case .partners: archive.partners.count
    case .cooperations: archive.cooperations.count
    case .events: archive.events.count
    case .timelines: archive.timelines.count
    case .sources: archive.sources.count
    }
  }

  func id(_ index: Int, in archive: Archive) -> String {
    switch self {
    case .articles: archive.articles[index].id
    case .teasers: archive.teasers[index].id
    case .partners: archive.partners[index].id
    case .cooperations: archive.cooperations[index].id
    case .events: archive.events[index].id
    case .timelines: archive.timelines[index].id
    case .sources: archive.sources[index].file.name
    }
  }

  /// Adds an id to a text.
  func appendID(_ index: Int, in archive: Archive, to text: inout TextBuffer) {
    switch self {
    case .cooperations: archive.cooperations[index].appendID(to: &text)
    case .events: archive.events[index].appendID(to: &text)
    case .articles, .teasers, .partners, .timelines, .sources: text.append(id(index, in: archive))
    }
  }

  func url(_ index: Int, in archive: Archive) -> String { String { appendURL(index, in: archive, to: &$0) } }

  func url(id: String) -> String { listURL + "/" + (self == .sources ? id.percentEncoded(keeping: "/") : id) }

  /// Adds a URL to a text, where the id may stand already.
  func appendURL(_ index: Int, in archive: Archive, to text: inout TextBuffer, written id: Range<Int>? = nil) {
    text.append(UInt8(ascii: "/"))
    text.append(rawValue)
    text.append(UInt8(ascii: "/"))
    // Ids but a source's are slugs and hashes: nothing in them needs an escape.
    if self == .sources {
      text.append(archive.sources[index].file.name.percentEncoded(keeping: "/"))
    } else if let id {
      text.append(again: id)
    } else {
      appendID(index, in: archive, to: &text)
    }
  }

  /// What the item is called where another names it.
  func title(_ index: Int, in archive: Archive) -> String { String { appendTitle(index, in: archive, to: &$0) } }

  /// Adds what the item is called to a text.
  func appendTitle(_ index: Int, in archive: Archive, to text: inout TextBuffer) {
    switch self {
    case .articles:
      let file = archive.sources[archive.articles[index].source].file
      if let kicker = archive.articles[index].kicker {
        file.append(kicker, to: &text)
        text.append(": ")
      }
      file.append(archive.articles[index].headline, to: &text)
    case .teasers:
      let file = archive.sources[archive.teasers[index].source].file
      file.append(archive.teasers[index].kicker, to: &text)
      text.append(": ")
      file.append(archive.teasers[index].title, to: &text)
    case .partners: text.append(archive.partners[index].name)
    case .cooperations: archive.cooperations[index].appendTitle(to: &text)
    case .events: archive.events[index].appendTitle(to: &text)
    case .timelines: text.append(archive.timelines[index].title)
    case .sources: text.append(archive.sources[index].file.name)
    }
  }
}

/// How one item names another: `{id, title, url}`, in a table by its id.
struct Reference: JSONValue {
  private let kind: ItemKind
  private let index: Int
  private let archive: Archive

  init(_ kind: ItemKind, _ index: Int, in archive: Archive) {
    (self.kind, self.index, self.archive) = (kind, index, archive)
  }

  func members(_ writer: inout JSONWriter) {
    writer.key("id")
    let id = writer.string { kind.appendID(index, in: archive, to: &$0) }
    writer.key("title")
    writer.string { kind.appendTitle(index, in: archive, to: &$0) }
    writer.key("url")
    writer.string { kind.appendURL(index, in: archive, to: &$0, written: id) }
  }

  func write(to writer: inout JSONWriter) { writer.object(members) }

  var cells: [String] { [kind.id(index, in: archive)] }
}
