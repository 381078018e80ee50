#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parts of a search index while it is built.
///
/// 1. Each core reads its share of the documents (`CorpusPart`).
/// 2. Their vocabularies are merged into one, sorted: from here on a term is its place in it, so nothing that depends on
///    which core read what is left.
/// 3. Each core merges the postings of some range of terms and takes those terms apart.
struct SearchIndexBuilder {
  let dictionary: TermDictionary
  let postings: PostingLists
  let recency: [UInt32]

  /// Documents are dealt to the cores in slices of so many, since articles and teasers differ in length.
  private static let sliceLength = 1_024
  /// More ranges than cores, so that no core waits long for another.
  private static let rangeCount = 16

  init(documentCount: Int, placeNames: [String], document: @Sendable (Int) -> SearchDocument) {
    let workers = min(max(1, ProcessInfo.processInfo.activeProcessorCount), 16)
    let slices = (documentCount + Self.sliceLength - 1) / Self.sliceLength
    let parts = concurrentMap(count: workers) { worker in
      var part = CorpusPart()
      for slice in stride(from: worker, to: slices, by: workers) {
        part.read(slice * Self.sliceLength..<min(documentCount, (slice + 1) * Self.sliceLength), document)
      }
      return part
    }
    let vocabulary = Vocabulary(of: parts)
    let merge = PostingsMerge(parts: parts, vocabulary: vocabulary, documentCount: documentCount)
    let places = Set(placeNames.compactMap { vocabulary.term(WordReader.folded($0)[...]) })

    let count = vocabulary.terms.count
    let merged = concurrentMap(count: Self.rangeCount) { index in
      let splitter = CompoundSplitter(
        term: vocabulary.term, isNoun: vocabulary.nouns.contains,
        isPlace: { vocabulary.term($0).map(places.contains) ?? false })
      let range = count * index / Self.rangeCount..<count * (index + 1) / Self.rangeCount
      return (
        merge.postings(of: range),
        range.flatMap { term in
          splitter.nestedParts(of: vocabulary.terms[term]) { vocabulary.terms[$0] }.map { (part: $0, compound: term) }
        }
      )
    }
    var postings = PostingLists()
    for (lists, _) in merged { postings.append(contentsOf: lists) }
    self.postings = postings
    var placeTerms = DocumentSet(capacity: count)
    for place in places { placeTerms.insert(place) }
    dictionary = TermDictionary(
      vocabulary.table, nouns: vocabulary.nouns, places: placeTerms, parts: merged.flatMap(\.1))
    recency = Self.recency(parts, documentCount: documentCount)
  }

  /// The place of each document among all, oldest first, undated before them; of two of one day the later number first.
  private static func recency(_ parts: [CorpusPart], documentCount: Int) -> [UInt32] {
    var days = [Int32](repeating: .min, count: documentCount)
    for part in parts {
      for (number, date) in zip(part.ranges.joined(), part.dates) { days[number] = date?.dayNumber ?? .min }
    }
    let order = days.indices.sorted { (days[$0], $1) < (days[$1], $0) }
    var recency = [UInt32](repeating: 0, count: documentCount)
    for (place, number) in order.enumerated() { recency[number] = UInt32(clamping: place) }
    return recency
  }
}
