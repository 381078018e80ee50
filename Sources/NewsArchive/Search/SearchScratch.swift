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
  private var documents: [UInt32]

  init(documentCount: Int) {
    matches = DocumentSet(capacity: documentCount)
    found = matches
    scores = [UInt32](repeating: 0, count: documentCount)
    best = [UInt16](repeating: 0, count: documentCount)
    documents = [UInt32](repeating: 0, count: PostingLists.blockLength)
  }

  /// Adds the documents of a list to what the clause in hand finds, as far as they matched the clauses before.
  mutating func add(_ list: PostingLists.List, of postings: PostingLists, weight: Int, skippingNames: Bool) {
    for number in 0..<list.blockCount {
      let block = postings.block(number, of: list)
      if !isFirst, list.blockCount > 1, !matches.intersects(block.previous + 1...block.last) { continue }
      let impacts = postings.decode(block, into: &documents)
      for index in 0..<block.count {
        let document = Int(documents[index])
        if !isFirst, !matches.contains(document) { continue }
        let impact = postings.bytes[impacts + index]
        if impact >= PostingLists.namesOnly, skippingNames { continue }
        add(document, UInt16(weight) &* UInt16(impact & 0x7F))
      }
    }
  }

  /// Adds one document that matches the clause in hand.
  mutating func add(_ document: Int, _ value: UInt16) {
    found.insert(document)
    if value > best[document] { best[document] = value }
  }

  /// Whether a document matched the clauses before.
  func isCandidate(_ document: Int) -> Bool { isFirst || matches.contains(document) }

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
    matches.forEach { document in
      scores[document] += UInt32(importance) * UInt32(best[document])
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
