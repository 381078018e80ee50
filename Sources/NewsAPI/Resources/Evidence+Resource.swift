import NewsArchive

extension Evidence {
  /// The bytes that prove a fact: `curl -r` with `bytes` on `source` prints `exact`.
  func shown(in archive: Archive) -> Object {
    let file = archive.sources[source].file
    return Object(["\(file.name):\(range.cells[0])"]) {
      $0.member("source", ItemKind.sources.url(source, in: archive))
      $0.member("bytes", range)
      $0.member("line", file.line(at: range))
      $0.member("exact", Passage(range, in: file))
      $0.member("in", archive.sources[source].item(at: range).map { Reference($0, $1, in: archive) })
      $0.member("role", role.rawValue)
      $0.member("rule", rule.rawValue)
    }
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
