import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// On how many cores a `concurrentMap` works at the most, 1 or more: the process may be allowed fewer than there are, and
/// who loads beside a server that answers leaves one of them alone.
public var workerLimit: Int {
  get { workers.load(ordering: .relaxed) }
  set { workers.store(max(1, newValue), ordering: .relaxed) }
}

private let workers = Atomic(Int.max)

/// The results of `body` for 0 up to `count`, in that order, worked out on all cores that `workerLimit` allows.
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
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(portions, workerLimit)) { _ in
    threadPriority = priority
    while case let index = next.add(1, ordering: .relaxed).oldValue, index < portions {
      let part = (index * portion..<min(count, (index + 1) * portion)).map(body)
      results.withLock { results in
        results.parts[index] = part
        results.done += part.count
        progress(Double(results.done) / Double(count))
      }
    }
  }
  return results.withLock { results in
    var all: [Result] = []
    all.reserveCapacity(count)
    for part in results.parts { all.append(contentsOf: part) }
    return all
  }
}

/// The result of `body`, and `other` done beside it, each with as many cores as it finds free; behind it where there is
/// but one.
public func concurrently<Result>(with other: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
  if workerLimit == 1 {
    defer { other() }
    return body()
  }
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
