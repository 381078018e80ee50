/// The memory a query works in: as large as the corpus, so it is kept and used again.
///
/// A query goes over its words twice. First it finds the documents that match, all of them and exactly, as sets of bits.
/// Then it rates those that may be hits, and no others. Between queries all of it is zero; a query cleans what it touched.
struct SearchScratch: Sendable {
  /// The documents that match all clauses so far.
  private(set) var matches: DocumentSet
  /// The documents that match the clause in hand.
  private var found: DocumentSet
  private var isFirst = true
  /// The first document of `matches`, and while rating, of `candidates`.
  private var first = 0
  /// The matches that pass the filter, and what they score.
  private(set) var candidates: DocumentSet
  private(set) var scores: [UInt32]
  /// The best match of the clause in hand in each candidate: weight × impact.
  private var best: [Int16]
  /// The number of postings the query has read.
  private(set) var steps = 0
  /// Where phrases were found, and their value there, with the number of their clause.
  private var phrases: [(clause: Int, document: Int, value: Int16)] = []

  init(documentCount: Int) {
    matches = DocumentSet(capacity: documentCount)
    (found, candidates) = (matches, matches)
    // Whole words of a set, so that 64 documents can be rated at once.
    scores = [UInt32](repeating: 0, count: matches.words.count * 64)
    best = [Int16](repeating: 0, count: scores.count)
  }

  /// The documents that may match: those that matched the clauses before.
  var proposed: DocumentSet { isFirst ? DocumentSet(capacity: matches.capacity, 0..<matches.capacity) : matches }

  // MARK: - Finding

  /// Adds the documents of a term to what the clause in hand finds, at least those that matched the clauses before.
  mutating func find(_ term: Int, in postings: PostingLists, skippingNames: Bool) {
    let list = postings.list(term)
    if !skippingNames, let frequent = postings.frequentTerm(term, list) { return found.formUnion(frequent.documents) }
    let (matches, isFirst) = (matches, isFirst)
    postings.forEachBlock(of: list, from: first, firstWanted: { isFirst ? $0 : matches.first(from: $0) }) {
      find($0, of: postings, skippingNames)
    }
  }

  private mutating func find(_ block: PostingLists.Block, of postings: PostingLists, _ skippingNames: Bool) {
    steps += block.count
    let highest: UInt8 = skippingNames ? PostingLists.namesOnly - 1 : .max
    unsafe found.words.withUnsafeMutableBufferPointer { found in
      _ = postings.forEachDocument(of: block) { _, document, impact in
        unsafe found[document >> 6] |= (impact <= highest ? 1 : 0) << UInt64(document & 63)
      }
    }
  }

  /// Adds the documents with a phrase to what the clause in hand finds.
  mutating func find(_ starts: [Occurrence], weight: Int, clause: Int) {
    for start in starts where start.document != phrases.last?.document || phrases.last?.clause != clause {
      found.insert(start.document)
      phrases.append((clause, start.document, Int16(weight) * Int16(start.impact)))
    }
  }

  /// Counts what a phrase's matcher has read.
  mutating func addSteps(_ count: Int) { steps += count }

  /// Ends a clause that must match: what it did not find is out.
  mutating func require() {
    if isFirst { swap(&matches, &found) } else { matches.formIntersection(found) }
    isFirst = false
    first = matches.first(from: 0) ?? matches.capacity
    found.removeAll()
  }

  /// Ends a clause that must not match: what it found is out.
  mutating func exclude() {
    if isFirst { matches = DocumentSet(capacity: matches.capacity, 0..<matches.capacity) }
    isFirst = false
    matches.subtract(found)
    first = matches.first(from: 0) ?? matches.capacity
    found.removeAll()
  }

  // MARK: - Rating

  /// Makes the matches that pass a filter the ones that are rated.
  mutating func propose(among filter: DocumentSet?) {
    candidates.removeAll()
    candidates.formUnion(matches)
    if let filter { candidates.formIntersection(filter) }
    first = candidates.first(from: 0) ?? candidates.capacity
  }

