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

  func url(id: String) -> String {
    // Ids but a source's are slugs and hashes: nothing in them needs an escape.
    var url = listURL
    url += "/"
    url += self == .sources ? id.percentEncoded(keeping: "/") : id
    return url
  }

  /// What the item is called where another names it.
  func title(_ index: Int, in archive: Archive) -> String {
    switch self {
    case .articles:
      let article = archive.articles[index]
      let headline = archive.text(article.headline, in: article.source)
      return article.kicker.map { archive.text($0, in: article.source) + ": " + headline } ?? headline
    case .teasers:
      let teaser = archive.teasers[index]
      return archive.text(teaser.kicker, in: teaser.source) + ": " + archive.text(teaser.title, in: teaser.source)
    case .partners: return archive.partners[index].name
    case .cooperations:
      let cooperation = archive.cooperations[index]
      let names = cooperation.parties.map { archive.partners[$0.partner].name }
      let all =
        names.count < 2
        ? names.first ?? "" : names.dropLast().joined(separator: ", ") + " und " + names[names.count - 1]
      return cooperation.kindLabel + ": " + all
    case .events: return archive.events[index].title
    case .timelines: return archive.timelines[index].title
    case .sources: return archive.sources[index].file.name
    }
  }
}

extension JSONWriter {
  /// How one item names another: `{id, title, url}`.
  mutating func reference(_ kind: ItemKind, _ index: Int, in archive: Archive) {
    let id = kind.id(index, in: archive)
    object {
      $0.member("id", id)
      $0.member("title", kind.title(index, in: archive))
      $0.member("url", kind.url(id: id))
    }
  }
}
