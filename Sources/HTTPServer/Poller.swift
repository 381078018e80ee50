/// Waits for readiness of many descriptors at once, level-triggered: what is not dealt with is said again.
///
/// One file each for epoll and poll(2), with the same functions, as in Redis' `ae`.
protocol Poller: AnyObject {
  /// Begins to wait for a descriptor's readiness.
  func add(_ descriptor: Int32, for interest: Interest)
  /// Waits for something else from now on.
  func change(_ descriptor: Int32, to interest: Interest)
  /// Stops waiting. Needed before a descriptor is closed.
  func remove(_ descriptor: Int32)
  /// Waits until a descriptor is ready or fails, at most so long; how many are. -1 waits for ever.
  func wait(milliseconds: Int32) throws(SocketError) -> Int
  /// One of the descriptors the last `wait` found ready; it may have been closed since, and its number given to another.
  func descriptor(of event: Int) -> Int32
}

/// What to wait for. A connection is either read or written to, never both.
enum Interest {
  case reading, writing
}
