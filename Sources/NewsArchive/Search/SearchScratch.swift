/// The memory a query works in: as large as the corpus, so it is kept and used again.
///
/// A query goes over its clauses one by one, and once over the lists of each: that tells which documents match and how
/// well. What does not match is left out of account from there on, so whole blocks of a frequent word are jumped over.
struct SearchScratch: Sendable {
  /// The documents that match all clauses so far; before the first, all.
  private(set) var matches: DocumentSet
  /// Those of them that match the clause in hand; empty between clauses.
  private var found: DocumentSet
  /// The best match of the clause in hand in each document, weight × impact; 0 between clauses.
  private var best: [Int16]
  /// What each match scores; of other documents, anything.
  private var scores: [UInt32]
  private var isRated = false
  /// The first of `matches`.
  private var first = 0
  /// The number of postings the query has read.
  private(set) var steps = 0

  init(documentCount: Int) {
    matches = DocumentSet(capacity: documentCount)
    found = matches
    // Whole words of a set, so that 64 documents can be rated at once.
    scores = [UInt32](repeating: 0, count: matches.words.count * 64)
    best = [Int16](repeating: 0, count: scores.count)
  }

  /// Begins a query: all documents match.
  mutating func start() {
    matches = DocumentSet(capacity: matches.capacity, 0..<matches.capacity)
    (isRated, first, steps) = (false, 0, 0)
  }

  /// What a match scores.
  func score(_ document: Int) -> UInt32 { isRated ? scores[document] : 0 }

  /// Adds the matches that a term stands in to what the clause in hand finds; without a weight they are not rated.
  mutating func add(_ term: Int, in postings: PostingLists, weight: Int?, skippingNames: Bool) {
    let list = postings.list(term)
    let weight = weight.map { Int16(clamping: $0) }
    if !skippingNames, let frequent = postings.frequentTerm(term, list) { return add(frequent, weight) }
    let highest: UInt8 = skippingNames ? PostingLists.namesOnly - 1 : .max
    let matches = matches
    postings.forEachBlock(of: list, among: matches, from: first) { block in
      steps += block.count
      unsafe found.words.withUnsafeMutableBufferPointer { found in
        unsafe best.withUnsafeMutableBufferPointer { best in
          postings.forEachDocument(of: block) { _, document, impact in
            // Without a branch that nobody can predict: what is no match counts 0, and what is no more adds nothing.
            let bit = UInt64(document & 63)
            let isMatch = matches.words[document >> 6] >> bit & (impact <= highest ? 1 : 0)
            unsafe found[document >> 6] |= isMatch << bit
            guard let weight else { return }
            let value = weight &* Int16(impact & 0x7F) &* Int16(truncatingIfNeeded: isMatch)
            let gain = unsafe value &- best[document]
            unsafe best[document] &+= gain & ~(gain >> 15)
          }
        }
      }
    }
  }

  /// The same by a column of impacts.
  private mutating func add(_ frequent: FrequentTerm, _ weight: Int16?) {
    unsafe frequent.impacts.withUnsafeBufferPointer { impacts in
      unsafe best.withUnsafeMutableBufferPointer { best in
        for index in matches.words.indices {
          let bits = matches.words[index] & frequent.documents.words[index]
          found.words[index] |= bits
          guard let weight else { continue }
          Self.forEachRun(of: bits, at: index) { run in
            for document in run { unsafe best[document] = max(best[document], weight &* Int16(impacts[document])) }
          }
        }
      }
    }
  }

  /// Adds the documents with a phrase.
  mutating func add(_ starts: [Occurrence], weight: Int?) {
    for start in starts {
      found.insert(start.document)
      guard let weight else { continue }
      best[start.document] = max(best[start.document], Int16(weight) * Int16(start.impact))
    }
  }

  /// Counts what a phrase's matcher has read.
  mutating func addSteps(_ count: Int) { steps += count }

  /// Ends a clause that must match: what it did not find is out; the rest scores what its best match counts, no less than
  /// `least`.
  mutating func require(importance: Int, least: Int) {
    let least = Int16(clamping: least)
    let importance = UInt32(UInt16(clamping: importance))
    let kept: UInt32 = isRated ? .max : 0
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe best.withUnsafeMutableBufferPointer { best in
        for (index, bits) in found.words.enumerated() {
          Self.forEachRun(of: bits, at: index) { run in
            for document in run {
              let gain = unsafe importance &* UInt32(UInt16(bitPattern: max(best[document], least)))
              unsafe scores[document] = scores[document] & kept &+ gain
              unsafe best[document] = 0
            }
          }
        }
      }
    }
    swap(&matches, &found)
    isRated = true
    next()
  }

  /// Ends a clause that must not match, of which nothing was rated: what it found is out.
  mutating func exclude() {
    matches.subtract(found)
    next()
  }

  private mutating func next() {
    first = matches.first(from: 0) ?? matches.capacity
    found.removeAll()
  }

  /// Calls `body` with the documents of a word of a set in runs: where they are many, with all 64 at once, in the set or
  /// not, which takes the processor less time than finding out; else one by one. More documents make no fewer runs.
  @inline(__always)
  private static func forEachRun(of bits: UInt64, at index: Int, _ body: (Range<Int>) -> Void) {
    if bits.nonzeroBitCount > 16 { return body(index << 6..<(index + 1) << 6) }
    var rest = bits
    while rest != 0 {
      let document = index << 6 | rest.trailingZeroBitCount
      body(document..<document + 1)
      rest &= rest &- 1
    }
  }
}
