/// The documents in which words stand one behind the other.
///
/// The rarest word says where the phrase may begin; each of the others, word by word, keeps of these places those that it
/// follows. All places of a word in some thousand documents are one sorted list of numbers, so that this is one merge of
/// two lists, without a branch that nobody can predict, and nothing grows with the corpus.
struct PhraseMatcher {
  /// One of the words: how many come before it, and the terms it may be.
  private struct Slot {
    let offset: Int
    let terms: [Int]
    let cost: Int
  }

  /// Places are looked for in so many documents at once.
  private static let windowLength = 4_096

  private let postings: PostingLists
  /// The rarest first.
  private let slots: [Slot]
  private var target = 0
  /// The number of postings read.
  private(set) var steps = 0
  /// Where the phrase may begin, and for each of these places what the word in hand counts, 0 where it does not follow.
  private var starts: [Occurrence] = []
  private var found: [UInt8] = []
  /// The documents and the occurrences of the block in hand.
  private var documents = [UInt32](repeating: 0, count: PostingLists.blockLength)
  private var occurrences: [Occurrence] = []

  init(_ slots: [[Int]], in postings: PostingLists) {
    self.postings = postings
    self.slots = slots.enumerated().map { number, terms in
      Slot(offset: number, terms: terms, cost: terms.reduce(0) { $0 + postings.list($1).count })
    }.sorted { ($0.cost, $0.offset) < ($1.cost, $1.offset) }
  }

  /// Where the phrase begins in the next candidates, with the least impact of its words there; nil behind the last.
  mutating func next(among candidates: DocumentSet) -> [Occurrence]? {
    guard let rarest = slots.first, let first = candidates.first(from: target) else { return nil }
    target = min(first + Self.windowLength, candidates.capacity)
    starts.removeAll(keepingCapacity: true)
    for term in rarest.terms { propose(term, at: rarest.offset, among: candidates, in: first..<target) }
    if rarest.terms.count > 1 { starts.sort() }
    for slot in slots.dropFirst() where !starts.isEmpty {
      keepStarts(before: slot, among: candidates, in: first..<target)
    }
    return starts
  }

  /// Takes the places of a term as those of its word in the phrase.
  private mutating func propose(_ term: Int, at offset: Int, among candidates: DocumentSet, in window: Range<Int>) {
    let list = postings.list(term)
    var next: Int? = window.lowerBound
    var number = 0
    while let document = next, document < window.upperBound,
      let reached = postings.firstBlock(of: list, from: number, reaching: document)
    {
      let block = postings.block(reached, of: list)
      steps += block.count
      postings.appendPlaces(
        of: block, before: offset, among: candidates, in: window, through: &documents, to: &starts)
      number = reached + 1
      next = block.last < .max ? candidates.first(from: block.last + 1) : nil
    }
  }

  /// Keeps the starts that a word follows at its distance.
  private mutating func keepStarts(before slot: Slot, among candidates: DocumentSet, in window: Range<Int>) {
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement(0, count: starts.count))
    for term in slot.terms {
      let list = postings.list(term)
      var start = 0
      var number = 0
      while start < starts.count,
        let reached = postings.firstBlock(of: list, from: number, reaching: starts[start].document)
      {
        let block = postings.block(reached, of: list)
        steps += block.count
        occurrences.removeAll(keepingCapacity: true)
        postings.appendPlaces(
          of: block, before: slot.offset, among: candidates, in: window, through: &documents, to: &occurrences)
        Self.match(starts, from: &start, occurrences, &found)
        while start < starts.count, starts[start].document <= block.last { start += 1 }
        number = reached + 1
      }
    }
    var kept = 0
    for (start, impact) in found.enumerated() where impact > 0 {
      starts[kept] = starts[start].limited(to: impact)
      kept += 1
    }
    starts.removeLast(starts.count - kept)
  }

  /// Notes the impact of each occurrence where a start is.
  private static func match(
    _ starts: [Occurrence], from index: inout Int, _ occurrences: [Occurrence], _ found: inout [UInt8]
  ) {
    let starts = starts.span
    let occurrences = occurrences.span
    var found = found.mutableSpan
    var start = index
    var number = 0
    while start < starts.count, number < occurrences.count {
      let (one, other) = (starts[start].position, occurrences[number].position)
      found[start] = max(found[start], one == other ? occurrences[number].impact : 0)
      start += one <= other ? 1 : 0
      number += other <= one ? 1 : 0
    }
    index = start
  }
}

/// A word at a place in a document, with its impact there; ordered by document, then place.
struct Occurrence: Comparable {
  /// `document << 32 | place << 8 | impact`.
  private let bits: UInt64

  init(document: UInt32, place: Int, impact: UInt8) {
    bits = UInt64(document) << 32 | UInt64(truncatingIfNeeded: place) << 8 | UInt64(impact)
  }

  private init(bits: UInt64) { self.bits = bits }

  var document: Int { Int(bits >> 32) }
  /// Document and place.
  var position: UInt64 { bits >> 8 }
  var impact: UInt8 { UInt8(truncatingIfNeeded: bits) }

  /// With no more impact than this.
  func limited(to limit: UInt8) -> Occurrence { Occurrence(bits: bits & ~0xFF | UInt64(min(impact, limit))) }

  static func < (left: Occurrence, right: Occurrence) -> Bool { left.bits < right.bits }
}
