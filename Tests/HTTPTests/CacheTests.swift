import Synchronization
import TestSupport
import Testing

@testable import HTTP

/// How often the handler is asked, and what for.
@Suite struct CacheTests {
  /// A loop whose handler counts its calls and answers with the target and the count.
  private final class CountedSite: Sendable {
    let calls = Mutex<[String: Int]>([:])
    let validity = Mutex(Validity())

    func handle(_ request: Request) -> Response {
      let count = calls.withLock { calls in
        calls[request.target.raw, default: 0] += 1
        return calls[request.target.raw, default: 0]
      }
      let text = "\(request.target.raw) \(count)"
      return Response(.ok, body: .bytes(SharedBytes(Array(text.utf8))), validity: validity.withLock { $0 })
    }

    func makeResponder() -> Responder {
      Responder(handler: { self.handle($0) }, refusal: { Example.refuse($0) }, limits: Limits(), seed: 7)
    }
  }

  private func ask(_ target: String, _ responder: Responder, method: String = "GET", lines: [String] = []) -> String? {
    var connection = PureConnection(responder)
    connection.receive(WireCase.message("\(method) \(target) HTTP/1.1", ["Host: a"] + lines).utf8)
    return RawResponse.all(connection.sent, areHeads: [method == "HEAD"])?.first?.text
  }

  @Test func `the handler is asked twice and then never again`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    #expect(ask("/a", responder) == "/a 1")
    for _ in 0..<100 { #expect(ask("/a", responder) == "/a 2") }
    #expect(site.calls.withLock { $0["/a"] } == 2)
  }

  @Test func `other fields, another host and HEAD are answered from the same representation`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    for _ in 0..<2 { _ = ask("/a", responder) }
    #expect(ask("/a", responder, lines: ["Origin: http://b", "Cookie: c", "Accept: text/html"]) == "/a 2")
    #expect(ask("http://b/a", responder) == "/a 2")
    #expect(ask("/a", responder, method: "HEAD") == "")
    #expect(site.calls.withLock { $0["/a"] } == 2)
  }

  @Test func `another spelling of the same target is another question`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    for _ in 0..<3 { _ = ask("/a?x", responder) }
    #expect(ask("/a?X", responder) == "/a?X 1")
    #expect(ask("/%61?x", responder) == "/%61?x 1")
  }

  @Test func `POST is never answered from what GET was`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    for _ in 0..<3 { _ = ask("/a", responder) }
    #expect(ask("/a", responder, method: "POST") == "/a 3")
  }

  @Test func `when the data changes the handler is asked again`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    for _ in 0..<5 { _ = ask("/a", responder) }
    site.validity.withLock { validity in
      validity.end()
      validity = Validity()
    }
    #expect(ask("/a", responder) == "/a 3")
    #expect(ask("/a", responder) == "/a 3")
    #expect(site.calls.withLock { $0["/a"] } == 3)
  }

  @Test func `an answer whose validity has ended is not kept`() {
    let site = CountedSite()
    site.validity.withLock { $0.end() }
    let responder = site.makeResponder()
    for count in 1...5 { #expect(ask("/a", responder) == "/a \(count)") }
  }

  @Test func `twenty thousand questions that nobody repeats leave what is asked often where it is`() {
    let site = CountedSite()
    let responder = site.makeResponder()
    let popular = (0..<50).map { "/popular/\($0)" }
    for _ in 0..<20 { for target in popular { _ = ask(target, responder) } }
    for number in 0..<20_000 {
      _ = ask("/?\(number)", responder)
      if number.isMultiple(of: 1_000) { for target in popular { _ = ask(target, responder) } }
    }
    let calls = site.calls.withLock { calls in popular.map { calls[$0] ?? 0 } }
    #expect(calls.allSatisfy { $0 <= 3 }, "\(calls)")
  }

  @Test func `of a hundred thousand questions that nobody repeats none is kept`() {
    var cache = RepresentationCache()
    let representation = Representation(Response(.ok, validity: Validity()), route: 0)
    let targets = (0..<100_000).map { Array("/?\($0)".utf8) }
    for target in targets { cache.offer(representation, digest: Digest(target.span), target: target.span) }
    let kept = targets.filter { cache.find(Digest($0.span), target: $0.span) != nil }
    #expect(kept == [])
  }

  @Test func `what is kept is bounded`() {
    let validity = Validity()
    let content = SharedBytes([UInt8](repeating: 1, count: 100_000))
    var cache = RepresentationCache()
    let targets = (0..<2_000).map { Array("/\($0)".utf8) }
    for target in targets {
      let digest = Digest(target.span)
      let response = Response(.ok, body: .bytes(content), validity: validity)
      for _ in 0..<2 { cache.offer(Representation(response, route: 0), digest: digest, target: target.span) }
    }
    let kept = targets.filter { cache.find(Digest($0.span), target: $0.span) != nil }.count
    #expect(kept * content.count <= RepresentationCache.setCount * RepresentationCache.setBytes)
    #expect(kept > 100)
  }

  @Test func `what is too large for its share is not kept`() {
    let target = Array("/".utf8)
    var cache = RepresentationCache()
    let digest = Digest(target.span)
    let content = SharedBytes([UInt8](repeating: 1, count: RepresentationCache.setBytes))
    let response = Response(.ok, body: .bytes(content), validity: Validity())
    for _ in 0..<2 { cache.offer(Representation(response, route: 0), digest: digest, target: target.span) }
    #expect(cache.find(digest, target: target.span) == nil)
  }
}
