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

  func url(_ index: Int, in archive: Archive) -> String { url(id: id(index, in: archive)) }

  /// Where the item of an id is. Ids but a source's are slugs and hashes: nothing in them needs an escape.
  func url(id: String) -> String { listURL + "/" + (self == .sources ? id.percentEncoded(keeping: "/") : id) }

  /// What the item is called where another names it.
  func title(_ index: Int, in archive: Archive) -> String {
    func title(_ kicker: TextRange?, _ headline: TextRange, _ source: Int) -> String {
      (kicker.map { archive.text($0, in: source) + ": " } ?? "") + archive.text(headline, in: source)
    }
    switch self {
    case .articles:
      let article = archive.articles[index]
      return title(article.kicker, article.headline, article.source)
    case .teasers:
      let teaser = archive.teasers[index]
      return title(teaser.kicker, teaser.title, teaser.source)
    case .partners: return archive.partners[index].name
    case .cooperations: return archive.cooperations[index].title
    case .events: return archive.events[index].title
    case .timelines: return archive.timelines[index].title
    case .sources: return archive.sources[index].file.name
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
    let id = kind.id(index, in: archive)
    writer.member("id", id)
    writer.member("title", kind.title(index, in: archive))
    writer.member("url", kind.url(id: id))
  }

  func write(to writer: inout JSONWriter) { writer.object(members) }

  var cells: [String] { [kind.id(index, in: archive)] }
}
