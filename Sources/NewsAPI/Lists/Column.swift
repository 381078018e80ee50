import NewsArchive

/// The values of a dimension, numbered in the order of their names.
final class Names: Sendable {
  private enum Values: Sendable {
    case words([String])
    /// The ids of items: their indices in that order.
    case items(ItemKind, Archive, [Int32])
  }

  private let values: Values
  /// Numbers in the order of their folded names.
  private let byFolded: [Int32]

  init(_ words: [String]) {
    values = .words(words)
    byFolded = Names.order(words.map(\.folded))
  }

  /// The ids of all items of a kind.
  init(_ kind: ItemKind, in archive: Archive) {
    let ids = (0..<kind.count(in: archive)).map { kind.id($0, in: archive) }
    let order = Names.order(ids)
    values = .items(kind, archive, order)
    byFolded = Names.order(order.map { ids[Int($0)].folded })
  }

  private static func order(_ words: [String]) -> [Int32] {
    words.indices.sorted { (words[$0], $0) < (words[$1], $1) }.map { Int32($0) }
  }

  /// How many values there are.
  var count: Int { byFolded.count }

  subscript(number: Int) -> String {
    switch values {
    case .words(let words): words[number]
    case .items(let kind, let archive, let order): kind.id(Int(order[number]), in: archive)
    }
  }

  /// What a partner is called, with the scope that tells it from others of that name; nil for other values.
  func title(of number: Int) -> String? {
    guard case .items(.partners, let archive, let order) = values else { return nil }
    let partner = archive.partners[Int(order[number])]
    return partner.name + (partner.scope.map { " (" + archive.partners[$0].name + ")" } ?? "")
  }

  /// For each item of the kind its number.
  var numbersOfItems: [Int32] {
    guard case .items(_, _, let order) = values else { return [] }
    var numbers = order
    for (number, item) in order.enumerated() { numbers[Int(item)] = Int32(number) }
    return numbers
  }

  /// The numbers of the values that a filter's text names but for case, umlauts and marks: all of it, or any of its parts
  /// between commas. O(log *n*).
  func numbers(of text: String) -> Set<Int> {
    let whole = numbers(folded: text.folded)
    return Set(whole.isEmpty ? text.split(separator: ",").flatMap { numbers(folded: String($0).folded) } : whole)
  }

  private func numbers(folded text: String) -> [Int] {
    var range = 0..<byFolded.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let isBefore = self[Int(byFolded[middle])].folded < text
      range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return byFolded[range.lowerBound...].lazy.map { Int($0) }.prefix { self[$0].folded == text }.map(\.self)
  }
}

/// For each value of a dimension the items of a table that have it.
struct Column: Sendable {
  let names: Names
  private let items: Lists<Int32>

  /// A column of words.
  init(count: Int, _ words: (Int) -> [String]) {
    var numbers: [String: Int32] = [:]
    var values: [String] = []
    var rows = Lists<Int32>()
    for item in 0..<count {
      rows.append(
        words(item).map { word in
          let number = numbers[word] ?? Int32(values.count)
          if number == values.count {
            numbers[word] = number
            values.append(word)
          }
          return number
        })
    }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var places = order.map { Int32($0) }
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    self.init(Names(order.map { values[$0] }), rows, places)
  }

  /// A column whose values are other items of the archive.
  init(count: Int, _ names: Names, _ indices: (Int) -> [Int]) {
    var rows = Lists<Int32>()
    for item in 0..<count { rows.append(indices(item).lazy.map { Int32($0) }) }
    self.init(names, rows, names.numbersOfItems)
  }

  private init(_ names: Names, _ rows: Lists<Int32>, _ numbers: [Int32]) {
    self.names = names
    items = rows.inverted(count: names.count) { Int(numbers[Int($0)]) }
  }

  /// The items of a value, ascending.
  func items(of number: Int) -> ArraySlice<Int32> { items[number] }

  /// Adds to the count of each value the number of its items that are in a set (nil: all), where the first item has the
  /// number `base`.
  func count(in set: DocumentSet?, base: Int, into counts: inout [Int]) {
    for number in counts.indices { counts[number] += set?.count(of: items[number], from: base) ?? items[number].count }
  }
}
