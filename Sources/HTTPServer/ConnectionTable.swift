/// A loop's connections by descriptor: small numbers, since the system gives out the lowest free one.
///
/// An event for a connection that was closed earlier in the turn may find another one that was given its number since. That
/// costs one vain call to the kernel, which says that nothing is there yet.
struct ConnectionTable {
  private var connections: [SocketConnection?] = []
  private var count = 0

  var isEmpty: Bool { count == 0 }
  /// The descriptors among which the connections' are.
  var descriptors: Range<Int32> { 0..<Int32(clamping: connections.count) }

  mutating func add(_ connection: SocketConnection) {
    let place = Int(connection.descriptor)
    while connections.count <= place { connections.append(nil) }
    connections[place] = connection
    count += 1
  }

  /// Takes the connection out; false if it was out already.
  mutating func remove(_ connection: SocketConnection) -> Bool {
    guard contains(connection) else { return false }
    connections[Int(connection.descriptor)] = nil
    count -= 1
    return true
  }

  func contains(_ connection: SocketConnection) -> Bool { self[connection.descriptor] === connection }

  subscript(descriptor: Int32) -> SocketConnection? {
    connections.indices.contains(Int(descriptor)) ? connections[Int(descriptor)] : nil
  }

  /// The connection that has waited longest for a request, and has nothing to send; nil if all are busy.
  func oldestIdle(except new: SocketConnection) -> SocketConnection? {
    connections.lazy.compactMap(\.self).filter { $0 !== new && $0.isIdle }.min { $0.deadline < $1.deadline }
  }
}
