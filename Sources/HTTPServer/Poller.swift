/// Waits for readiness of many descriptors at once, level-triggered: what is not dealt with is said again.
///
/// One file each for epoll and poll(2), with the same functions, as in Redis' `ae`. A token is handed back with each event:
/// it names a slot and its generation, never a descriptor, whose number may belong to somebody else by then.
protocol Poller: AnyObject {
  /// Begins to wait for a descriptor's readiness.
  func add(_ descriptor: Int32, for interest: Interest, token: UInt64)
  /// Waits for something else from now on.
  func change(_ descriptor: Int32, to interest: Interest, token: UInt64)
  /// Stops waiting. Needed before a descriptor is closed.
  func remove(_ descriptor: Int32)
  /// Waits until a descriptor is ready or fails, at most so long; how many are. -1 waits for ever.
  func wait(milliseconds: Int32) throws(SocketError) -> Int
  /// The token of one of the descriptors the last `wait` found ready.
  func token(of event: Int) -> UInt64
}

/// What to wait for. A connection is either read or written to, never both.
enum Interest {
  case reading, writing
}
