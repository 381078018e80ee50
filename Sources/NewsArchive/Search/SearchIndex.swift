import Synchronization

/// A search index that speaks German, in memory: which documents contain which words, and how much they count there.
///
/// Words are indexed as they stand (`GermanFolding`), once. All kindness is on the query's side: a word is looked up
/// as it is, with its umlauts written otherwise, by its stem, as a part of compounds, the last one as a prefix, and,
/// if nothing is found, with a typo (`SearchPlan`). Each way leads to terms whose lists are united, the better way
/// counting more; the words of a query must all match. So the index holds no form of a word but the one in the text,
/// and a match can always say how it came about.
///
/// The index keeps no text. It never changes, and any number of threads may ask it at once.
final class SearchIndex: Sendable {
  /// The number of documents; they are numbered from 0.
  let documentCount: Int
  let dictionary: TermDictionary
  let postings: PostingLists
  /// For each document its place among all when sorted from oldest to newest: what decides between equal scores.
  let recency: [UInt32]
  /// Memory for the queries under way, kept for the next ones: one for each thread that ever asked at the same time.
  private let scratches = Mutex<[SearchScratch]>([])

  /// More ranges than cores, so that no core waits long for another.
  private static let rangeCount = 16

  /// Indexes documents on all cores.
  ///
  /// 1. Each core reads a share of the documents (`CorpusPart`).
  /// 2. Their vocabularies are merged into one, sorted: from here on a term is its place in it, so nothing that depends
  ///    on which core read what is left.
  /// 3. Each core merges the postings of some ranges of terms, stems those terms and takes them apart.
  ///
  /// - Parameters:
  ///   - documentCount: The number of documents.
  ///   - placeNames: Names that are no compounds, whatever they look like: "Petershagen", "Niedersachsen".
  ///   - document: The document of a number below `documentCount`; called once for each, from any thread.
  /// - Complexity: O(*n* log *n*) in the bytes of the texts.
  init(documentCount: Int, placeNames: [String] = [], document: @Sendable (Int) -> SearchDocument) {
    self.documentCount = documentCount
    let vocabulary: Vocabulary
    let merge: PostingsMerge
    do {
      let parts = Self.parts(documentCount: documentCount, document)
      recency = Self.recency(parts, documentCount: documentCount)
      vocabulary = Vocabulary(of: parts)
      merge = PostingsMerge(parts: parts, vocabulary: vocabulary, documentCount: documentCount)
    }
    let count = vocabulary.terms.count
    let places = placeNames.compactMap { vocabulary.table.number(of: WordReader.folded($0).span) }
    let splitter = CompoundSplitter(
      table: vocabulary.table, nouns: vocabulary.nouns, places: DocumentSet(capacity: count, places))
    let ranges = (0..<Self.rangeCount).map { count * $0 / Self.rangeCount..<count * ($0 + 1) / Self.rangeCount }
    let stems = concurrentMap(count: ranges.count) {
      TermDictionary.stemHashes(of: ranges[$0], in: vocabulary.terms)
    }.reduce(into: Lists<UInt64>()) { $0.append($1) }
    let merged = concurrentMap(count: ranges.count) { index in
      var compounds: [HashOrder.Entry] = []
      for term in ranges[index] {
        splitter.forEachNestedPart(of: term) { part in
          for stem in stems[part] { compounds.append(HashOrder.Entry(hash: stem, value: UInt32(clamping: term))) }
        }
      }
      return (lists: merge.postings(of: ranges[index]), compounds: compounds)
    }
    dictionary = TermDictionary(splitter, stems: stems, compounds: merged.flatMap(\.compounds))
    var lists = merged.map(\.lists)
    postings = PostingLists(joining: &lists, documentCount: documentCount)
  }

  /// The answer to a query, best first.
  ///
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - filter: The documents that may be among the hits; nil for all.
  ///   - offset: The number of hits to leave out.
  ///   - limit: The greatest number of hits.
  /// - Complexity: Bounded by the postings of the words the query is taken to mean; no text is read.
  func search(
    _ query: SearchQuery, among filter: DocumentSet? = nil, offset: Int = 0, limit: Int = 20
  ) -> SearchResult {
    var scratch = scratches.withLock { $0.popLast() } ?? SearchScratch(documentCount: documentCount)
    defer { scratches.withLock { $0.append(scratch) } }
    for tolerance in SearchPlan.Tolerance.allCases where !query.isEmpty {
      guard let plan = SearchPlan(query, tolerance, self) else { continue }
      find(plan, in: &scratch)
      if scratch.matches.isEmpty { continue }
      return ranked(plan, among: filter, offset: max(0, offset), limit: max(0, limit), in: scratch)
    }
    return SearchResult(
      total: 0, hits: [], matches: DocumentSet(capacity: documentCount),
      suggestions: suggestions(for: query, in: &scratch), plan: SearchPlan(), steps: 0)
  }
}
