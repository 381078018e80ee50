import HTTP

/// One thread that owns its connections outright: it waits, and carries out what each connection's state machine says.
///
/// Theory. A turn is: wait until something is ready; for each event do one read, or one continued send, or a few accepts; then
/// hand over the turn's log lines. Nothing in a turn waits, and each connection gets a bounded share of it.
///
/// Deadlines are looked at in one sweep over all connections, at most ten times a second and only when one may have come:
/// moving a deadline costs nothing, which happens with every request, and sweeping ten thousand takes some 50 µs.
struct EventLoop {
  /// What all loops of a server share.
  struct Surroundings {
    let configuration: ServerConfiguration
    let kernel: Kernel
    let listeners: SharedListeners
    let log: AccessLog?
  }

  private static let receiveSize = 16_384
  /// Nanoseconds between two sweeps at least.
  private static let sweepInterval: Int64 = 100_000_000
  /// Sends to one connection in a turn, so that a fast reader of a long answer leaves time to the others.
  private static let sendsPerTurn = 8

  let kernel: Kernel
  let poller: any Poller
  let responder: Responder
  let metrics: LoopMetrics
  let listener: Listener
  private let orders: LoopOrders
  private var records: AnswerRecords
  private var table = ConnectionTable()
  private var receiveBuffer = [UInt8](repeating: 0, count: receiveSize)
  /// Filled and emptied again for one connection after the other.
  private var output = Output()
  private var lastPeer: [UInt8] = []
  private var now: Instant
  private var nextSweep = Int64.max
  private var goneBy = Int64.max

  init(_ surroundings: Surroundings, poller: any Poller, orders: LoopOrders) {
    let configuration = surroundings.configuration
    kernel = surroundings.kernel
    self.poller = poller
    self.orders = orders
    metrics = configuration.metrics.makeLoopMetrics()
    records = AnswerRecords(log: surroundings.log, metrics: metrics)
    responder = Responder(
      handler: configuration.handler, refusal: configuration.refusal, limits: configuration.limits,
      seed: UInt64.random(in: .min ... .max))
    listener = Listener(surroundings.listeners, kernel: kernel)
    now = kernel.now
  }

  /// Serves until it is told to end.
  mutating func run() throws(SocketError) {
    poller.add(orders.bell.descriptor, for: .reading)
    listener.resume(in: poller)
    defer { closeAll() }
    while now.nanoseconds < goneBy, !listener.isClosed || !table.isEmpty {
      let count = try poller.wait(milliseconds: patience)
      now = kernel.now
      for event in 0..<count {
        let descriptor = poller.descriptor(of: event)
        if let connection = table[descriptor] {
          proceed(connection)
        } else if descriptor == orders.bell.descriptor {
          takeOrders()
        } else {
          // If it is not a listener, but was closed earlier in the turn, nobody may wait there: that does no harm.
          accept()
        }
      }
      if now.nanoseconds >= nextSweep { sweep() }
      records.handOver()
    }
  }

  /// Milliseconds until the next sweep; -1 for ever.
  private var patience: Int32 {
    guard nextSweep < .max else { return -1 }
    return Int32(clamping: max(0, nextSweep - now.nanoseconds) / 1_000_000 + 1)
  }

  // MARK: Connections

  private mutating func accept() {
    listener.accept(at: now, poller) { descriptor, peer in open(descriptor, peer) }
    nextSweep = min(nextSweep, listener.resumeAt)
  }

  private mutating func open(_ descriptor: Int32, _ peer: SocketAddress?) {
    metrics.acceptedConnections.increment()
    metrics.openConnections.increment()
    let name = records.lines != nil ? peer?.host ?? [UInt8(ascii: "-")] : []
    // One memory for all connections of a proxy: it is read with every answer.
    if name != lastPeer { lastPeer = name }
    let connection = SocketConnection(
      descriptor, peer: lastPeer, machine: ServerConnection(responder, openedAt: now))
    table.add(connection)
    if listener.isCrowded {
      guard let oldest = table.oldestIdle(except: connection) else {
        metrics.refusedConnections.increment()
        return carryOut(connection.machine.refuseConnection(at: now, into: &output), connection)
      }
      close(oldest)
    }
    // The request is often there already: a read now saves waiting for it.
    read(connection)
    if table.contains(connection), connection.interest == nil { carryOut(connection.machine.opened(), connection) }
  }

  /// Goes on with a connection that is ready for what it waits for, or has failed.
  private mutating func proceed(_ connection: SocketConnection) {
    guard let unsent = connection.unsent.take() else { return read(connection) }
    output = unsent
    carryOut(.send(until: Instant(nanoseconds: connection.deadline, unixSeconds: now.unixSeconds)), connection)
  }

