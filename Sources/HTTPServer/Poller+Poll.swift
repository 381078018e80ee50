/// poll(2), which is everywhere: the kernel looks at all descriptors in each turn, so looking for one of them costs no more.
final class PollPoller: Poller {
  private let kernel: Kernel
  private var entries: [pollfd] = []
  private var ready: [Int32] = []

  init(kernel: Kernel) { self.kernel = kernel }

  func add(_ descriptor: Int32, for interest: Interest) {
    entries.append(pollfd(fd: descriptor, events: Self.events(interest), revents: 0))
  }

  func change(_ descriptor: Int32, to interest: Interest) {
    for place in entries.indices where entries[place].fd == descriptor { entries[place].events = Self.events(interest) }
  }

  func remove(_ descriptor: Int32) { entries.removeAll { $0.fd == descriptor } }

  func wait(milliseconds: Int32) throws(SocketError) -> Int {
    let count = unsafe entries.withUnsafeMutableBufferPointer { unsafe kernel.waitForReadiness($0, milliseconds) }
    ready.removeAll(keepingCapacity: true)
    if count == -EINTR { return 0 }
    if count < 0 { throw SocketError(.poll, code: -count) }
    for entry in entries where entry.revents != 0 { ready.append(entry.fd) }
    return ready.count
  }

  func descriptor(of event: Int) -> Int32 { ready[event] }

  private static func events(_ interest: Interest) -> Int16 {
    Int16(truncatingIfNeeded: interest == .reading ? POLLIN : POLLOUT)
  }
}
