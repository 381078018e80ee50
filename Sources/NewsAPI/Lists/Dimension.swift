import NewsArchive

/// A way to tell the items of a list apart by value: one description is both the filter and the facet of that name.
struct Dimension: Sendable {
  /// What a dimension's values are read from.
  enum Values: Sendable {
    case words(@Sendable (Archive, Int) -> [String])
    /// The ids of other items.
    case items(ItemKind, @Sendable (Archive, Int) -> [Int])
    /// What kind of item it is.
    case kind
    /// As the dimension of this name tells the items of each kind that a list mixes.
    case parts
    /// Periods that the item's date can lie in, written as their first 4 (years) or 7 (months) characters.
    case period(length: Int)
  }

  let name: String
  let values: Values
  /// The only values there are; empty where the pages decide.
  var choices: [String] = []
  /// Whether it may be given several times, meaning all of them.
  var repeats = false
  var isFacet = true
  /// Whether a parameter of this name filters; a period is asked for with `from` and `to`.
  var isFilter = true

  /// The parameters this dimension filters by: what its facet's own counts leave out of account.
  var parameters: [String] { isFilter ? [name] : ["from", "to", "date_match"] }

  /// What a partner is called, with the scope that tells it from others of that name; nil for other values.
  func title(of value: String, in archive: Archive) -> String? {
    guard name == "partner", case .found(let index) = archive.partner(id: value) else { return nil }
    let partner = archive.partners[index]
    return partner.name + (partner.scope.map { " (" + archive.partners[$0].name + ")" } ?? "")
  }

  /// The link's question with this dimension narrowed to one value.
  func apply(_ value: String, to link: Link) -> Link {
    link.replacing(
      parameters + ["offset"], with: isFilter ? [(name, value)] : [("from", value), ("to", value)])
  }
}

extension Dimension {
  /// A dimension of words.
  init(_ name: String, _ words: @escaping @Sendable (Archive, Int) -> [String]) {
    self.init(name: name, values: .words(words))
  }

  /// A dimension of named values.
  init<Choice: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ name: String, isFacet: Bool = true, _ values: @escaping @Sendable (Archive, Int) -> [Choice]
  ) {
    self.init(
      name: name, values: .words { values($0, $1).map(\.rawValue) }, choices: Choice.allCases.map(\.rawValue),
      isFacet: isFacet)
  }

  static func passage(
    _ name: String, _ passage: @escaping @Sendable (Archive, Int) -> Passage?
  ) -> Dimension {
    Dimension(name) { passage($0, $1).map { [$0.text] } ?? [] }
  }

  static func partner(_ indices: @escaping @Sendable (Archive, Int) -> [Int]) -> Dimension {
    Dimension(name: "partner", values: .items(.partners, indices), repeats: true)
  }

  static func source(_ indices: @escaping @Sendable (Archive, Int) -> [Int]) -> Dimension {
    Dimension(name: "source", values: .items(.sources, indices))
  }

  static let year = Dimension(name: "year", values: .period(length: 4), isFilter: false)
  static let month = Dimension(name: "month", values: .period(length: 7), isFilter: false)

  /// What its filter can be: one of two, any of some, or any words.
  var parameter: Parameter {
    let values: Parameter.Values = choices.isEmpty ? .words : choices.count == 2 ? .choice(choices) : .choices(choices)
    return Parameter(name: name, values: values, repeats: repeats)
  }
}
