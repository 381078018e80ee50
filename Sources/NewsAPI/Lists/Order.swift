import NewsArchive

/// Sorts items; equal ones by the bytes of their ids.
struct Order {
  let count: Int
  let id: @Sendable (Int) -> String

  /// By a number, ascending, then the id.
  func sorted(by key: (Int) -> Int64) -> [Int32] {
    concurrentlySorted(count: count, by: key) { ties in
      // One text for all ids: as many strings would take several times the room.
      var bytes = TextBuffer(room: 64 * ties.count)
      let places = ties.map { item in
        let start = bytes.count
        bytes.append(id(Int(item)))
        return (item: item, place: start..<bytes.count)
      }
      return places.sorted { [bytes] in bytes.precedes($0.place, $1.place) }.map(\.item)
    }
  }

  /// By a text, ascending, then the id.
  func sorted(byText text: @Sendable (Int) -> String) -> [Int32] {
    let texts = concurrentMap(count: count, portion: 1024, text)
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var ranks = Array(repeating: Int64(0), count: count)
    for (last, next) in zip(order, order.dropFirst()) {
      ranks[next] = ranks[last] + (texts[last] == texts[next] ? 0 : 1)
    }
    return sorted { ranks[$0] }
  }
}

/// All items that can be searched by date, then id: sorted once for the lists of every kind and both ways.
struct DateOrder {
  /// The numbers of the items, oldest first, the undated last.
  private let items: [Int32]
  private let keys: [Int64]

  /// The items of an archive whose dates stand one kind behind the other.
  init(_ archive: Archive, _ dates: [Dates]) {
    let keys = dates.flatMap(\.runs).flatMap { repeatElement($0.days.sortKey, count: $0.items.count) }
    let order = Order(count: keys.count) { item in
      let (kind, index) = archive.item(item).address
      return kind.id(index, in: archive)
    }
    items = order.sorted { keys[$0] }
    self.keys = keys
  }

  /// A range of the items by date, the undated last, those of equal dates by id; as indices into the range.
  func sorted(_ range: Range<Int>, isDescending: Bool) -> [Int32] {
    let own = range.count == items.count ? items : items.filter { range.contains(Int($0)) }
    let undated = own.partitioningIndex { keys[Int($0)] == .max }
    var sorted: [Int32] = []
    sorted.reserveCapacity(own.count)
    var end = isDescending ? undated : 0
    while end > 0 {
      let key = keys[Int(own[end - 1])]
      let start = own[..<end].lastIndex { keys[Int($0)] != key }.map { $0 + 1 } ?? 0
      sorted += own[start..<end]
      end = start
    }
    sorted += own[sorted.count...]
    return range.lowerBound == 0 ? sorted : sorted.map { $0 - Int32(range.lowerBound) }
  }
}
