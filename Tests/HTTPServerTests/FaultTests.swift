import HTTP
import TestSupport
import Testing

@testable import HTTPServer

/// The loop over a kernel that returns short counts, EAGAIN, EINTR, ECONNABORTED, ECONNRESET, EPIPE and EMFILE in seeded order.
@Suite struct FaultTests {
  @Test
  func
    `whatever calls return, each client gets the bytes of the pure machine or is cut off, and descriptors are closed once`()
    throws
  {
    let cases = WireCase.all.filter { $0.input.count < 4_000 && !$0.input.isEmpty }.map(\.input)
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let inputs = (0..<40).compactMap { _ in cases.randomElement(using: &random) }
      let orders = try LoopOrders()
      let fake = FakeKernel(inputs: inputs, seed: seed, orders: orders)
      try run(fake, orders)
      #expect(fake.violations == [], "seed \(seed)")
      for (input, peer) in zip(inputs, fake.peers) {
        var pure = PureConnection(Self.site)
        pure.receive(input)
        // The real answer may stop short only where the kernel reported that the peer was gone.
        let isRight = peer.isReset ? pure.sent.starts(with: peer.received) : pure.sent == peer.received
        #expect(isRight, "seed \(seed): \(String(decoding: input, as: UTF8.self))")
      }
    }
  }

  /// Nothing is kept, so that an answer depends on the request alone.
  private static var site: Responder {
    Responder(handler: { handle($0) }, refusal: { Example.refuse($0) }, limits: Limits(), seed: 1)
  }

  private static func handle(_ request: Request) -> Response {
    var response = Example.handle(request)
    response.validity = nil
    return response
  }

  private func run(_ fake: FakeKernel, _ orders: LoopOrders) throws(SocketError) {
    var configuration = ServerConfiguration(handler: { Self.handle($0) }, refusal: { Example.refuse($0) })
    configuration.maxConnections = 1_000
    let surroundings = EventLoop.Surroundings(
      configuration: configuration, kernel: fake.kernel,
      // A second loop, which never leaves, keeps the made-up listener from being closed for real.
      listeners: SharedListeners([ListeningSocket(descriptor: FakeKernel.listener)], limit: 1_000, loopCount: 2),
      log: nil)
    var loop = EventLoop(surroundings, poller: PollPoller(kernel: fake.kernel), orders: orders)
    try loop.run()
  }
}
