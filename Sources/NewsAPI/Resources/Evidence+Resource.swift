import NewsArchive

extension JSONWriter {
  /// The bytes that prove a fact: `curl -r` with `bytes` on `source` prints `exact`.
  mutating func evidence(_ evidence: Evidence, of archive: Archive) {
    let file = archive.sources[evidence.source].file
    object {
      $0.member("source") { ItemKind.sources.appendURL(evidence.source, in: archive, to: &$0) }
      $0.member("bytes", evidence.range)
      $0.member("line", file.line(at: evidence.range))
      $0.member("exact", Passage(evidence.range, in: file))
      $0.key("in")
      if let (kind, index) = archive.sources[evidence.source].item(at: evidence.range) {
        $0.reference(kind, index, in: archive)
      } else {
        $0.null()
      }
      $0.member("role", evidence.role.rawValue)
      $0.member("rule", evidence.rule.rawValue)
    }
  }
}

extension Property {
  static func evidence(
    _ name: String = "evidence", _ values: @escaping @Sendable (Archive, Int) -> [Evidence]
  ) -> Property {
    .list(
      name, values,
      cell: { archive, evidence in
        let (first, last) = (evidence.range.lowerBound, max(evidence.range.upperBound, 1) - 1)
        return "\(archive.sources[evidence.source].file.name):\(first)-\(last)"
      }, { $2.evidence($1, of: $0) })
  }
}

extension Source {
  /// The article or teaser that a range lies in: the last one that begins at it or before.
  fileprivate func item(at range: TextRange) -> (ItemKind, Int)? {
    guard let page else { return nil }
    let next = page.teasers.partitioningIndex { $0.titleLine.lowerBound > range.lowerBound }
    if next > 0, next <= teasers.count { return (.teasers, teasers[next - 1]) }
    return article.map { (.articles, $0) }
  }
}
