/// Which content codings a client takes (RFC 9110 §12.5.3), of those this server can send.
struct AcceptEncoding: Equatable {
  /// Weights in thousandths; nil where the field does not name the coding.
  private var gzip: Int?
  private var identity: Int?
  private var any: Int?

  /// Whether gzip may be sent and is not wanted less than the content as it is.
  var prefersGzip: Bool { gzipWeight > 0 && gzipWeight >= identity ?? 0 }

  /// Whether gzip may be sent and the content as it is may not. Where neither may, the content goes as it is.
  var requiresGzip: Bool { gzipWeight > 0 && (identity ?? any) == 0 }

  private var gzipWeight: Int { gzip ?? any ?? 0 }

  /// Takes in one field line; members that are no `coding [;q=weight]` are passed over.
  mutating func add(_ bytes: Span<UInt8>, in value: Range<Int>) {
    var rest = value
    while let member = bytes.nextMember(of: &rest) {
      let semicolon = bytes.firstIndex(of: UInt8(ascii: ";"), in: member) ?? member.upperBound
      let coding = bytes.trimmed(member.lowerBound..<semicolon)
      guard let weight = Self.weight(bytes, in: semicolon..<member.upperBound) else { continue }
      if bytes.equalsIgnoringCase("gzip", in: coding) || bytes.equalsIgnoringCase("x-gzip", in: coding) {
        gzip = weight
      } else if bytes.equalsIgnoringCase("identity", in: coding) {
        identity = weight
      } else if bytes.equals("*", in: coding) {
        any = weight
      }
    }
  }

  /// The weight that `;q=0.5` writes, in thousandths (RFC 9110 §12.4.2); 1000 for nothing, nil for anything else.
  private static func weight(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return 1_000 }
    let parameter = bytes.trimmed(range.lowerBound + 1..<range.upperBound)
    guard parameter.count >= 3, parameter.count <= 7, bytes[parameter.lowerBound].asciiLowercased == UInt8(ascii: "q"),
      bytes[parameter.lowerBound + 1] == UInt8(ascii: "="),
      let whole = bytes[parameter.lowerBound + 2].decimalDigitValue, whole <= 1
    else { return nil }
    var weight = whole * 1_000
    guard parameter.count > 3 else { return weight }
    guard bytes[parameter.lowerBound + 3] == UInt8(ascii: ".") else { return nil }
    var unit = 100
    for index in parameter.lowerBound + 4..<parameter.upperBound {
      guard let digit = bytes[index].decimalDigitValue else { return nil }
      weight += digit * unit
      unit /= 10
    }
    return weight <= 1_000 ? weight : nil
  }
}
