extension WireCase {
  private static func post(_ lines: [String], _ content: String = "") -> String {
    message("POST / HTTP/1.1", ["Host: a"] + lines, content)
  }

  private static func chunks(_ content: String) -> String { post(["Transfer-Encoding: chunked"], content) }

  /// RFC 9112 §6.2, §6.3.
  static let contentLengths: [WireCase] = [
    WireCase("content is read and thrown away", post(["Content-Length: 3"], "abc"), [405]),
    WireCase("a length of 0", post(["Content-Length: 0"]), [405]),
    WireCase("leading zeros", post(["Content-Length: 0003"], "abc"), [405]),
    WireCase("content of GET is consumed", message("GET / HTTP/1.1", ["Host: a", "Content-Length: 3"], "abc"), [200]),
    WireCase("the largest content", post(["Content-Length: 65536"], String(repeating: "a", count: 65_536)), [405]),
    WireCase("content that is missing", post(["Content-Length: 3"], "ab"), []),
    .refused("content that is too large", 413, post(["Content-Length: 65537"])),
    .refused("a length that overflows", 413, post(["Content-Length: 99999999999999999999999999"])),
    .refused("a length of 2^63", 413, post(["Content-Length: 9223372036854775808"])),
    .refused("a length of 2^64", 413, post(["Content-Length: 18446744073709551616"])),
    .refused("a negative length", 400, post(["Content-Length: -1"])),
    .refused("a signed length", 400, post(["Content-Length: +3"], "abc")),
    .refused("a length in hexadecimal", 400, post(["Content-Length: 0x3"], "abc")),
    .refused("a length with a fraction", 400, post(["Content-Length: 3.0"], "abc")),
    .refused("a length with a space within", 400, post(["Content-Length: 1 2"], "abc")),
    .refused("an empty length", 400, post(["Content-Length:"], "abc")),
    .refused("a length in words", 400, post(["Content-Length: three"], "abc")),
    .refused("a list of lengths", 400, post(["Content-Length: 3, 3"], "abc")),
    .refused("two equal lengths", 400, post(["Content-Length: 3", "Content-Length: 3"], "abc")),
    .refused("two different lengths", 400, post(["Content-Length: 3", "Content-Length: 4"], "abc")),
    .refused("an underscore in a length", 400, post(["Content-Length: 1_0"])),
  ]

