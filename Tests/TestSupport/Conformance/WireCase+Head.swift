extension WireCase {
  private static func line(_ line: String) -> String { message(line, ["Host: a"]) }

  /// RFC 9112 §2.2, §3.
  static let requestLines: [WireCase] = [
    .get("the origin form", "/", content: "hello"),
    .get("a query", "/?a=b&c", content: "hello"),
    .get("an empty query", "/?", content: "hello"),
    .get("question marks and slashes in a query", "/?a=/b?c", content: "hello"),
    .get("a path nobody knows", "/nothing", [], 404, content: "404"),
    .get("a path that ends in a slash", "/text/", content: nil),
    .get("escapes are decoded once", "/%74ext", [], 200),
    .get("an escaped percent sign is not decoded twice", "/%2574ext", [], 404),
    .get("dots are segments like any other", "/../etc", [], 404),
    .get("an empty segment in front", "//text", content: "hello"),
    .get("the absolute form", "http://a/text", content: nil),
    .get("the absolute form, scheme in capitals", "HTTP://a/", content: "hello"),
    .get("the absolute form with https", "https://a/", content: "hello"),
    .get("the absolute form with a port", "http://a:80/", content: "hello"),
    .get("the absolute form with an IPv6 address", "http://[::1]:8080/", content: "hello"),
    .get("the absolute form without a path", "http://a", content: "hello"),
    .get("the absolute form with a query and no path", "http://a?x", content: "hello"),
    .get("the absolute form of another host is still ours to answer", "http://example.org/", content: "hello"),
    .refused("the absolute form without a host", 400, line("GET http:/// HTTP/1.1")),
    .refused("the absolute form with a user name", 400, line("GET http://me@a/ HTTP/1.1")),
    .refused("the absolute form with another scheme", 400, line("GET ftp://a/ HTTP/1.1")),
    .refused("a path without a slash", 400, line("GET text HTTP/1.1")),
    .refused("an authority form without CONNECT", 400, line("GET a:80 HTTP/1.1")),
    .refused("a fragment", 400, line("GET /#a HTTP/1.1")),
    .refused("an asterisk without OPTIONS", 400, line("GET * HTTP/1.1")),
    .refused("a byte above ASCII in the target", 400, line("GET /ä HTTP/1.1")),
    .refused("a NUL in the target", 400, line("GET /\0 HTTP/1.1")),
    .refused("a tab in the target", 400, line("GET /a\tb HTTP/1.1")),
    .refused("a DEL in the target", 400, line("GET /\u{7F} HTTP/1.1")),
    .refused("a broken escape", 400, line("GET /%zz HTTP/1.1")),
    .refused("a cut escape", 400, line("GET /% HTTP/1.1")),
    .refused("a cut escape of one digit", 400, line("GET /%4 HTTP/1.1")),
    .refused("an escaped NUL", 400, line("GET /%00 HTTP/1.1")),
    .refused("an escape that is not UTF-8", 400, line("GET /%ff HTTP/1.1")),
    .refused("a broken escape in the query", 400, line("GET /?a=%g0 HTTP/1.1")),
    .refused("two spaces before the target", 400, line("GET  / HTTP/1.1")),
    .refused("two spaces before the version", 400, line("GET /  HTTP/1.1")),
    .refused("a space behind the version", 400, line("GET / HTTP/1.1 ")),
    .refused("a tab in a space's place", 400, line("GET\t/\tHTTP/1.1")),
    .refused("a space before the method", 400, line(" GET / HTTP/1.1")),
    .refused("a space in the target", 400, line("GET /a b HTTP/1.1")),
    .refused("no target", 400, line("GET HTTP/1.1")),
    .refused("a method alone", 400, line("GET")),
    .refused("a line of HTTP/0.9", 400, "GET /\r\n"),
    .refused("a method with a comma", 400, line("G,ET / HTTP/1.1")),
    .refused("a bare LF ends no request line", 400, "GET / HTTP/1.1\nHost: a\r\n\r\n"),
    .refused("a bare CR in the request line", 400, "GET / HT\rTP/1.1\r\nHost: a\r\n\r\n"),
    .refused("CR CR LF", 400, "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n"),
    WireCase("an empty line in front", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", [200]),
    WireCase("four empty lines in front", "\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", [200]),
    .refused("five empty lines in front", 400, "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    .refused("a bare LF in front", 400, "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    .refused("the hello of TLS", 400, "\u{16}\u{3}\u{1}\0\n"),
    WireCase("nothing at all", "", []),
    WireCase("the beginning of a request line", "GET / HT", []),
    WireCase("a head without its end", "GET / HTTP/1.1\r\nHost: a\r\n", []),
  ]

  /// RFC 9112 §2.3, RFC 9110 §2.5.
  static let versions: [WireCase] = [
    WireCase(
      "HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", [200], isOpen: false, fields: [("Connection", "close")]),
    WireCase(
      "HTTP/1.0 is answered as 1.1", "GET / HTTP/1.0\r\nHost: a\r\n\r\n", [200], isOpen: false, content: "hello"),
    WireCase("a higher minor version is 1.1", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", [200]),
    .refused("HTTP/2.0", 505, line("GET / HTTP/2.0")),
    .refused("HTTP/0.9 by name", 505, line("GET / HTTP/0.9")),
    .refused("HTTP/3.0", 505, line("GET / HTTP/3.0")),
    .refused("the preface of HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    .refused("a version in small letters", 400, line("GET / http/1.1")),
    .refused("a version of three digits", 400, line("GET / HTTP/1.10")),
    .refused("a version without a minor digit", 400, line("GET / HTTP/1")),
    .refused("a version without a point", 400, line("GET / HTTP/1,1")),
    .refused("another protocol", 400, line("GET / HTTQ/1.1")),
    .refused("letters for digits", 400, line("GET / HTTP/a.b")),
  ]

  /// RFC 9112 §3.2, RFC 9110 §7.2.
  static let hosts: [WireCase] = [
    .refused("HTTP/1.1 without Host", 400, "GET / HTTP/1.1\r\n\r\n"),
    .refused("two Host lines", 400, message("GET / HTTP/1.1", ["Host: a", "Host: a"])),
    .refused("two different Host lines", 400, message("GET / HTTP/1.1", ["Host: a", "host: b"])),
    .refused("two Host lines in HTTP/1.0", 400, message("GET / HTTP/1.0", ["Host: a", "Host: b"])),
    .refused("a list in Host", 400, message("GET / HTTP/1.1", ["Host: a, b c"])),
    .refused("a user name in Host", 400, message("GET / HTTP/1.1", ["Host: me@a"])),
    .refused("a path in Host", 400, message("GET / HTTP/1.1", ["Host: a/b"])),
    .refused("a space in Host", 400, message("GET / HTTP/1.1", ["Host: a b"])),
    .refused("a port of letters", 400, message("GET / HTTP/1.1", ["Host: a:b"])),
    .refused("a negative port", 400, message("GET / HTTP/1.1", ["Host: a:-1"])),
    .refused("an open bracket", 400, message("GET / HTTP/1.1", ["Host: [::1"])),
    .refused("something behind a bracket", 400, message("GET / HTTP/1.1", ["Host: [::1]a"])),
    .refused("a byte above ASCII in Host", 400, message("GET / HTTP/1.1", ["Host: ä"])),
    WireCase("an empty Host", message("GET / HTTP/1.1", ["Host:"]), [200]),
    WireCase("a port", message("GET / HTTP/1.1", ["Host: a:8080"]), [200]),
    WireCase("an empty port", message("GET / HTTP/1.1", ["Host: a:"]), [200]),
    WireCase("an IPv6 address", message("GET / HTTP/1.1", ["Host: [::1]:8080"]), [200]),
    WireCase("the name in any case", message("GET / HTTP/1.1", ["hOsT: a"]), [200]),
  ]

  /// RFC 9112 §5, RFC 9110 §5.5, §5.6.2.
  static let fieldLines: [WireCase] = [
    .get("no space behind the colon", "/", ["X:y"]),
    .get("tabs and spaces around a value", "/", ["X: \t y \t "]),
    .get("an empty value", "/", ["X:"]),
    .get("a value of spaces", "/", ["X:   "]),
    .get("a tab within a value", "/", ["X: a\tb"]),
    .get("bytes above ASCII in a value", "/", ["X: äöü"]),
    .get("a colon in a value", "/", ["X: a:b"]),
    .get("every token character in a name", "/", ["!#$%&'*+-.^_`|~09azAZ: y"]),
    .get("the same field twice", "/", ["X: a", "X: b"]),
    .refused("a space before the colon", 400, message("GET / HTTP/1.1", ["Host: a", "X : y"])),
    .refused("a tab before the colon", 400, message("GET / HTTP/1.1", ["Host: a", "X\t: y"])),
    .refused("a space before the colon of Host", 400, message("GET / HTTP/1.1", ["Host : a"])),
    .refused("no colon", 400, message("GET / HTTP/1.1", ["Host: a", "X"])),
    .refused("no name", 400, message("GET / HTTP/1.1", ["Host: a", ": y"])),
    .refused("a space in a name", 400, message("GET / HTTP/1.1", ["Host: a", "X Y: z"])),
    .refused("a byte above ASCII in a name", 400, message("GET / HTTP/1.1", ["Host: a", "Ä: y"])),
    .refused("a parenthesis in a name", 400, message("GET / HTTP/1.1", ["Host: a", "X(: y"])),
    .refused("a quotation mark in a name", 400, message("GET / HTTP/1.1", ["Host: a", "\"X\": y"])),
    .refused("a folded line", 400, message("GET / HTTP/1.1", ["Host: a", "X: y", " z"])),
    .refused("a line folded with a tab", 400, message("GET / HTTP/1.1", ["Host: a", "X: y", "\tz"])),
    .refused("a first line that is folded", 400, message("GET / HTTP/1.1", [" X: y", "Host: a"])),
    .refused("a NUL in a value", 400, message("GET / HTTP/1.1", ["Host: a", "X: a\0b"])),
    .refused("a NUL in a name", 400, message("GET / HTTP/1.1", ["Host: a", "X\0: b"])),
    .refused("an escape character in a value", 400, message("GET / HTTP/1.1", ["Host: a", "X: \u{1B}[0m"])),
    .refused("a DEL in a value", 400, message("GET / HTTP/1.1", ["Host: a", "X: \u{7F}"])),
    .refused("a bare CR in a value", 400, message("GET / HTTP/1.1", ["Host: a", "X: a\rb"])),
    .refused("a bare CR at a value's end", 400, message("GET / HTTP/1.1", ["Host: a", "X: a\r"])),
    .refused("a bare LF ends no line", 400, "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"),
    .refused("a bare LF ends no head", 400, "GET / HTTP/1.1\r\nHost: a\r\n\n"),
    .refused("a line of spaces", 400, message("GET / HTTP/1.1", ["Host: a", "  "])),
  ]

  /// RFC 9112 §9.3, §9.6.
  static let persistence: [WireCase] = [
    .get("HTTP/1.1 stays open", "/", fields: [("Connection", nil)]),
    .get("Connection: close", "/", ["Connection: close"], isOpen: false, fields: [("Connection", "close")]),
    .get("Connection: CLOSE", "/", ["Connection: CLOSE"], isOpen: false),
    .get("close in a list", "/", ["Connection: TE, close"], isOpen: false),
    .get("close in a second line", "/", ["Connection: TE", "Connection: close"], isOpen: false),
    .get("close outweighs keep-alive", "/", ["Connection: keep-alive, close"], isOpen: false),
    .get("keep-alive says nothing new", "/", ["Connection: keep-alive"], fields: [("Connection", nil)]),
    .get("an option nobody knows", "/", ["Connection: closed"]),
    .get("empty members", "/", ["Connection: , ,close,"], isOpen: false),
    WireCase(
      "HTTP/1.0 with keep-alive stays open and is told so", message("GET / HTTP/1.0", ["Connection: Keep-Alive"]),
      [200],
      fields: [("Connection", "keep-alive")]),
    WireCase(
      "HTTP/1.0 with keep-alive and close", message("GET / HTTP/1.0", ["Connection: keep-alive, close"]), [200],
      isOpen: false),
    WireCase(
      "a request behind the last one is not answered",
      message("GET / HTTP/1.1", ["Host: a", "Connection: close"]) + line("GET / HTTP/1.1"), [200], isOpen: false),
    .get("every answer has a date", "/", fields: [("Date", "Sun, 06 Nov 1994 08:49:37 GMT")]),
    .get("a refusal has a date", "/nothing", [], 404, fields: [("Date", "Sun, 06 Nov 1994 08:49:37 GMT")]),
    .get("other fields do not matter", "/", ["Origin: http://b", "Cookie: a=b", "Upgrade: h2c", "TE: trailers"]),
  ]

  /// RFC 9110 §10.1.1.
  static let expectations: [WireCase] = [
    WireCase(
      "100-continue is answered before the content is read",
      message("POST / HTTP/1.1", ["Host: a", "Expect: 100-continue", "Content-Length: 3"], "abc"), [100, 405]),
    WireCase(
      "100-continue with chunked content",
      message(
        "POST / HTTP/1.1", ["Host: a", "Expect: 100-Continue", "Transfer-Encoding: chunked"], "3\r\nabc\r\n0\r\n\r\n"),
      [100, 405]),
    WireCase(
      "100-continue without the content",
      message("POST / HTTP/1.1", ["Host: a", "Expect: 100-continue", "Content-Length: 3"]),
      [100]),
    WireCase(
      "100-continue and nothing to continue with", message("GET / HTTP/1.1", ["Host: a", "Expect: 100-continue"]), [200]
    ),
    WireCase(
      "HTTP/1.0 cannot expect it",
      message("POST / HTTP/1.0", ["Expect: 100-continue", "Content-Length: 3"], "abc"), [405], isOpen: false),
    .refused(
      "content that is too large is not asked for", 413,
      message("POST / HTTP/1.1", ["Host: a", "Expect: 100-continue", "Content-Length: 99999999"])),
    .refused("another expectation", 417, message("GET / HTTP/1.1", ["Host: a", "Expect: 200-ok"])),
    .refused("an empty expectation", 417, message("GET / HTTP/1.1", ["Host: a", "Expect:"])),
    .refused("two expectations", 417, message("GET / HTTP/1.1", ["Host: a", "Expect: 100-continue, x"])),
  ]

  /// RFC 9110 §9.
  static let methods: [WireCase] = [
    WireCase(
      "HEAD has the fields of GET and no content", line("HEAD / HTTP/1.1"), [200],
      fields: [("Content-Length", "5"), ("ETag", "\"cbd8a7b341bd9b025b1e906a48ae1d19\"")], content: "", areHeads: [true]
    ),
    WireCase(
      "HEAD of what is streamed", line("HEAD /stream HTTP/1.1"), [200],
      fields: [("Content-Length", nil), ("Transfer-Encoding", "chunked")], content: "", areHeads: [true]),
    WireCase("HEAD of an unknown path", line("HEAD /nothing HTTP/1.1"), [404], content: "", areHeads: [true]),
    WireCase("POST to a known path", line("POST / HTTP/1.1"), [405], fields: [("Allow", "GET, HEAD")]),
    WireCase("PUT", line("PUT / HTTP/1.1"), [405]),
    WireCase("PATCH", line("PATCH / HTTP/1.1"), [405]),
    WireCase("DELETE", line("DELETE / HTTP/1.1"), [405]),
    WireCase("TRACE", line("TRACE / HTTP/1.1"), [405]),
    WireCase("OPTIONS", line("OPTIONS / HTTP/1.1"), [204], fields: [("Content-Length", nil), ("Content-Type", nil)]),
    WireCase("OPTIONS of the server", line("OPTIONS * HTTP/1.1"), [204]),
    WireCase(
      "204 has no content and no length", line("GET /status HTTP/1.1"), [204], fields: [("Content-Length", nil)]),
    .refused("CONNECT", 501, line("CONNECT a:80 HTTP/1.1")),
    .refused("a method nobody knows", 501, line("BREW / HTTP/1.1")),
    .refused("a method in small letters", 501, line("get / HTTP/1.1")),
    .refused("a method that begins like GET", 501, line("GETS / HTTP/1.1")),
    .refused("a long method", 501, line(String(repeating: "A", count: 200) + " / HTTP/1.1")),
  ]

  /// RFC 9112 §9.3.2.
  static let pipelines: [WireCase] = [
    WireCase("two requests at once", line("GET / HTTP/1.1") + line("GET /nothing HTTP/1.1"), [200, 404]),
    WireCase(
      "a hundred requests at once", String(repeating: line("GET / HTTP/1.1"), count: 100),
      [Int](repeating: 200, count: 100)),
    WireCase(
      "empty lines between requests", line("GET / HTTP/1.1") + "\r\n\r\n" + line("GET / HTTP/1.1"), [200, 200]),
    WireCase(
      "answers come in the order of the requests",
      line("HEAD /text HTTP/1.1") + line("GET /nothing HTTP/1.1") + line("GET /alphabet HTTP/1.1"), [200, 404, 200],
      content: "abcdefghijklmnopqrstuvwxyz", areHeads: [true]),
    WireCase(
      "content is no request",
      message("POST / HTTP/1.1", ["Host: a", "Content-Length: 27"], line("GET / HTTP/1.1"))
        + line("GET /alphabet HTTP/1.1"), [405, 200]),
    WireCase(
      "what is good is answered before what is bad", line("GET / HTTP/1.1") + "GET /\n", [200, 400], isOpen: false),
    WireCase(
      "a stream between others", line("GET / HTTP/1.1") + line("GET /stream HTTP/1.1") + line("GET / HTTP/1.1"),
      [200, 200, 200], content: "hello"),
    WireCase("the beginning of a second request", line("GET / HTTP/1.1") + "GET", [200]),
  ]
}
