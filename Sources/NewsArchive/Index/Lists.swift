/// Many short lists in one array: what an archive has hundreds of thousands of costs four bytes each to keep apart.
struct Lists<Element: Sendable>: Sendable {
  private var starts: [UInt32] = [0]
  private(set) var elements: [Element] = []

  /// No lists.
  init() {}

  /// The number of lists.
  var count: Int { starts.count - 1 }

  /// The list at an index.
  subscript(index: Int) -> ArraySlice<Element> {
    elements[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// Adds a list.
  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    starts.append(UInt32(clamping: elements.count))
  }

  /// The list that the next `close` ends.
  var open: ArraySlice<Element> { elements[Int(starts[count])...] }

  /// Adds an element to the open list.
  mutating func add(_ element: Element) { elements.append(element) }

  /// Adds elements to the open list.
  mutating func add(_ elements: ArraySlice<Element>) { self.elements.append(contentsOf: elements) }

  /// Ends the open list; the next one is open then.
  mutating func close() { starts.append(UInt32(clamping: elements.count)) }

  /// Adds all lists of another.
  mutating func append(_ other: Lists) {
    let offset = UInt32(clamping: elements.count)
    elements.append(contentsOf: other.elements)
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + offset })
  }

  /// Gives back the room that was kept for more.
  mutating func trim() {
    starts = starts.map(\.self)
    elements = elements.map(\.self)
  }

  /// For each of `count` keys the lists that hold it, each once, ascending; an element without a key is left out. O(*n*).
  func inverted(count: Int, key: (Element) -> Int?) -> Lists<Int32> {
    var inverted = Lists<Int32>()
    inverted.starts = Array(repeating: 0, count: count + 1)
    var last = Array(repeating: -1, count: count)
    for list in 0..<self.count {
      for place in Int(starts[list])..<Int(starts[list + 1]) {
        guard let key = key(elements[place]), last[key] != list else { continue }
        last[key] = list
        inverted.starts[key + 1] += 1
      }
    }
    for key in 0..<count { inverted.starts[key + 1] += inverted.starts[key] }
    var next = inverted.starts
    inverted.elements = Array(repeating: 0, count: Int(inverted.starts[count]))
    for list in 0..<self.count {
      for place in Int(starts[list])..<Int(starts[list + 1]) {
        guard let key = key(elements[place]) else { continue }
        let end = Int(next[key])
        if next[key] > inverted.starts[key], inverted.elements[end - 1] == list { continue }
        inverted.elements[end] = Int32(clamping: list)
        next[key] += 1
      }
    }
    return inverted
  }
}

/// Places of items in one of an archive's arrays.
public struct Places: RandomAccessCollection, Sendable {
  private let rows: ArraySlice<Int32>
  /// What the first item of the array has as its number.
  private let base: Int

  init(_ rows: ArraySlice<Int32>, from base: Int = 0) {
    self.rows = rows
    self.base = base
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of places.
  public var endIndex: Int { rows.count }
  /// The place at an index.
  public subscript(index: Int) -> Int { Int(rows[rows.startIndex + index]) - base }
}

/// Facts of one kind, in their order. A fact is made when it is asked for.
public struct FactList<Element: Fact>: RandomAccessCollection, Sendable {
  private let facts: Facts
  private let numbers: Range<Int>

  init(_ facts: Facts, _ numbers: Range<Int>) {
    self.facts = facts
    self.numbers = numbers
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of facts.
  public var endIndex: Int { numbers.count }
  /// The fact at an index.
  public subscript(index: Int) -> Element { Element(number: numbers.lowerBound + index, of: facts) }
}

/// Something that is told by its number among the facts of an archive.
public protocol Fact: Sendable {
  /// The fact of a number, which is one of the archive's.
  init(number: Int, of facts: Facts)
}
