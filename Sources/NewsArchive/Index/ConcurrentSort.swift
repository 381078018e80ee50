/// The numbers from 0 to `count` in the order of their keys, those of one key in the order that `sorted` gives them. Ties
/// are sorted on all cores: what tells equal items apart is a text, which is most of the work.
///
/// - Parameters:
///   - count: how many numbers there are, 0 or more.
///   - key: the key of a number.
///   - sorted: the order of numbers of one key; called from several threads.
/// - Complexity: O(*n* log *n*).
public func concurrentlySorted(
  count: Int, by key: (Int) -> Int64, ties sorted: @Sendable (ArraySlice<Int32>) -> [Int32]
) -> [Int32] {
  let rows = (0..<count).map { (key: key($0), number: Int32($0)) }.sorted { $0 < $1 }
  var order = rows.map(\.number)
  var ties: [Range<Int>] = []
  var start = 0
  for place in 1..<max(1, count + 1) where place == count || rows[place].key != rows[start].key {
    if place - start > 1 { ties.append(start..<place) }
    start = place
  }
  let parts = concurrentMap(count: ties.count, portion: 64) { [order, ties] in sorted(order[ties[$0]]) }
  for (places, numbers) in zip(ties, parts) { order.replaceSubrange(places, with: numbers) }
  return order
}
