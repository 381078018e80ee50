extension String {
  /// The text as names are compared: lower case, ä, ö, ü and ß as two letters, other marks dropped, all else kept.
  ///
  /// `München`, its decomposed form, and `muenchen` fold to the same.
  public var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      guard utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
      return String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var folded: [UInt8] = []
    var last: Unicode.Scalar?
    func fold(_ scalar: Unicode.Scalar) {
      if let (first, second) = Slug.spelling(of: scalar) {
        folded.append(first)
        if let second { folded.append(second) }
      } else {
        folded.append(contentsOf: scalar.utf8)
      }
    }
    for scalar in unicodeScalars {
      if LatinLetters.isMark(scalar) {
        if let letter = last { last = LatinLetters.composed(letter, scalar) ?? letter }
      } else {
        if let last { fold(last) }
        last = scalar
      }
    }
    if let last { fold(last) }
    return String(decoding: folded, as: UTF8.self)
  }
}
