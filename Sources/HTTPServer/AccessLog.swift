import Synchronization

/// The access log on its way out. Loops hand over whole lines once a turn and never wait; a thread of its own writes
/// them, and waits for a slow reader in the loops' stead. Lines for which there is no room are dropped and counted by the loop.
final class AccessLog: Sendable {
  /// Bytes that may wait, 8 MB: some 50,000 lines, more than pipelined requests make while the machine runs other threads.
  private static let capacity = 8_388_608
  /// How long lines gather before they are written, in milliseconds: a wake-up for each would cost more than the request.
  private static let gathering: Int32 = 20
  /// Bytes of them that end the gathering, so that the buffers stay small.
  private static let batch = 65_536
  /// What a pipe that says it is writable takes without waiting (PIPE_BUF).
  private static let pipePiece = 4_096
  /// How long a reader that does not read holds up the end, in steps of 100 ms.
  private static let lastSteps = 10

  private let waiting = Mutex<[UInt8]>([])
  private let isEnding = Atomic<Bool>(false)
  private let output: Int32
  /// Bytes in one write: a file takes all there are.
  private let pieceSize: Int
  private let wakeUp: Bell
  /// Where the lines that could not be written are counted.
  private let metrics: Metrics
  let format: ServerConfiguration.LogFormat
  /// The lowest status code that gets a line.
  let leastStatus: Int

  /// A log that writes to that descriptor.
  init(
    to output: Int32, _ format: ServerConfiguration.LogFormat, from leastStatus: Int = 0, metrics: Metrics
  ) throws(SocketError) {
    self.output = output
    self.format = format
    self.leastStatus = leastStatus
    self.metrics = metrics
    var status = stat()
    let isFile = unsafe fstat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    pieceSize = isFile ? Self.capacity : Self.pipePiece
    wakeUp = try Bell()
  }

  /// Takes lines over, or drops them if there is no room.
  func append(_ lines: [UInt8]) {
    let before: Int? = waiting.withLock { waiting in
      guard waiting.count + lines.count <= Self.capacity else { return nil }
      defer { waiting += lines }
      return waiting.count
    }
    guard let before else { return metrics.countDropped(lines[...]) }
    if before == 0 || before < Self.batch && before + lines.count >= Self.batch { wakeUp.ring() }
  }

  /// Writes lines as they come until `end` is called and all are written.
  func run() {
    // Two buffers change places, so that their memory is used again. Room for all they may hold is none of the machine's
    // memory before it is written to, and nothing is left behind by growing.
    var lines: [UInt8] = []
    lines.reserveCapacity(Self.capacity)
    waiting.withLock { $0.reserveCapacity(Self.capacity) }
    while true {
      let wasEnding = isEnding.load(ordering: .acquiring)
      waiting.withLock { swap(&lines, &$0) }
      if !lines.isEmpty {
        metrics.countDropped(lines[write(lines)...])
        if lines.count <= Self.batch {
          lines.removeAll(keepingCapacity: true)
        } else {
          // What a burst of them took of the machine's memory goes back to it.
          lines = []
          lines.reserveCapacity(Self.capacity)
        }
      } else if wasEnding {
        return
      } else {
        wakeUp.wait()
        // A batch may be there by now, and its ring is over: the two rings were one to this thread.
        let isBatch = waiting.withLock { $0.count >= Self.batch }
        if !isBatch, !isEnding.load(ordering: .acquiring) { wakeUp.wait(milliseconds: Self.gathering) }
      }
    }
  }

  /// Lets `run` return.
  func end() {
    isEnding.store(true, ordering: .releasing)
    wakeUp.ring()
  }

  /// How many bytes were written before the output failed, or the end came.
  private func write(_ lines: [UInt8]) -> Int {
    var written = 0
    var steps = 0
    while written < lines.count {
      guard Kernel.waits(for: Int32(POLLOUT), at: output, milliseconds: 100) else {
        steps += isEnding.load(ordering: .acquiring) ? 1 : 0
        if steps > Self.lastSteps { break }
        continue
      }
      let end = min(written + pieceSize, lines.count)
      steps = 0
      let count = Kernel.put(lines[written..<end], into: output)
      if count > 0 { written += count } else if count != -Int(EINTR), count != -Int(EAGAIN) { break }
    }
    return written
  }
}
