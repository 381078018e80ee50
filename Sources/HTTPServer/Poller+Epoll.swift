#if os(Linux)
  import CLinux

  /// Linux's epoll(7): the cost of a turn is that of the ready descriptors, however many wait.
  @safe final class EpollPoller: Poller {
    private static let batch = 256
    private let descriptor: Int32
    /// What the kernel writes into: no array, whose every use of a class's would be checked for overlapping ones.
    private let events = UnsafeMutableBufferPointer<epoll_event>.allocate(capacity: batch)

    init() throws(SocketError) {
      descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
      if descriptor < 0 { throw SocketError(.poll, code: errno) }
    }

    deinit {
      unsafe events.deallocate()
      Kernel.system.release(descriptor)
    }

    func add(_ descriptor: Int32, for interest: Interest) { control(EPOLL_CTL_ADD, descriptor, interest) }

    func change(_ descriptor: Int32, to interest: Interest) { control(EPOLL_CTL_MOD, descriptor, interest) }

    func remove(_ descriptor: Int32) { control(EPOLL_CTL_DEL, descriptor, .reading) }

    func wait(milliseconds: Int32) throws(SocketError) -> Int {
      let count = unsafe epoll_wait(descriptor, events.baseAddress, Int32(Self.batch), milliseconds)
      if count >= 0 { return Int(count) }
      let code = errno
      if code == EINTR { return 0 }
      throw SocketError(.poll, code: code)
    }

    func descriptor(of event: Int) -> Int32 { unsafe events[event].data.fd }

    private func control(_ operation: Int32, _ target: Int32, _ interest: Interest) {
      let readiness = interest == .reading ? EPOLLIN.rawValue : EPOLLOUT.rawValue
      var event = unsafe epoll_event(events: readiness, data: epoll_data_t(fd: target))
      _ = unsafe epoll_ctl(descriptor, operation, target, &event)
    }
  }
#endif