  private mutating func read(_ connection: SocketConnection) {
    switch Socket.receive(from: connection.descriptor, into: &receiveBuffer, kernel) {
    case .done(let count):
      // A second reference, no copy: reading the loop's buffer and writing its output would overlap.
      let received = receiveBuffer
      let step = connection.machine.received(received.span.extracting(0..<count), at: now, into: &output)
      carryOut(step, connection)
    case .wait: break
    case .over: close(connection)
    }
  }

  /// Does what the state machine says until it has to wait for the peer.
  private mutating func carryOut(_ first: ServerConnection.Step, _ connection: SocketConnection) {
    var step = first
    var sends = 0
    while true {
      switch step {
      case .send(let deadline):
        sends += 1
        let sending = sends > Self.sendsPerTurn ? .wait : Socket.send(&output, to: connection.descriptor, kernel)
        // Before the end, so that who has seen that finds the answer counted.
        record(connection)
        switch sending {
        case .done:
          output.removeAll()
          step = connection.machine.sentEverything(at: now, into: &output)
        case .wait:
          connection.unsent = output
          output = Output()
          wait(connection, for: .writing, until: deadline)
          return
        case .over:
          output.removeAll()
          close(connection)
          return
        }
      case .finish(let deadline):
        kernel.finishSending(connection.descriptor)
        wait(connection, for: .reading, until: deadline)
        return
      // Whose answer began without a word of the end, and was sent after it, waits for nothing any more.
      case .receive where listener.isClosed && connection.isIdle, .close:
        close(connection)
        return
      case .receive(let deadline):
        wait(connection, for: .reading, until: deadline)
        return
      }
    }
  }

  /// Counts and logs what was answered.
  private mutating func record(_ connection: SocketConnection) {
    if output.answers.isEmpty { return }
    let sentAt = Instant(nanoseconds: kernel.nanoseconds(), unixSeconds: now.unixSeconds)
    records.add(output, by: responder, peer: connection.peer, sentAt: sentAt)
    output.removeAnswers()
  }

  private mutating func wait(_ connection: SocketConnection, for interest: Interest, until deadline: Instant) {
    connection.deadline = deadline.nanoseconds
    nextSweep = min(nextSweep, deadline.nanoseconds)
    if connection.interest == nil {
      poller.add(connection.descriptor, for: interest)
    } else if connection.interest != interest {
      poller.change(connection.descriptor, to: interest)
    }
    connection.interest = interest
  }

  private mutating func close(_ connection: SocketConnection) {
    guard table.remove(connection) else { return }
    connection.machine.closed(into: &output)
    record(connection)
    if connection.interest != nil { poller.remove(connection.descriptor) }
    kernel.release(connection.descriptor)
    listener.connectionClosed()
    metrics.openConnections.increment(by: -1)
  }

  private mutating func closeAll() {
    listener.close(in: poller)
    for descriptor in table.descriptors { if let connection = table[descriptor] { close(connection) } }
    records.handOver()
  }

  // MARK: Time and orders

  private mutating func sweep() {
    var earliest = Int64.max
    for descriptor in table.descriptors {
      guard let connection = table[descriptor] else { continue }
      if connection.deadline <= now.nanoseconds {
        let isSending = connection.unsent != nil
        let step = connection.machine.deadlinePassed(at: now, isSending: isSending, into: &output)
        carryOut(step, connection)
      }
      if table.contains(connection) { earliest = min(earliest, connection.deadline) }
    }
    if listener.resumeAt <= now.nanoseconds { listener.resume(in: poller) }
    if listener.closesAt <= now.nanoseconds { finishListening() }
    earliest = min(earliest, listener.resumeAt, listener.closesAt, goneBy)
    nextSweep = earliest == .max ? .max : max(earliest, now.nanoseconds + Self.sweepInterval)
  }

  private mutating func takeOrders() {
    guard let drain = orders.takeDrain() else { return }
    responder.drain()
    listener.closesAt = drain.acceptUntil
    goneBy = drain.goneBy
    nextSweep = min(nextSweep, drain.acceptUntil)
    if drain.acceptUntil <= now.nanoseconds { finishListening() }
  }

  /// The delay is over: nobody new comes in, and who waits without having asked goes.
  private mutating func finishListening() {
    accept()
    listener.close(in: poller)
    for descriptor in table.descriptors {
      guard let connection = table[descriptor], connection.isIdle else { continue }
      close(connection)
    }
    nextSweep = min(nextSweep, goneBy)
  }
}
