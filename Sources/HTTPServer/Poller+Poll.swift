/// poll(2), which is everywhere: the kernel looks at all descriptors in each turn.
final class PollPoller: Poller {
  private let kernel: Kernel
  private var entries: [pollfd] = []
  private var tokens: [UInt64] = []
  private var places: [Int32: Int] = [:]
  private var ready: [UInt64] = []

  init(kernel: Kernel) { self.kernel = kernel }

  func add(_ descriptor: Int32, for interest: Interest, token: UInt64) {
    places[descriptor] = entries.count
    entries.append(pollfd(fd: descriptor, events: Self.events(interest), revents: 0))
    tokens.append(token)
  }

  func change(_ descriptor: Int32, to interest: Interest, token: UInt64) {
    guard let place = places[descriptor] else { return }
    entries[place].events = Self.events(interest)
    tokens[place] = token
  }

  func remove(_ descriptor: Int32) {
    guard let place = places.removeValue(forKey: descriptor) else { return }
    entries.swapAt(place, entries.count - 1)
    tokens.swapAt(place, tokens.count - 1)
    entries.removeLast()
    tokens.removeLast()
    if place < entries.count { places[entries[place].fd] = place }
  }

  func wait(milliseconds: Int32) throws(SocketError) -> Int {
    let count = unsafe entries.withUnsafeMutableBufferPointer { unsafe kernel.waitForReadiness($0, milliseconds) }
    ready.removeAll(keepingCapacity: true)
    if count == -EINTR { return 0 }
    if count < 0 { throw SocketError(.poll, code: -count) }
    for (place, entry) in entries.enumerated() where entry.revents != 0 { ready.append(tokens[place]) }
    return ready.count
  }

  func token(of event: Int) -> UInt64 { ready[event] }

  private static func events(_ interest: Interest) -> Int16 {
    Int16(truncatingIfNeeded: interest == .reading ? POLLIN : POLLOUT)
  }
}
