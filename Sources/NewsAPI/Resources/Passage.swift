import NewsArchive

/// Words of a source: where they stand, and so what they are.
struct Passage: JSONValue {
  let file: SeedFile
  let range: TextRange

  /// Nil where there is no range.
  init?(_ range: TextRange?, in source: Int, of archive: Archive) {
    guard let range else { return nil }
    self.init(range, in: archive.sources[source].file)
  }

  init(_ range: TextRange, in file: SeedFile) {
    self.file = file
    self.range = range
  }

  var text: String { file.text(range) }
  var cells: [String] { [text] }
  func write(to writer: inout JSONWriter) { writer.string { file.append(range, to: &$0) } }
}
