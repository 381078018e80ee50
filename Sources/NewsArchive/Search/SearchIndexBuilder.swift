import Synchronization

/// The parts of a search index while it is built.
///
/// 1. Each core reads a share of the documents (`CorpusPart`).
/// 2. Their vocabularies are merged into one, sorted: from here on a term is its place in it, so nothing that depends on
///    which core read what is left.
/// 3. Each core merges the postings of some ranges of terms, stems those terms and takes them apart.
struct SearchIndexBuilder {
  let dictionary: TermDictionary
  let postings: PostingLists
  let recency: [UInt32]

  /// The cores take the documents in slices of so many, since articles and teasers differ in length.
  private static let sliceLength = 1_024
  /// Cores that read at most: each keeps a vocabulary of its own.
  private static let mostReaders = 16
  /// More ranges than cores, so that no core waits long for another.
  private static let rangeCount = 16

  init(documentCount: Int, placeNames: [String], document: @Sendable (Int) -> SearchDocument) {
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
    let merged = concurrentMap(count: Self.rangeCount) { index in
      let range = count * index / Self.rangeCount..<count * (index + 1) / Self.rangeCount
      return (
        lists: merge.postings(of: range), stems: range.map { TermDictionary.StemHashes(of: vocabulary.terms[$0]) },
        parts: range.flatMap { term in splitter.nestedParts(of: term).map { (part: $0, compound: term) } }
      )
    }
    dictionary = TermDictionary(splitter, stems: merged.flatMap(\.stems), parts: merged.flatMap(\.parts))
    var lists = merged.map(\.lists)
    postings = PostingLists(joining: &lists, documentCount: documentCount)
  }

  /// What each core has read.
  private static func parts(documentCount: Int, _ document: @Sendable (Int) -> SearchDocument) -> [CorpusPart] {
    let slices = Atomic(0)
    // As many run at once as there are cores; the others find nothing left to read.
    let parts = concurrentMap(count: mostReaders) { _ in
      var part = CorpusPart()
      var reader = WordReader()
      while case let start = slices.add(sliceLength, ordering: .relaxed).oldValue, start < documentCount {
        for number in start..<min(documentCount, start + sliceLength) {
          part.read(document(number), number: UInt32(clamping: number), with: &reader)
        }
      }
      return part
    }
    return parts.filter { !$0.documents.isEmpty }
  }

  /// The place of each document among all, oldest first, undated before them; of two of one day the later number first.
  private static func recency(_ parts: [CorpusPart], documentCount: Int) -> [UInt32] {
    var days = [Int32](repeating: .min, count: documentCount)
    for part in parts {
      for (number, day) in zip(part.documents, part.days) { days[Int(number)] = day }
    }
    // Day and number in one, the number turned round.
    let keys = days.enumerated().map { Int64($1) << 32 | Int64(~UInt32(clamping: $0)) }.sorted()
    var recency = [UInt32](repeating: 0, count: documentCount)
    for (place, key) in keys.enumerated() { recency[Int(~UInt32(truncatingIfNeeded: key))] = UInt32(clamping: place) }
    return recency
  }
}
