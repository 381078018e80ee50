/// A loop's connections by place. A token is a place and the generation of its use, so that a token whose connection
/// was closed names nobody, for four thousand million connections at that place.
struct ConnectionTable {
  private var connections: [SocketConnection?] = []
  private var generations: [UInt32] = []
  private var free: [Int] = []

  var count: Int { connections.count }
  var isEmpty: Bool { free.count == connections.count }

  /// Adds the connection that `make` makes for its token.
  mutating func add(_ make: (UInt64) -> SocketConnection) -> SocketConnection {
    let place: Int
    if let last = free.popLast() {
      place = last
    } else {
      place = connections.count
      connections.append(nil)
      generations.append(0)
    }
    let connection = make(UInt64(generations[place]) << 32 | UInt64(truncatingIfNeeded: place))
    connections[place] = connection
    return connection
  }

  /// Takes the connection out; false if it was out already.
  mutating func remove(_ token: UInt64) -> Bool {
    guard self[token] != nil else { return false }
    let place = Self.place(of: token)
    connections[place] = nil
    generations[place] &+= 1
    free.append(place)
    return true
  }

  /// The connection of that token; nil if it was closed.
  subscript(token: UInt64) -> SocketConnection? {
    let place = Self.place(of: token)
    guard place < connections.count, UInt64(generations[place]) == token >> 32 else { return nil }
    return connections[place]
  }

  /// The connection at that place, below `count`.
  subscript(place place: Int) -> SocketConnection? { connections[place] }

  /// The connection that has waited longest for a request, and has nothing to send; nil if all are busy.
  func oldestIdle(except new: SocketConnection) -> SocketConnection? {
    var oldest: SocketConnection?
    for case let connection? in connections where connection !== new && connection.isIdle {
      if connection.deadline < oldest?.deadline ?? .max { oldest = connection }
    }
    return oldest
  }

  private static func place(of token: UInt64) -> Int { Int(token & 0xFFFF_FFFF) }
}
