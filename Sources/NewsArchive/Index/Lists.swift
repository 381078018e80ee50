/// Many short lists in one array: what an archive has hundreds of thousands of costs four bytes each to keep apart.
package struct Lists<Item: Sendable>: RandomAccessCollection, Sendable {
  /// Where each list begins, and behind the last one where it ends.
  package private(set) var starts: [UInt32] = [0]
  /// Those of one list behind those of another.
  package private(set) var items: [Item] = []

  /// No lists.
  package init() {}

  init(_ lists: some Sequence<some Sequence<Item>>) {
    for list in lists { append(list) }
  }

  package var startIndex: Int { 0 }
  /// The number of lists.
  package var endIndex: Int { starts.count - 1 }
  /// The list at an index.
  package subscript(index: Int) -> ArraySlice<Item> { items[Int(starts[index])..<Int(starts[index + 1])] }

  /// Adds a list.
  mutating func append(_ list: some Sequence<Item>) {
    items.append(contentsOf: list)
    close()
  }

  /// The list that the next `close` ends.
  var open: ArraySlice<Item> { items[Int(starts[count])...] }

  /// Adds an item to the open list.
  package mutating func add(_ item: Item) { items.append(item) }

  /// Adds items to the open list.
  mutating func add(_ items: ArraySlice<Item>) { self.items.append(contentsOf: items) }

  /// Ends the open list; the next one is open then.
  package mutating func close() { starts.append(UInt32(clamping: items.count)) }

  /// Adds all lists of another.
  mutating func append(_ other: Lists) {
    let offset = UInt32(clamping: items.count)
    items.append(contentsOf: other.items)
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + offset })
  }

  /// Gives back the room that was kept for more.
  mutating func trim() {
    starts = starts.map(\.self)
    items = items.map(\.self)
  }

  /// The same lists of other items.
  package func mapItems<Other>(_ transform: (Item) -> Other) -> Lists<Other> {
    var lists = Lists<Other>()
    (lists.starts, lists.items) = (starts, items.map(transform))
    return lists
  }
}

extension Lists<Int32> {
  /// For each number below `count` the lists that hold it, each once, ascending. O(*n*).
  package func inverted(count: Int) -> Lists<Int32> {
    var inverted = Lists()
    inverted.starts = Array(repeating: 0, count: count + 1)
    var last = Array(repeating: Int32(-1), count: count)
    for (list, numbers) in zip(Int32(0)..., self) {
      for number in numbers where last[Int(number)] != list {
        last[Int(number)] = list
        inverted.starts[Int(number) + 1] += 1
      }
    }
    for number in 0..<count { inverted.starts[number + 1] += inverted.starts[number] }
    var ends = inverted.starts
    inverted.items = Array(repeating: -1, count: Int(inverted.starts[count]))
    last = Array(repeating: -1, count: count)
    for (list, numbers) in zip(Int32(0)..., self) {
      for number in numbers where last[Int(number)] != list {
        last[Int(number)] = list
        inverted.items[Int(ends[Int(number)])] = list
        ends[Int(number)] += 1
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
