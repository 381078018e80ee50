import NewsArchive

/// One kind of item as the API shows it: its keys, what its list is filtered, counted and ordered by, its formats.
///
/// The generic list and item endpoints, their parameters and every format are made from this description.
struct Resource: Sendable {
  /// What the items are; nil where a list mixes kinds.
  let kind: ItemKind?
  let properties: [Property]
  var dimensions: [Dimension] = []
  /// The date that `from` and `to` ask about; nil for items without one.
  var date: (@Sendable (Archive, Int) -> UncertainDate?)?
  /// The default first.
  let sorts: [Sort]
  let formats: [Format]
  /// What feeds, calendars and timelines show of an item beside its title: its words and what it is filed under.
  var content: (@Sendable (Archive, Int) -> (text: String, tags: [String]))?

  static func of(_ kind: ItemKind) -> Resource {
    switch kind {
    case .articles: articles
    case .teasers: teasers
    case .partners: partners
    case .cooperations: cooperations
    case .events: events
    case .timelines: timelines
    case .sources: sources
    }
  }

  var path: String { kind?.listURL ?? "/search" }

  /// The items among all that can be searched; nil if they cannot be.
  func documents(in archive: Archive) -> Range<Int>? {
    guard let kind else { return 0..<archive.documentCount }
    return SearchItem.Kind(rawValue: kind.singular).map(archive.documents)
  }

  /// The properties to write: those asked for, or all that a list (or a whole item) has, always in the resource's order.
  func properties(_ fields: [String], inList: Bool) -> [Property] {
    fields.isEmpty
      ? properties.filter { $0.isListed || !inList }
      : properties.filter { fields.contains($0.name) }
  }
}

extension JSONWriter {
  /// What an item is made of.
  mutating func members(of index: Int, _ properties: [Property], in archive: Archive) {
    for property in properties {
      key(property.name)
      property.write(archive, index, &self)
    }
  }
}

/// How a list can be ordered. Ties end in the id, ascending.
struct Sort: Sendable {
  enum Key: Sendable {
    /// The order the archive keeps its items in.
    case archiveOrder
    /// By how well the item matches `q`.
    case score
    /// By the first day the resource's date can mean, then the last; undated last both ways.
    case date
    case text(@Sendable (Archive, Int) -> String)
    case number(@Sendable (Archive, Int) -> Int)
  }

  /// As `sort` names it, with `-` for descending.
  let name: String
  let key: Key

  var isDescending: Bool { name.hasPrefix("-") }
}

/// An item as a feed, a calendar or a timeline shows it.
struct Entry {
  let id: String
  let url: String
  let title: String
  let text: String
  let date: UncertainDate?
  let tags: [String]

  /// Nil for an item of a resource without words.
  init?(_ index: Int, of resource: Resource, in archive: Archive) {
    guard let kind = resource.kind, let content = resource.content?(archive, index) else { return nil }
    id = kind.id(index, in: archive)
    url = kind.url(index, in: archive)
    title = kind.title(index, in: archive)
    date = resource.date?(archive, index)
    (text, tags) = content
  }
}

extension UncertainDate {
  /// The day, or the first and the last of several; nil where the date is less exact or a rule's work.
  var ownDays: ClosedRange<CalendarDate>? {
    guard basis != .inferred else { return nil }
    if case .day(let day) = extent { return day...day }
    if case .days(let first, let last) = extent, first <= last { return first...last }
    return nil
  }
}
