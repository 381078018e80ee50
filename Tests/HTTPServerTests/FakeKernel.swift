#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import HTTP
import Synchronization
import TestSupport

@testable import HTTPServer

/// A kernel without a network: clients that are arrays of bytes, and a seed that decides how badly each call goes.
///
/// Descriptors are the lowest free numbers, as the real kernel's are, so that a late close or a stale event would hit somebody else.
final class FakeKernel: Sendable {
  /// A connection as its client sees it.
  struct Peer {
    let input: [UInt8]
    var sent = 0
    var received: [UInt8] = []
    var isReset = false
    var sawEnd = false
  }

  private struct State {
    var random: SeededRandom
    var peers: [Peer]
    var waiting: [Int]
    var open: [Int32: Int] = [:]
    var spares: Set<Int32> = []
    var nanoseconds: Int64 = 1_000_000_000_000
    var polls = 0
    var violations: [String] = []
  }

  static let listener: Int32 = 900
  private static let firstDescriptor: Int32 = 1_000
  private let state: Mutex<State>
  private let orders: LoopOrders

  init(inputs: [[UInt8]], seed: UInt64, orders: LoopOrders) {
    state = Mutex(
      State(random: SeededRandom(seed: seed), peers: inputs.map { Peer(input: $0) }, waiting: Array(inputs.indices)))
    self.orders = orders
  }

  var peers: [Peer] { state.withLock { $0.peers } }
  /// What a program must never do: a call with a descriptor that is not open, a descriptor that is never closed.
  var violations: [String] {
    state.withLock { state in
      state.violations + state.open.keys.map { "\($0) was never closed" }
        + state.spares.map { "spare \($0) was never closed" }
    }
  }

  var kernel: Kernel {
    unsafe Kernel(
      accept: { [self] _ in (accept(), nil) },
      receive: { [self] descriptor, buffer in unsafe receive(descriptor, buffer) },
      send: { [self] descriptor, vectors in unsafe send(descriptor, vectors) },
      finishSending: { [self] descriptor in finishSending(descriptor) },
      release: { [self] descriptor in close(descriptor) },
      openSpare: { [self] in openSpare() },
      waitForReadiness: { [self] entries, _ in unsafe poll(entries) },
      nanoseconds: { [self] in state.withLock { $0.nanoseconds } },
      unixSeconds: { 784_111_777 })
  }

  private func accept() -> Int32 {
    state.withLock { state in
      guard !state.waiting.isEmpty else { return -EAGAIN }
      switch Int.random(in: 0..<10, using: &state.random) {
      case 0: return -EINTR
      case 1: return -ECONNABORTED
      case 2: return -EMFILE
      case 3: return -EAGAIN
      default: break
      }
      let peer = state.waiting.removeFirst()
      let descriptor = Self.free(state)
      state.open[descriptor] = peer
      // Accepted in the spare descriptor's place, only to be closed.
      if state.spares.isEmpty { state.peers[peer].isReset = true }
      return descriptor
    }
  }

  private static func free(_ state: State) -> Int32 {
    var descriptor = firstDescriptor
    while state.open[descriptor] != nil || state.spares.contains(descriptor) { descriptor += 1 }
    return descriptor
  }

  private func openSpare() -> Int32 {
    state.withLock { state in
      let descriptor = Self.free(state)
      state.spares.insert(descriptor)
      return descriptor
    }
  }

  private func receive(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    state.withLock { state in
      guard let place = state.open[descriptor] else { return Self.violated(&state, "receive from", descriptor) }
      switch Int.random(in: 0..<40, using: &state.random) {
      case 0..<4: return -Int(EINTR)
      case 4..<8: return -Int(EAGAIN)
      case 8:
        state.peers[place].isReset = true
        return -Int(ECONNRESET)
      default: break
      }
      let rest = state.peers[place].input.dropFirst(state.peers[place].sent)
      if rest.isEmpty { return 0 }
      let longest = Bool.random(using: &state.random) ? 8 : buffer.count
      let count = Int.random(in: 1...min(rest.count, longest, buffer.count), using: &state.random)
      unsafe buffer.copyBytes(from: rest.prefix(count))
      state.peers[place].sent += count
      return count
    }
  }

  private func send(_ descriptor: Int32, _ vectors: UnsafeMutableBufferPointer<iovec>) -> Int {
    state.withLock { state in
      guard let place = state.open[descriptor] else { return Self.violated(&state, "send to", descriptor) }
      if state.peers[place].sawEnd { return Self.violated(&state, "send after the end to", descriptor) }
      switch Int.random(in: 0..<60, using: &state.random) {
      case 0..<5: return -Int(EINTR)
      case 5..<20: return -Int(EAGAIN)
      case 20:
        state.peers[place].isReset = true
        return -Int(EPIPE)
      default: break
      }
      var bytes: [UInt8] = []
      for index in vectors.indices {
        unsafe bytes += UnsafeRawBufferPointer(start: vectors[index].iov_base, count: vectors[index].iov_len)
      }
      guard !bytes.isEmpty else { return Self.violated(&state, "send of nothing to", descriptor) }
      let count =
        Bool.random(using: &state.random) ? bytes.count : Int.random(in: 1...bytes.count, using: &state.random)
      state.peers[place].received += bytes.prefix(count)
      return count
    }
  }

  private func finishSending(_ descriptor: Int32) {
    state.withLock { state in
      if let place = state.open[descriptor] {
        state.peers[place].sawEnd = true
      } else {
        _ = Self.violated(&state, "shutdown of", descriptor)
      }
    }
  }

  private func close(_ descriptor: Int32) {
    state.withLock { state in
      if state.spares.remove(descriptor) != nil { return }
      if state.open.removeValue(forKey: descriptor) == nil { _ = Self.violated(&state, "close of", descriptor) }
    }
  }

  /// Says of a random part of what waits that it is ready; time goes by.
  private func poll(_ entries: UnsafeMutableBufferPointer<pollfd>) -> Int32 {
    state.withLock { state in
      state.nanoseconds += 1_000_000
      state.polls += 1
      if state.waiting.isEmpty, state.open.isEmpty || state.polls > 100_000 {
        if state.polls > 100_000 { state.violations.append("the loop does not come to its end") }
        orders.stop()
      }
      if Int.random(in: 0..<20, using: &state.random) == 0 { return -EINTR }
      var count: Int32 = 0
      for index in entries.indices {
        unsafe entries[index].revents = 0
        let descriptor = unsafe entries[index].fd
        let isKnown = state.open[descriptor] != nil || descriptor == Self.listener || descriptor < Self.listener
        if !isKnown { _ = Self.violated(&state, "poll of", descriptor) }
        guard Bool.random(using: &state.random) else { continue }
        unsafe entries[index].revents = entries[index].events
        count += 1
      }
      return count
    }
  }

  private static func violated(_ state: inout State, _ what: String, _ descriptor: Int32) -> Int {
    state.violations.append("\(what) \(descriptor), which is not open")
    return -Int(EBADF)
  }
}
