/// The lines of a page that are neither article nor teaser, known by the words they begin with.
enum Boilerplate {
  /// The name in `Weitere Meldungen und Beiträge aus dem Bereich: Politik`, or nil for any other line.
  static func sectionName(in range: TextRange, of file: SeedFile) -> TextRange? {
    guard range.count <= 200, file.begins(range, with: "Weitere ") else { return nil }
    let text = CanonicalText(range, in: file)
    let marker = Array("aus dem Bereich: ".unicodeScalars)
    guard let start = text.scalars.indices.first(where: { text.scalars[$0...].starts(with: marker) }) else {
      return nil
    }
    return TextRange(text.offsets[start + marker.count], Int(range.upperBound))
  }

  /// A bread-crumb, a list of keywords, or an address on a line of its own.
  static func matches(_ range: TextRange, in file: SeedFile) -> Bool {
    if file.begins(range, with: "http://") || file.begins(range, with: "https://") || file.begins(range, with: "www.") {
      return !file.bytes[range.indices].contains(UInt8(ascii: " "))
    }
    return file.begins(range, with: "Sie befinden sich hier:") || file.begins(range, with: "Stichwörter:")
  }
}

extension SeedFile {
  /// Whether the canonical text of a range begins with some words.
  func begins(_ range: TextRange, with words: String) -> Bool {
    guard !range.isEmpty, bytes[Int(range.lowerBound)] == words.utf8.first else { return false }
    let beginning = TextRange(
      Int(range.lowerBound), min(Int(range.upperBound), Int(range.lowerBound) + 2 * words.utf8.count))
    return CanonicalText(beginning, in: self).scalars.starts(with: words.unicodeScalars)
  }
}
