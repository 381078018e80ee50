#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import HTTP
import TestSupport
import Testing

/// Invariant: for any bytes the machine answers complete responses, at most one of them a refusal and that one the last, and
/// the bytes it answers do not depend on how its input was split. Nothing traps.
@Suite struct FuzzTests {
  /// Set in the environment for a long run.
  private static var inputCount: Int {
    unsafe getenv("FUZZ_INPUTS").flatMap { unsafe Int(String(cString: $0)) } ?? 20_000
  }

  private static var seed: UInt64 {
    unsafe getenv("FUZZ_SEED").flatMap { unsafe UInt64(String(cString: $0)) } ?? 1
  }

  private static let tokens: [[UInt8]] = [
    "\r\n", "\r\n\r\n", "\n", "\r", "\0", " ", "\t", ":", "HTTP/1.0", "HTTP/1.1", "GET ", "HEAD ", "POST ",
    "OPTIONS * ",
    "Host: a\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n",
    "Connection: close\r\n", "Connection: keep-alive\r\n", "Accept-Encoding: gzip\r\n", "If-None-Match: *\r\n",
    "Range: bytes=0-1\r\n", "If-Range: \"\"\r\n", "0\r\n\r\n", "5\r\nabcde\r\n", "ffffffffffffffff",
    "18446744073709551616",
    "/alphabet", "/stream", "/text", "%", "%00", "\u{FF}",
    "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n",
  ].map { Array($0.utf8) }

  @Test func `no bytes make the machine trap, or answer otherwise when they are split`() {
    let seeds = WireCase.all.filter { $0.input.count < 4_000 }.map(\.input)
    var random = SeededRandom(seed: Self.seed)
    for number in 0..<Self.inputCount {
      guard let seed = seeds.randomElement(using: &random) else { return }
      var input = random.mutate(seed, tokens: Self.tokens)
      if Bool.random(using: &random), let other = seeds.randomElement(using: &random) { input += other }
      var whole = PureConnection(Self.site)
      whole.receive(input)
      var split = PureConnection(Self.site)
      var rest = input[...]
      while !rest.isEmpty {
        let size = Int.random(in: 1...max(1, input.count / 2), using: &random)
        split.receive(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      if whole.sent != split.sent || whole.isOpen != split.isOpen {
        Issue.record("input \(number) of seed \(Self.seed) is answered otherwise when split: \(input)")
        return
      }
      if !Self.isWellFormed(whole) {
        Issue.record("input \(number) of seed \(Self.seed) is answered with something else than responses: \(input)")
        return
      }
    }
  }

  /// Nothing of the example site is kept, so that an answer depends on the input alone.
  private static var site: Responder {
    Responder(
      handler: { request in
        var response = Example.handle(request)
        response.validity = nil
        return response
      }, refusal: { Example.refuse($0) }, limits: Limits(), seed: 1)
  }

  /// Whether the output is complete responses, as the notes of what was answered say.
  private static func isWellFormed(_ connection: PureConnection) -> Bool {
    let areHeads = connection.notes.map { $0.hasPrefix("HEAD ") }
    guard let responses = RawResponse.all(connection.sent, areHeads: areHeads) else { return false }
    let finals = responses.filter { $0.status >= 200 }
    return finals.count == connection.notes.count && finals.allSatisfy { $0.values(of: "Date").count == 1 }
  }
}
