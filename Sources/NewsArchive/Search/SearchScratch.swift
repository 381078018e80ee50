/// The memory a query works in: as large as the corpus, so it is kept and used again.
///
/// Between queries all of it is zero; a query cleans what it touched.
struct SearchScratch: Sendable {
  /// The documents that match all clauses so far.
  private(set) var matches: DocumentSet
  /// What they score.
  private(set) var scores: [UInt32]
  /// The documents that match the clause in hand, and the best match of each: weight × impact.
  private var found: DocumentSet
  private var best: [UInt16]
  private var isFirst = true

  init(documentCount: Int) {
    matches = DocumentSet(capacity: documentCount)
    found = matches
    scores = [UInt32](repeating: 0, count: documentCount)
    best = [UInt16](repeating: 0, count: documentCount)
  }

  /// Adds the documents of a list to what the clause in hand finds, as far as they matched the clauses before.
  mutating func add(_ list: PostingLists.List, of postings: PostingLists, weight: Int, skippingNames: Bool) {
    let highest: UInt8 = skippingNames ? PostingLists.namesOnly - 1 : .max
    if isFirst {
      for number in 0..<list.blockCount {
        let block = postings.block(number, of: list)
        Self.add(block, of: postings.bytes.span, highest, UInt16(weight), among: nil, to: &found.words, best: &best)
      }
      return
    }
    var number = 0
    var candidate = matches.first(from: 0)
    while let document = candidate, let next = postings.firstBlock(of: list, from: number, reaching: document) {
      let block = postings.block(next, of: list)
      Self.add(block, of: postings.bytes.span, highest, UInt16(weight), among: matches, to: &found.words, best: &best)
      number = next + 1
      candidate = number < list.blockCount ? matches.first(from: block.last + 1) : nil
    }
  }

  private static func add(
    _ block: PostingLists.Block, of bytes: Span<UInt8>, _ highestImpact: UInt8, _ weight: UInt16,
    among candidates: DocumentSet?, to found: inout [UInt64], best: inout [UInt16]
  ) {
    var found = found.mutableSpan
    var best = best.mutableSpan
    var index = block.start + block.count
    var document = block.previous
    // Neighbours share a word of the set; it is written once for all of them.
    var word = 0
    var bits: UInt64 = 0
    for number in block.start..<block.start + block.count {
      document &+= PostingLists.number(bytes, &index)
      if document >> 6 != word {
        found[word] |= bits
        word = document >> 6
        bits = 0
      }
      let bit: UInt64 = 1 << UInt64(document & 63)
      if let candidates, candidates.words[word] & bit == 0 { continue }
      let impact = bytes[number]
      if impact > highestImpact { continue }
      bits |= bit
      best[document] = max(best[document], weight &* UInt16(impact & 0x7F))
    }
    found[word] |= bits
  }

  /// Adds one document that matches the clause in hand.
  mutating func add(_ document: Int, _ value: UInt16) {
    found.insert(document)
    if value > best[document] { best[document] = value }
  }

  /// The documents that matched the clauses before; nil before the first.
  var candidates: DocumentSet? { isFirst ? nil : matches }

  /// Ends a clause that must match: what it did not find is out.
  mutating func require(importance: Int) {
    if !isFirst {
      var lost = matches
      lost.subtract(found)
      drop(lost)
    }
    isFirst = false
    swap(&matches, &found)
    found.removeAll()
    Self.settle(matches, UInt32(importance), &scores, &best)
  }

  private static func settle(
    _ matches: DocumentSet, _ importance: UInt32, _ scores: inout [UInt32], _ best: inout [UInt16]
  ) {
    var scores = scores.mutableSpan
    var best = best.mutableSpan
    matches.forEach { document in
      scores[document] &+= importance &* UInt32(best[document])
      best[document] = 0
    }
  }

  /// Ends a clause that must not match: what it found is out.
  mutating func exclude() {
    found.forEach { best[$0] = 0 }
    var lost = found
    lost.formIntersection(matches)
    drop(lost)
    matches.subtract(found)
    found.removeAll()
  }

  /// Lets everything match.
  mutating func matchAll() {
    isFirst = false
    matches = DocumentSet(capacity: matches.capacity, 0..<matches.capacity)
  }

  private mutating func drop(_ documents: DocumentSet) {
    documents.forEach { scores[$0] = 0 }
  }

  /// Makes everything zero again.
  mutating func clear() {
    drop(matches)
    matches.removeAll()
    isFirst = true
  }
}