  /// Rates the candidates that a term stands in, for the clause in hand.
  mutating func rate(_ term: Int, in postings: PostingLists, weight: Int, skippingNames: Bool) {
    let list = postings.list(term)
    let weight = Int16(clamping: weight)
    if !skippingNames, let frequent = postings.frequentTerm(term, list) { return rate(frequent.impacts, weight) }
    let candidates = candidates
    postings.forEachBlock(of: list, from: first, firstWanted: { candidates.first(from: $0) }) {
      rate($0, of: postings, weight, skippingNames)
    }
  }

  private mutating func rate(
    _ block: PostingLists.Block, of postings: PostingLists, _ weight: Int16, _ skippingNames: Bool
  ) {
    steps += block.count
    let highest: UInt8 = skippingNames ? PostingLists.namesOnly - 1 : .max
    let candidates = candidates.words
    unsafe best.withUnsafeMutableBufferPointer { best in
      _ = postings.forEachDocument(of: block) { _, document, impact in
        // Without a branch that nobody can predict: what is no candidate counts 0, and what is no more adds nothing.
        let isRated = candidates[document >> 6] >> UInt64(document & 63) & (impact <= highest ? 1 : 0)
        let value = weight &* Int16(impact & 0x7F) &* Int16(truncatingIfNeeded: isRated)
        let gain = unsafe value &- best[document]
        unsafe best[document] &+= gain & ~(gain >> 15)
      }
    }
  }

  /// Rates the candidates by a column of impacts.
  private mutating func rate(_ impacts: [UInt8], _ weight: Int16) {
    unsafe impacts.withUnsafeBufferPointer { impacts in
      unsafe best.withUnsafeMutableBufferPointer { best in
        Self.forEachRun(of: candidates) { run in
          for document in run { unsafe best[document] = max(best[document], weight &* Int16(impacts[document])) }
        }
      }
    }
  }

  /// Rates all candidates alike, as if the clause in hand stood in each of them once in passing.
  mutating func rateAll(weight: Int) {
    let weight = Int16(clamping: weight)
    candidates.forEach { best[$0] = max(best[$0], weight) }
  }

  /// Rates one document, if it is a candidate.
  private mutating func rate(_ document: Int, _ value: Int16) {
    if candidates.contains(document) { best[document] = max(best[document], value) }
  }

  /// Rates the candidates that the phrases of a clause were found in.
  mutating func ratePhrases(of clause: Int) {
    for phrase in phrases where phrase.clause == clause { rate(phrase.document, phrase.value) }
  }

  /// Ends the rating by a clause: adds what each candidate's best match counts.
  mutating func settle(importance: Int) {
    let importance = UInt16(clamping: importance)
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe best.withUnsafeMutableBufferPointer { best in
        Self.forEachRun(of: candidates) { run in
          for document in run {
            unsafe scores[document] &+= UInt32(importance) &* UInt32(UInt16(bitPattern: best[document]))
            unsafe best[document] = 0
          }
        }
      }
    }
  }

  /// Calls `body` with all candidates in runs: where they are many, with 64 documents at once, candidates or not, which
  /// takes the processor less time than finding out; else one by one. For one set the runs are always the same.
  @inline(__always)
  private static func forEachRun(of candidates: DocumentSet, _ body: (Range<Int>) -> Void) {
    for (index, bits) in candidates.words.enumerated() where bits != 0 {
      if bits.nonzeroBitCount > 16 {
        body(index << 6..<(index + 1) << 6)
      } else {
        var rest = bits
        while rest != 0 {
          let document = index << 6 | rest.trailingZeroBitCount
          body(document..<document + 1)
          rest &= rest &- 1
        }
      }
    }
  }

  /// Makes everything zero again.
  mutating func clear() {
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      Self.forEachRun(of: candidates) { run in for document in run { unsafe scores[document] = 0 } }
    }
    candidates.removeAll()
    matches.removeAll()
    phrases.removeAll(keepingCapacity: true)
    (isFirst, first, steps) = (true, 0, 0)
  }
}