  /// RFC 9112 §6.1, §7.
  static let chunked: [WireCase] = [
    WireCase("a chunk", chunks("3\r\nabc\r\n0\r\n\r\n"), [405]),
    WireCase("no chunk but the last", chunks("0\r\n\r\n"), [405]),
    WireCase("the last chunk in many zeros", chunks("000000\r\n\r\n"), [405]),
    WireCase("chunks and a request behind them", chunks("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n") + post([]), [405, 405]),
    WireCase("a size in capitals", chunks("A\r\n0123456789\r\n0\r\n\r\n"), [405]),
    WireCase("a size in small letters", chunks("a\r\n0123456789\r\n0\r\n\r\n"), [405]),
    WireCase("an extension", chunks("3;a=b\r\nabc\r\n0\r\n\r\n"), [405]),
    WireCase("an extension in quotation marks", chunks("3;a=\"b;c\"\r\nabc\r\n0;x\r\n\r\n"), [405]),
    WireCase("space before an extension", chunks("3 ; a=b\r\nabc\r\n0\r\n\r\n"), [405]),
    WireCase("a trailer", chunks("0\r\nX: y\r\n\r\n"), [405]),
    WireCase(
      "trailers that would be Host and Content-Length", chunks("0\r\nHost: b\r\nContent-Length: 5\r\n\r\n"), [405]),
    WireCase("CRLF within a chunk", chunks("4\r\n\r\n\r\n\r\n0\r\n\r\n"), [405]),
    WireCase("the coding in any case", post(["Transfer-Encoding: CHUNKED"], "0\r\n\r\n"), [405]),
    WireCase("empty members beside the coding", post(["Transfer-Encoding: , chunked,"], "0\r\n\r\n"), [405]),
    WireCase(
      "chunked content of GET is consumed",
      message("GET / HTTP/1.1", ["Host: a", "Transfer-Encoding: chunked"], "1\r\na\r\n0\r\n\r\n"), [200]),
    WireCase("a chunk that is missing", chunks("3\r\nab"), []),
    WireCase("a last line that is missing", chunks("0\r\n"), []),
    .refused("a size that is no number", 400, chunks("g\r\nabc\r\n0\r\n\r\n")),
    .refused("an empty size", 400, chunks("\r\nabc\r\n0\r\n\r\n")),
    .refused("a signed size", 400, chunks("+3\r\nabc\r\n0\r\n\r\n")),
    .refused("a negative size", 400, chunks("-3\r\nabc\r\n0\r\n\r\n")),
    .refused("a size with 0x", 400, chunks("0x3\r\nabc\r\n0\r\n\r\n")),
    .refused("a space before the size", 400, chunks(" 3\r\nabc\r\n0\r\n\r\n")),
    .refused("a space behind the size", 400, chunks("3 \r\nabc\r\n0\r\n\r\n")),
    .refused("a size in words", 400, chunks("3 a\r\nabc\r\n0\r\n\r\n")),
    .refused("an underscore in the size", 400, chunks("1_0\r\n0123456789abcdef\r\n0\r\n\r\n")),
    .refused("a bare LF behind the size", 400, chunks("3\nabc\r\n0\r\n\r\n")),
    .refused("a bare LF behind the chunk", 400, chunks("3\r\nabc\n0\r\n\r\n")),
    .refused("a chunk longer than its size", 400, chunks("3\r\nabcd\r\n0\r\n\r\n")),
    .refused("a chunk shorter than its size", 400, chunks("4\r\nabc\r\n0\r\n\r\n")),
    .refused("a size that overflows", 413, chunks("ffffffffffffffffff\r\n")),
    .refused("a size of 2^63", 413, chunks("8000000000000000\r\n")),
    .refused("a chunk that is too large", 413, chunks("10001\r\n")),
    .refused(
      "chunks that are too large together", 413,
      chunks("ffff\r\n" + String(repeating: "a", count: 65_535) + "\r\n2\r\n")),
    WireCase("two extensions", chunks("3;a;b=\"\\\"\"\r\nabc\r\n0\r\n\r\n"), [405]),
    .refused("an extension without a name", 400, chunks("3;\r\nabc\r\n0\r\n\r\n")),
    .refused("an extension without a value", 400, chunks("3;a=\r\nabc\r\n0\r\n\r\n")),
    .refused("an extension with an open quotation mark", 400, chunks("3;a=\"b\r\nabc\r\n0\r\n\r\n")),
    .refused("something behind a quoted value", 400, chunks("3;a=\"b\"c\r\nabc\r\n0\r\n\r\n")),
    .refused("a space behind an extension", 400, chunks("3;a \r\nabc\r\n0\r\n\r\n")),
    .refused("a NUL in an extension", 400, chunks("3;\0\r\nabc\r\n0\r\n\r\n")),
    .refused("a CR in an extension", 400, chunks("3;a\rb\r\nabc\r\n0\r\n\r\n")),
    .refused("a trailer without a colon", 400, chunks("0\r\nX\r\n\r\n")),
    .refused("a trailer with a space before the colon", 400, chunks("0\r\nX : y\r\n\r\n")),
    .refused("a folded trailer", 400, chunks("0\r\nX: y\r\n z\r\n\r\n")),
    .refused("a bare LF behind a trailer", 400, chunks("0\r\nX: y\n\r\n")),
    .refused("both framings", 400, post(["Transfer-Encoding: chunked", "Content-Length: 3"], "0\r\n\r\n")),
    .refused(
      "both framings the other way round", 400, post(["Content-Length: 3", "Transfer-Encoding: chunked"], "0\r\n\r\n")),
    .refused(
      "both framings and a length of 0", 400, post(["Content-Length: 0", "Transfer-Encoding: chunked"], "0\r\n\r\n")),
    .refused("a coding nobody knows", 501, post(["Transfer-Encoding: xchunked"], "0\r\n\r\n")),
    .refused("a coding before chunked", 501, post(["Transfer-Encoding: gzip, chunked"], "0\r\n\r\n")),
    .refused("the identity coding", 501, post(["Transfer-Encoding: identity"])),
    .refused("a coding behind chunked", 400, post(["Transfer-Encoding: chunked, gzip"], "0\r\n\r\n")),
    .refused("chunked twice", 400, post(["Transfer-Encoding: chunked, chunked"], "0\r\n\r\n")),
    .refused(
      "chunked twice in two lines", 400,
      post(["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], "0\r\n\r\n")),
    .refused("an empty coding", 400, post(["Transfer-Encoding:"], "0\r\n\r\n")),
    .refused("a quoted coding", 501, post(["Transfer-Encoding: \"chunked\""], "0\r\n\r\n")),
    .refused("a vertical tab before the coding", 400, post(["Transfer-Encoding: \u{B}chunked"], "0\r\n\r\n")),
    .refused("a coding with a parameter", 501, post(["Transfer-Encoding: chunked;a=b"], "0\r\n\r\n")),
    .refused(
      "chunked in HTTP/1.0", 400, message("POST / HTTP/1.0", ["Transfer-Encoding: chunked"], "0\r\n\r\n")),
  ]
}
