extension String {
  /// The text as names are compared: lower case, ä, ö, ü and ß as two letters, other marks dropped, all else kept.
  ///
  /// `München`, its decomposed form, and `muenchen` fold to the same.
  public var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      guard utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
      return String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var letters: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      if !LatinLetters.isMark(scalar) {
        letters.append(scalar)
      } else if let letter = letters.popLast() {
        letters.append(LatinLetters.composed(letter, scalar) ?? letter)
      }
    }
    let folded = letters.flatMap { letter in
      Slug.spelling(of: letter).map { [$0.first, $0.second].compactMap(\.self) } ?? Array(letter.utf8)
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
