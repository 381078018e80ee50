import HTTP
import NewsArchive

/// One archive as it is served: with the tables its lists are made from, valid until the next one takes over.
public final class Generation: Sendable {
  let archive: Archive
  let validity = Validity()
  private let tables: [Table]
  private let hits: Table

  init(_ archive: Archive) {
    self.archive = archive
    let kinds = ItemKind.allCases.map(Resource.of)
    let dates = concurrentMap(count: kinds.count) { number in
      Dates(count: kinds[number].documents(in: archive)?.count ?? 0) { kinds[number].date?(archive, $0) }
    }
    let byDate = DateOrder(archive, dates)
    // The ids that other items are told apart by, once for all tables.
    let named = [ItemKind.partners, .sources]
    let lists = concurrentMap(count: named.count) { number in
      Names((0..<named[number].count(in: archive)).map { named[number].id($0, in: archive) })
    }
    let names = Dictionary(uniqueKeysWithValues: zip(named, lists))
    tables = concurrentMap(count: kinds.count) { Table(kinds[$0], of: archive, dates: dates[$0], byDate, names) }
    let searched = zip(kinds, tables).filter { $0.0.documents(in: archive) != nil }.map { $1 }
    hits = Table(.hits, of: archive, dates: Dates(count: 0) { _ in nil }, byDate, names, parts: searched)
  }

  func table(_ resource: Resource) -> Table { tables.first { $0.kind == resource.kind } ?? hits }

  /// Where the item of an id is.
  func find(_ id: String, _ kind: ItemKind) -> Lookup {
    switch kind {
    case .articles: archive.article(id: id)
    case .teasers: archive.teaser(id: id)
    case .sources: archive.source(name: id).map(Lookup.found) ?? .missing
    case .partners: archive.partner(id: id)
    case .cooperations: archive.cooperation(id: id)
    case .events: archive.event(id: id)
    case .timelines: archive.timeline(id: id)
    }
  }

  /// Links to the items whose ids begin most like this one: at most three, the first of equals first, of the first
  /// 10,000, so that wrong questions cost no more than right ones.
  func nearest(_ id: String, _ kind: ItemKind) -> [String] {
    let items = 0..<min(kind.count(in: archive), 10_000)
    if kind == .partners, let near = id.nearest(of: items.lazy.map { [archive] in kind.id($0, in: archive) }) {
      return [kind.url(id: near)]
    }
    let near = items.map { index in
      (shared: zip(id.utf8, kind.id(index, in: archive).utf8).prefix { $0 == $1 }.count, index: index)
    }.filter { $0.shared >= 4 }
    return near.sorted { ($1.shared, $0.index) < ($0.shared, $1.index) }.prefix(3).map {
      kind.url($0.index, in: archive)
    }
  }
}
