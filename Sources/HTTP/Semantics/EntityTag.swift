/// A strong entity-tag (RFC 9110 §8.8.3): equal tags mean equal bytes.
struct EntityTag: Equatable {
  /// With its quotation marks.
  let bytes: [UInt8]

  /// The tag of content with that digest or name, in that coding; each coding has a tag of its own.
  ///
  /// Characters that cannot stand in a tag are left out.
  init(_ opaque: String, coding: String = "") {
    let name = (opaque + coding).utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
    bytes = [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\"")]
  }

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
      if weakly || !isWeak, list.equals(bytes, in: open..<close + 1) { return true }
      index = close + 1
    }
    return false
  }
}
