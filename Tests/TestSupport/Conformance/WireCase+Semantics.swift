extension WireCase {
  private static let hello = "\"cbd8a7b341bd9b025b1e906a48ae1d19\""
  private static let alphabet = "\"749c9d7e516f4aa9e9ad9c89b6a7d529\""
  private static let text = "\"b2651b5b831b1dec56e518ea6098d87f\""
  private static let gzipText = "\"b2651b5b831b1dec56e518ea6098d87f-gzip\""

  /// RFC 9110 §13.
  static let preconditions: [WireCase] = [
    .get("an entity-tag is the digest of the content", "/", fields: [("ETag", hello)]),
    .get("a refusal has no entity-tag", "/nothing", [], 404, fields: [("ETag", nil)]),
    .get(
      "If-None-Match that matches", "/", ["If-None-Match: \(hello)"], 304,
      fields: [("ETag", hello), ("Content-Length", nil), ("Content-Type", nil), ("Connection", nil)]),
    .get("If-None-Match: *", "/", ["If-None-Match: *"], 304),
    .get("a weak tag matches in If-None-Match", "/", ["If-None-Match: W/\(hello)"], 304),
    .get("a list of tags", "/", ["If-None-Match: \"a\", \"b\" ,\(hello)"], 304),
    .get("a list over two lines", "/", ["If-None-Match: \"a\"", "If-None-Match: \(hello)"], 304),
    .get("a comma within a tag", "/", ["If-None-Match: \"a,b\", \(hello)"], 304),
    .get("another tag", "/", ["If-None-Match: \"a\""], content: "hello"),
    .get("a tag without quotation marks", "/", ["If-None-Match: cbd8a7b341bd9b025b1e906a48ae1d19"]),
    .get("half a tag", "/", ["If-None-Match: \"cbd8a7b341bd9b02"]),
    .get("an empty If-None-Match", "/", ["If-None-Match:"]),
    .get("a small w is no weak tag", "/", ["If-None-Match: w/\(hello)"]),
    .get("If-None-Match of an unknown path", "/nothing", ["If-None-Match: *"], 404),
    .get("If-Match that matches", "/", ["If-Match: \(hello)"]),
    .get("If-Match: *", "/", ["If-Match: *"]),
    .get(
      "If-Match with another tag", "/", ["If-Match: \"a\""], 412, fields: [("ETag", nil)], content: "preconditionFailed"
    ),
    .get("a weak tag does not match in If-Match", "/", ["If-Match: W/\(hello)"], 412),
    .get("If-Match in a list", "/", ["If-Match: \"a\", \(hello)"]),
    .get("If-Match with the compressed content's tag", "/text", ["If-Match: \(gzipText)"]),
    .get("If-Match fails before If-None-Match is asked", "/", ["If-None-Match: \(hello)", "If-Match: \"a\""], 412),
    .get("If-Match holds and If-None-Match is asked", "/", ["If-None-Match: \(hello)", "If-Match: \(hello)"], 304),
    .get("If-Match of an unknown path", "/nothing", ["If-Match: *"], 404),
    .get(
      "there is no date to compare with If-Modified-Since", "/", ["If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"]),
    .get("nor with If-Unmodified-Since", "/", ["If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT"]),
    WireCase(
      "HEAD is conditional too", message("HEAD / HTTP/1.1", ["Host: a", "If-None-Match: \(hello)"]), [304],
      areHeads: [true]),
    WireCase("POST is not", message("POST / HTTP/1.1", ["Host: a", "If-None-Match: *"]), [405]),
    .get("a streamed answer's tag", "/stream", ["If-None-Match: \"stream\""], 304),
    .get(
      "the compressed content's tag, compressed content wanted", "/text",
      ["Accept-Encoding: gzip", "If-None-Match: \(gzipText)"], 304,
      fields: [("ETag", gzipText), ("Vary", "Accept-Encoding")]),
    .get("the compressed content's tag, compressed content not wanted", "/text", ["If-None-Match: \(gzipText)"], 200),
    .get(
      "the content's tag, compressed content wanted", "/text", ["Accept-Encoding: gzip", "If-None-Match: \(text)"], 304,
      fields: [("ETag", text)]),
  ]

  /// RFC 9110 §14.
  static let ranges: [WireCase] = [
    .get("ranges are offered", "/alphabet", fields: [("Accept-Ranges", "bytes")]),
    .get("ranges are offered only where they are honoured", "/", fields: [("Accept-Ranges", nil)]),
    .get(
      "a range", "/alphabet", ["Range: bytes=2-4"], 206,
      fields: [("Content-Range", "bytes 2-4/26"), ("Content-Length", "3"), ("ETag", alphabet)], content: "cde"),
    .get("the first byte", "/alphabet", ["Range: bytes=0-0"], 206, content: "a"),
    .get("the last byte", "/alphabet", ["Range: bytes=25-25"], 206, content: "z"),
    .get("from a byte on", "/alphabet", ["Range: bytes=23-"], 206, content: "xyz"),
    .get("the last bytes", "/alphabet", ["Range: bytes=-3"], 206, content: "xyz"),
    .get(
      "more last bytes than there are", "/alphabet", ["Range: bytes=-99"], 206,
      fields: [("Content-Range", "bytes 0-25/26")]),
    .get("beyond the end", "/alphabet", ["Range: bytes=20-99"], 206, fields: [("Content-Range", "bytes 20-25/26")]),
    .get("everything", "/alphabet", ["Range: bytes=0-"], 206, fields: [("Content-Range", "bytes 0-25/26")]),
    .get(
      "a number that overflows", "/alphabet", ["Range: bytes=1-99999999999999999999"], 206,
      fields: [("Content-Range", "bytes 1-25/26")]),
    .get("the unit in capitals", "/alphabet", ["Range: BYTES=2-4"], 206, content: "cde"),
    .get(
      "behind the end", "/alphabet", ["Range: bytes=26-"], 416, fields: [("Content-Range", "bytes */26")],
      content: "unsatisfiableRange(length: 26)"),
    .get("a beginning that overflows", "/alphabet", ["Range: bytes=99999999999999999999-"], 416),
    .get("no last bytes", "/alphabet", ["Range: bytes=-0"], 416),
    .get("an end before the beginning", "/alphabet", ["Range: bytes=4-2"], 200),
    .get("no numbers", "/alphabet", ["Range: bytes=-"], 200),
    .get("a signed number", "/alphabet", ["Range: bytes=+1-2"], 200),
    .get("two ranges", "/alphabet", ["Range: bytes=0-1,3-4"], 200),
    .get("two lines", "/alphabet", ["Range: bytes=0-1", "Range: bytes=3-4"], 200),
    .get("another unit", "/alphabet", ["Range: lines=0-1"], 200),
    .get("no unit", "/alphabet", ["Range: 0-1"], 200),
    .get("an empty range", "/alphabet", ["Range:"], 200),
    .get("no ranges here", "/text", ["Range: bytes=0-1"], 200),
    .get("a range of an unknown path", "/nothing", ["Range: bytes=0-1"], 404),
    .get("If-Range that matches", "/alphabet", ["Range: bytes=0-1", "If-Range: \(alphabet)"], 206),
    .get("If-Range with another tag", "/alphabet", ["Range: bytes=0-1", "If-Range: \"a\""], 200),
    .get("If-Range with a weak tag", "/alphabet", ["Range: bytes=0-1", "If-Range: W/\(alphabet)"], 200),
    .get("If-Range with a date", "/alphabet", ["Range: bytes=0-1", "If-Range: Sun, 06 Nov 1994 08:49:37 GMT"], 200),
    .get("If-Range: *", "/alphabet", ["Range: bytes=0-1", "If-Range: *"], 200),
    .get("If-Range without Range", "/alphabet", ["If-Range: \(alphabet)"], 200),
    .get("If-None-Match comes before Range", "/alphabet", ["Range: bytes=0-1", "If-None-Match: \(alphabet)"], 304),
    .get("If-Match comes before Range", "/alphabet", ["Range: bytes=0-1", "If-Match: \"a\""], 412),
    WireCase(
      "Range means nothing to HEAD", message("HEAD /alphabet HTTP/1.1", ["Host: a", "Range: bytes=0-1"]), [200],
      fields: [("Content-Length", "26")], areHeads: [true]),
  ]

  /// RFC 9110 §12.5.3. Each case is its representation's third request, so that it would be compressed.
  static let codings: [WireCase] =
    [
      ("no field", [], false), ("gzip", ["Accept-Encoding: gzip"], true), ("x-gzip", ["Accept-Encoding: x-gzip"], true),
      ("in capitals", ["Accept-Encoding: GZIP"], true), ("among others", ["Accept-Encoding: br, gzip, zstd"], true),
      ("in a second line", ["Accept-Encoding: br", "Accept-Encoding: gzip"], true),
      ("an asterisk", ["Accept-Encoding: *"], true), ("a weight", ["Accept-Encoding: gzip;q=0.5"], true),
      ("a weight in spaces", ["Accept-Encoding: gzip ; q=0.001"], true),
      ("a weight of 1", ["Accept-Encoding: gzip;q=1.000"], true),
      ("no weight", ["Accept-Encoding: gzip;q=0"], false),
      ("no weight in full", ["Accept-Encoding: gzip;q=0.000"], false),
      ("everything but gzip", ["Accept-Encoding: *, gzip;q=0"], false),
      ("nothing else", ["Accept-Encoding: *;q=0"], false),
      ("gzip alone", ["Accept-Encoding: gzip, *;q=0"], true),
      ("no identity", ["Accept-Encoding: identity;q=0, gzip"], true),
      ("identity preferred", ["Accept-Encoding: identity, gzip;q=0.5"], false),
      ("gzip preferred", ["Accept-Encoding: identity;q=0.5, gzip"], true),
      ("an empty field", ["Accept-Encoding:"], false),
      ("another coding", ["Accept-Encoding: deflate"], false),
      ("a name that begins like it", ["Accept-Encoding: gzipped"], false),
      ("a weight above 1", ["Accept-Encoding: gzip;q=1.5"], false),
      ("a weight of four digits", ["Accept-Encoding: gzip;q=0.1234"], false),
      ("a negative weight", ["Accept-Encoding: gzip;q=-1"], false),
      ("a parameter", ["Accept-Encoding: gzip;level=9"], false),
    ].map { (name: String, lines: [String], isGzip: Bool) in
      .get(
        "Accept-Encoding: \(name)", "/text", lines,
        fields: [
          ("Content-Encoding", isGzip ? "gzip" : nil), ("Vary", "Accept-Encoding"), ("ETag", isGzip ? gzipText : text),
        ])
    } + [
      .get(
        "what is short is never compressed", "/", ["Accept-Encoding: gzip, identity;q=0"],
        fields: [("Content-Encoding", nil), ("Vary", nil)])
    ]
}
