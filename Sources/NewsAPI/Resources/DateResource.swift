import NewsArchive

/// A date as answers show it; its words lie in a source, where that is known.
struct DateResource: JSONValue {
  private let date: UncertainDate
  private let words: Passage?
  /// What it takes for granted: written only for a source's capture.
  private let assumes: [String]?

  /// Nil where there is no date.
  init?(_ date: UncertainDate?, in source: Int?, of archive: Archive, assumes: [String]? = nil) {
    guard let date else { return nil }
    self.date = date
    words = source.flatMap { Passage(date.words, in: $0, of: archive) }
    self.assumes = assumes
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("edtf", date.edtf)
      $0.member("earliest", date.earliest)
      $0.member("latest", date.latest)
      $0.member("precision", date.precision.rawValue)
      $0.member("approximate", date.isApproximate)
      $0.member("basis", date.basis.rawValue)
      $0.member("text", words)
      if let assumes { $0.member("assumes", assumes) }
    }
  }

  static func columns(_ name: String) -> [String] { [name, name + "_earliest", name + "_latest"] }
  var cells: [String] { [date.edtf, date.earliest?.description ?? "", date.latest?.description ?? ""] }
}
