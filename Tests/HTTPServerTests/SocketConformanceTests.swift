import HTTP
import HTTPServer
import TestSupport
import Testing

@Suite(.serialized) struct SocketConformanceTests {
  /// A server answers the table's cases over sockets with the bytes the pure machine answers, dates aside.
  private func expectEveryCase(_ change: (inout ServerConfiguration) -> Void) throws {
    for wireCase in WireCase.all {
      // A server for each case, so that none finds representations kept from another.
      try RunningServer.run(change: {
        $0.threads = 1
        change(&$0)
      }) { server in
        var pure = PureConnection()
        pure.receive(wireCase.input)
        let client = try server.client()
        try client.send(wireCase.input)
        client.finishSending()
        let received = try client.receiveAll()
        #expect(withoutDates(received) == withoutDates(pure.sent), "\(wireCase.name)")
      }
    }
  }

  private func withoutDates(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Date: ") }.joined(separator: "\r\n")
  }

  @Test func `every case is answered over a socket as the machine answers it`() throws {
    try expectEveryCase { _ in }
  }

  @Test func `every case is answered the same with poll(2)`() throws {
    try expectEveryCase { $0.prefersEpoll = false }
  }
}
