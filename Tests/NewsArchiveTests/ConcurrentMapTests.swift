import Synchronization
import Testing

@testable import NewsArchive

// One after the other: the limit is that of the process.
@Suite(.serialized) struct ConcurrentMapTests {
  @Test func `results stand in order, and no more are worked out at once than are allowed`() {
    defer { workerLimit = .max }
    for limit in [0, 1, 2, 100] {
      workerLimit = limit
      for (count, portion) in [(0, 1), (1, 1), (7, 1), (1_000, 1), (1_000, 64), (1_000, 5_000)] {
        let running = Atomic(0)
        let most = Atomic(0)
        let results = concurrentMap(count: count, portion: portion) { number in
          most.max(running.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
          defer { running.subtract(1, ordering: .relaxed) }
          return number * 2
        }
        #expect(results == (0..<count).map { $0 * 2 })
        #expect(most.load(ordering: .relaxed) <= max(1, limit))
      }
    }
  }

  @Test func `what is done beside something is done when both are`() {
    defer { workerLimit = .max }
    for limit in [1, 2] {
      workerLimit = limit
      let other = Atomic(0)
      let result = concurrently(with: { other.store(1, ordering: .relaxed) }) { 2 }
      #expect(result == 2)
      #expect(other.load(ordering: .relaxed) == 1)
    }
  }

  @Test func `numbers are sorted by their keys, and ties as they are told`() {
    let keys = (0..<2_000).map { Int64($0 * 7919 % 13) }
    let order = concurrentlySorted(count: keys.count, by: { keys[$0] }) { $0.sorted(by: >) }
    #expect(order == keys.indices.map { Int32($0) }.sorted { (keys[Int($0)], $1) < (keys[Int($1)], $0) })
    #expect(concurrentlySorted(count: 0, by: { _ in 0 }, ties: Array.init) == [])
  }
}
