import NewsArchive

/// One kind of item as the API shows it: its keys, what its list is filtered, counted and ordered by, its formats.
///
/// The generic list and item endpoints, their parameters and every format are made from this description.
final class Resource: Sendable {
  /// What the items are; nil where a list mixes kinds.
  let kind: ItemKind?
  let properties: [Property]
  let dimensions: [Dimension]
  /// The date that `from` and `to` ask about; nil for items without one.
  let date: (@Sendable (Archive, Int) -> UncertainDate?)?
  /// The default first.
  let sorts: [Sort]
  let formats: [Format]
  /// What feeds, calendars and timelines need of an item.
  let entry: (@Sendable (Archive, Int) -> Entry)?

  init(
    kind: ItemKind?, properties: [Property], dimensions: [Dimension] = [],
    date: (@Sendable (Archive, Int) -> UncertainDate?)? = nil, sorts: [Sort], formats: [Format],
    entry: (@Sendable (Archive, Int) -> Entry)? = nil
  ) {
    self.kind = kind
    self.properties = properties
    self.dimensions = dimensions
    self.date = date
    self.sorts = sorts
    self.formats = formats
    self.entry = entry
  }

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

  /// Where the list is.
  var path: String { kind?.listURL ?? "/search" }

  /// The items among all that can be searched; nil if they cannot be.
  func documents(in archive: Archive) -> Range<Int>? {
    switch kind {
    case .articles: archive.documents(of: .article)
    case .teasers: archive.documents(of: .teaser)
    case .partners: archive.documents(of: .partner)
    case .cooperations: archive.documents(of: .cooperation)
    case .events: archive.documents(of: .event)
    case .timelines, .sources: nil
    case nil: 0..<archive.documentCount
    }
  }

  /// Adds the id of an item to a text.
  func appendID(_ index: Int, in archive: Archive, to text: inout TextBuffer) {
    let (kind, item) = kind.map { ($0, index) } ?? archive.item(index).address
    kind.appendID(item, in: archive, to: &text)
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

  var isByDate: Bool {
    if case .date = key { true } else { false }
  }
}

/// An item as a feed, a calendar or a timeline shows it.
struct Entry {
  let id: String
  let url: String
  let title: String
  let text: String
  let date: UncertainDate?
  let tags: [String]

  /// The item's own day, or the first of several.
  var day: CalendarDate? { date?.ownDays?.lowerBound }
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
