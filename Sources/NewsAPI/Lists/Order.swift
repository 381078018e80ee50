import NewsArchive

/// Sorts items by a number; equal ones by bytes, which end in their id.
struct Order {
  let count: Int
  let isDescending: Bool
  let appendID: @Sendable (Int, inout TextBuffer) -> Void

  /// By a number, then the id.
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

  /// The other way round, items of equal keys as they stand.
  static func reversed(_ order: ArraySlice<Int32>, by key: (Int) -> Int64) -> [Int32] {
    var reversed: [Int32] = []
    reversed.reserveCapacity(order.count)
    var end = order.endIndex
    while end > order.startIndex {
      let start =
        order[..<end].lastIndex { key(Int($0)) != key(Int(order[end - 1])) }.map { $0 + 1 } ?? order.startIndex
      reversed += order[start..<end]
      end = start
    }
    return reversed
  }

  private func sorted(by key: (Int) -> Int64, then tie: (Int, inout TextBuffer) -> Void) -> [Int32] {
    let rows = (0..<count).map { (key: isDescending ? ~key($0) : key($0), index: Int32($0)) }.sorted { $0 < $1 }
    var order = rows.map(\.index)
    var start = 0
    while start < count {
      let end = rows[start...].firstIndex { $0.key != rows[start].key } ?? count
      if end > start + 1 {
        var bytes = TextBuffer(room: 64 * (end - start))
        let ties = order[start..<end].map { index in
          let begin = bytes.count
          tie(Int(index), &bytes)
          return (index: index, place: begin..<bytes.count)
        }
        order.replaceSubrange(
          start..<end, with: ties.sorted { [bytes] in bytes.precedes($0.place, $1.place) }.map(\.index))
      }
      start = end
    }
    return order
  }
}
