import NewsArchive

extension JSONWriter {
  /// A date as `DateResource`'s schema has it; `file` holds its words, where it is known. `assumes` is written only for a source's capture.
  mutating func date(_ date: UncertainDate?, in file: SeedFile?, assumes: [String]? = nil) {
    guard let date else { return null() }
    object {
      $0.key("edtf")
      $0.edtf(date)
      $0.member("earliest", date.earliest)
      $0.member("latest", date.latest)
      $0.member("precision", date.precision.rawValue)
      $0.member("approximate", date.isApproximate)
      $0.member("basis", date.basis.rawValue)
      $0.member("text", date.words.flatMap { words in file.map { Passage(words, in: $0) } })
      if let assumes { $0.member("assumes", assumes) }
    }
  }

  /// Most dates are days, and a list has sixty of them: those are written without a string in between.
  private mutating func edtf(_ date: UncertainDate) {
    if case .day(let day) = date.extent, !date.isApproximate { string(day) } else { string(date.edtf) }
  }
}
