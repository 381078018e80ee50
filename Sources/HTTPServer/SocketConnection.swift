import HTTP

/// A connected socket with its protocol state: what one loop owns, and no other thread sees.
final class SocketConnection {
  let descriptor: Int32
  /// The peer's address without its port, for the log.
  let peer: [UInt8]
  var machine: ServerConnection
  /// What could not be sent yet.
  var unsent: Output?
  /// When the loop has to tell `machine` that its time is up, in nanoseconds.
  var deadline = Int64.max
  /// What the poller waits for; nil while it does not know the socket.
  var interest: Interest?

  /// Whether closing it loses nothing.
  var isIdle: Bool { unsent == nil && machine.isIdle }

  init(_ descriptor: Int32, peer: [UInt8], machine: ServerConnection) {
    self.descriptor = descriptor
    self.peer = peer
    self.machine = machine
  }
}
