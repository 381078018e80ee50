import NewsArchive

/// The values of one dimension, and for each the items that have it.
struct Column: Sendable {
  /// The values as the pages write them, sorted.
  let values: [String]
  /// Where the items of each value begin in `members`; the last one is where all end.
  private let starts: [Int32]
  private let members: [Int32]
  /// Indices into `values` in the order of their folded forms.
  private let byFolded: [Int32]

  /// A column of words.
  init(count: Int, _ words: (Int) -> [String]) {
    var numbers: [String: Int32] = [:]
    var values: [String] = []
    var pairs = Pairs()
    for item in 0..<count {
      for word in words(item) {
        let number = numbers[word] ?? Int32(values.count)
        if number == values.count {
          numbers[word] = number
          values.append(word)
        }
        pairs.add(number, Int32(item))
      }
    }
    self.init(values, pairs)
  }

  /// A column whose values are other items of the archive, known by their ids.
  init(count: Int, _ kind: ItemKind, in archive: Archive, _ indices: (Int) -> [Int]) {
    var pairs = Pairs()
    for item in 0..<count {
      for index in indices(item) { pairs.add(Int32(index), Int32(item)) }
    }
    self.init((0..<kind.count(in: archive)).map { kind.id($0, in: archive) }, pairs)
  }

  private init(_ names: [String], _ pairs: Pairs) {
    let order = names.indices.filter { $0 < pairs.counts.count && pairs.counts[$0] > 0 }
      .sorted { names[$0] < names[$1] }
    values = order.map { names[$0] }
    var next: [Int32] = Array(repeating: 0, count: names.count)
    var starts: [Int32] = [0]
    for number in order {
      next[number] = starts[starts.count - 1]
      starts.append(next[number] + pairs.counts[number])
    }
    var members: [Int32] = Array(repeating: 0, count: pairs.items.count)
    for (number, item) in zip(pairs.numbers, pairs.items) {
      members[Int(next[Int(number)])] = item
      next[Int(number)] += 1
    }
    self.starts = starts
    self.members = members
    let folded = values.map(\.folded)
    byFolded = folded.indices.sorted { (folded[$0], $0) < (folded[$1], $1) }.map { Int32($0) }
  }

  /// The items of a value, ascending.
  func items(of value: Int) -> ArraySlice<Int32> { members[Int(starts[value])..<Int(starts[value + 1])] }

  /// Indices of the values that are a text but for case, umlauts and marks. O(log *n*).
  func indices(folded text: String) -> [Int] {
    var range = 0..<byFolded.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let isBefore = values[Int(byFolded[middle])].folded < text
      range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return byFolded[range.lowerBound...].lazy.map { Int($0) }.prefix { values[$0].folded == text }.map(\.self)
  }
}

/// Which item has which value, item by item, each once.
private struct Pairs {
  private(set) var numbers: [Int32] = []
  private(set) var items: [Int32] = []
  /// For each value the number of its items.
  private(set) var counts: [Int32] = []
  /// For each value the last of its items.
  private var last: [Int32] = []

  mutating func add(_ number: Int32, _ item: Int32) {
    let place = Int(number)
    while counts.count <= place {
      counts.append(0)
      last.append(-1)
    }
    guard last[place] != item else { return }
    last[place] = item
    counts[place] += 1
    numbers.append(number)
    items.append(item)
  }
}
