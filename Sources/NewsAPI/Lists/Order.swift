import NewsArchive

/// Sorts items by a number; equal ones by bytes, which end in their id.
struct Order {
  let count: Int
  let appendID: @Sendable (Int, inout TextBuffer) -> Void

  /// By a number, ascending, then the id.
  func sorted(by key: (Int) -> Int64) -> [Int32] { sorted(by: key, then: appendID) }

  /// By a text, ascending, then the id: by what the text begins with; only those that begin alike are compared whole.
  func sorted(byText text: @Sendable (Int) -> String) -> [Int32] {
    let texts = concurrentMap(count: count, portion: 1024, text)
    let beginnings = texts.map { text in
      Int64(text.utf8.prefix(7).reduce(0) { $0 << 8 | Int($1) } << (8 * (7 - min(7, text.utf8.count))))
    }
    return sorted(by: { beginnings[$0] }) { index, bytes in
      bytes.append(texts[index])
      bytes.append(0)
      appendID(index, &bytes)
    }
  }

  private func sorted(by key: (Int) -> Int64, then tie: @Sendable (Int, inout TextBuffer) -> Void) -> [Int32] {
    concurrentlySorted(count: count, by: key) { Order.sorted($0, by: tie) }
  }

  private static func sorted(_ items: ArraySlice<Int32>, by write: (Int, inout TextBuffer) -> Void) -> [Int32] {
    var bytes = TextBuffer(room: 64 * items.count)
    let places = items.map { item in
      let start = bytes.count
      write(Int(item), &bytes)
      return (item: item, place: start..<bytes.count)
    }
    return places.sorted { [bytes] in bytes.precedes($0.place, $1.place) }.map(\.item)
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
    let order = Order(count: keys.count) { item, text in
      let (kind, index) = archive.item(item).address
      kind.appendID(index, in: archive, to: &text)
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
