import Dispatch
import Synchronization

/// The results of `body` for 0 up to `count`, in that order, worked out on all cores.
///
/// - Parameters:
///   - count: how many results there are, 0 or more.
///   - portion: how many numbers are worked out in one go: 1 for few large pieces of work, more for many small ones.
///   - progress: called from several threads with the share that is done, above 0 to 1, never going back.
///   - body: makes the result of a number; called from several threads.
public func concurrentMap<Result: Sendable>(
  count: Int, portion: Int = 1, progress: @Sendable (Double) -> Void = { _ in }, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let portions = (count + portion - 1) / portion
  let results = Mutex<(parts: [[Result]], done: Int)>((Array(repeating: [], count: portions), 0))
  DispatchQueue.concurrentPerform(iterations: portions) { index in
    let part = (index * portion..<min(count, (index + 1) * portion)).map(body)
    results.withLock { results in
      results.parts[index] = part
      results.done += part.count
      progress(Double(results.done) / Double(count))
    }
  }
  return results.withLock { results in
    var all: [Result] = []
    all.reserveCapacity(count)
    for part in results.parts { all.append(contentsOf: part) }
    return all
  }
}
