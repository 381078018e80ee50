extension Archive {
  /// The number of items the search knows; they are numbered from 0.
  public var documentCount: Int { searchCorpus.count }

  /// The numbers of all items of a kind, in the order of the archive's array.
  public func documents(of kind: SearchItem.Kind) -> Range<Int> { searchCorpus.documents(of: kind) }

  /// The item of a number below `documentCount`.
  public func item(_ document: Int) -> SearchItem { searchCorpus.item(document) }

  /// The answer to a query over all items: `SearchIndex.search(_:among:offset:limit:)`.
  public func search(
    _ query: SearchQuery, among filter: DocumentSet? = nil, offset: Int = 0, limit: Int = 20
  ) -> SearchResult {
    searchIndex.search(query, among: filter, offset: offset, limit: limit)
  }

  /// Why each hit of an answer was found, in their order; the ranges of each lie in the source of an article's or teaser's first sighting, or of a
  /// cooperation's or event's first evidence.
  ///
  /// - Complexity: O(*n*) in the bytes of the hits' items.
  public func presentations(of result: SearchResult) -> [SearchPresentation] {
    let matcher = DocumentMatcher(result.plan, in: searchIndex.dictionary)
    return result.hits.map { SearchPresentation(of: searchCorpus.document($0.document), in: result, with: matcher) }
  }
}
