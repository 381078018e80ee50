/// A strong entity-tag (RFC 9110 §8.8.3): equal tags mean equal bytes.
struct EntityTag {
  /// With its quotation marks.
  let text: String

  /// The tag with that opaque part.
  init(_ opaque: String) { text = "\"\(opaque)\"" }

  /// Whether this tag is in the list in `range`, or the list is `*`.
  ///
  /// A weak tag is equal to this strong one only if `weakly` compared (RFC 9110 §8.8.3.2).
  func matches(_ list: Span<UInt8>, in range: Range<Int>, weakly: Bool) -> Bool {
    if list.equals("*", in: range) { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      if list[index] == UInt8(ascii: ",") || list[index] == 0x20 || list[index] == 0x09 {
        index += 1
        continue
      }
      let isWeak = index + 1 < range.upperBound && list.equals("W/", in: index..<index + 2)
      let open = isWeak ? index + 2 : index
      guard open < range.upperBound, list[open] == UInt8(ascii: "\""),
        let close = list.firstIndex(of: UInt8(ascii: "\""), in: open + 1..<range.upperBound)
      else { return false }
      if weakly || !isWeak, list.equals(text.utf8.span, in: open..<close + 1) { return true }
      index = close + 1
    }
    return false
  }
}
