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
  /// The documents of the window in which the phrase may be.
  private var wanted: DocumentSet
  /// The number of postings read.
  private(set) var steps = 0

  init(_ slots: [[Int]], in postings: PostingLists) {
    self.postings = postings
    wanted = DocumentSet(capacity: postings.documentCount)
    self.slots = slots.enumerated().map { number, terms in
      Slot(offset: number, terms: terms, cost: terms.reduce(0) { $0 + postings.list($1).count })
    }.sorted { ($0.cost, $0.offset) < ($1.cost, $1.offset) }
  }

  /// Where the phrase begins in the next candidates, with the least impact of its words there; nil behind the last.
  mutating func next(among candidates: DocumentSet) -> [Occurrence]? {
    guard let rarest = slots.first, let first = candidates.first(from: target) else { return nil }
    // Windows are whole words of a set; before the first candidate none is left.
    let start = first & ~63
    target = min(start + Self.windowLength, candidates.capacity)
    let words = start >> 6..<(target + 63) >> 6
    for index in words { wanted.words[index] = candidates.words[index] }
    var starts = read(rarest, in: start..<target)
    for slot in slots.dropFirst() where !starts.isEmpty {
      for index in words { wanted.words[index] = 0 }
      var bits = wanted.words.mutableSpan
      for start in starts { bits[start.document >> 6] |= 1 << UInt64(start.document & 63) }
      Self.keep(&starts, at: read(slot, in: start..<target))
    }
    return starts
  }

  /// Where the phrase would begin by the places of one word in the wanted documents of a window, in order.
  private mutating func read(_ slot: Slot, in window: Range<Int>) -> [Occurrence] {
    var occurrences: [Occurrence] = []
    for term in slot.terms {
      postings.forEachBlock(of: postings.list(term), among: wanted, from: window.lowerBound, to: window.upperBound) {
        steps += $0.count
        postings.appendPlaces(of: $0, before: slot.offset, to: &occurrences) {
          window.contains($0) && wanted.contains($0)
        }
      }
    }
    if slot.terms.count > 1 { occurrences.sort() }
    return occurrences
  }

  /// Keeps the starts that are among the occurrences, with the lesser impact.
  private static func keep(_ starts: inout [Occurrence], at occurrences: [Occurrence]) {
    var (start, number, kept) = (0, 0, 0)
    while start < starts.count, number < occurrences.count {
      let (one, other) = (starts[start], occurrences[number])
      starts[kept] = one.limited(to: other.impact)
      kept += one.position == other.position ? 1 : 0
      start += one.position <= other.position ? 1 : 0
      number += other.position <= one.position ? 1 : 0
    }
    starts.removeLast(starts.count - kept)
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
  var place: Int { Int(bits >> 8 & 0xFF_FFFF) }
  /// Document and place.
  var position: UInt64 { bits >> 8 }
  var impact: UInt8 { UInt8(truncatingIfNeeded: bits) }

  /// With no more impact than this.
  func limited(to limit: UInt8) -> Occurrence { Occurrence(bits: bits & ~0xFF | UInt64(min(impact, limit))) }

  static func < (left: Occurrence, right: Occurrence) -> Bool { left.bits < right.bits }
}
