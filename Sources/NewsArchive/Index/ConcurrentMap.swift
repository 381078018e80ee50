import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The results of `body` for 0 up to `count`, in that order, worked out on all cores.
///
/// The threads that help take on the priority of the one that asks: what is loaded beside a server that answers comes
/// second everywhere.
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
  let priority = threadPriority
  let results = Mutex<(parts: [[Result]], done: Int)>((Array(repeating: [], count: portions), 0))
  DispatchQueue.concurrentPerform(iterations: portions) { index in
    threadPriority = priority
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

/// The results of `body` for portions and their places, in that order, worked out on all cores. What a portion holds is
/// freed as soon as it is worked out, by the core that did.
func concurrentMap<Element: Sendable, Result: Sendable>(
  taking portions: consuming [[Element]], _ body: @Sendable (Int, inout [Element]) -> Result
) -> [Result] {
  let count = portions.count
  let rest = Mutex(consume portions)
  return concurrentMap(count: count) { index in
    var portion = rest.withLock { exchange(&$0[index], with: []) }
    return body(index, &portion)
  }
}

/// The result of `body`, and `other` done beside it, each with as many cores as it finds free.
public func concurrently<Result>(with other: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
  let priority = threadPriority
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    threadPriority = priority
    other()
  }
  defer { group.wait() }
  return body()
}

/// How little the calling thread presses for a core: 0 as most, up to 19; 0 on systems that have this for processes only.
/// It can be raised and never lowered.
public var threadPriority: Int32 {
  // The first 0 is `PRIO_PROCESS`, which Linux means a thread by; the C libraries disagree on its type.
  get {
    #if os(Linux)
      getpriority(0, 0)
    #else
      0
    #endif
  }
  set {
    #if os(Linux)
      if newValue > threadPriority { _ = setpriority(0, 0, newValue) }
    #endif
  }
}
