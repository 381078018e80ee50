extension String {
  /// The text with what a format takes for its own written in that format's way; nil keeps a scalar.
  ///
  /// Every format's rules are one such function: pages are foreign text, and nothing of them may end a cell, a line,
  /// a label or an element.
  func escaped(_ replacement: (Unicode.Scalar) -> String?) -> String {
    unicodeScalars.map { replacement($0) ?? String($0) }.joined()
  }
}
