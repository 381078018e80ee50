/// The documents in which words stand one behind the other.
struct PhraseMatcher {
  /// The terms that each word may be, slot by slot.
  private var cursors: [PostingCursor]
  private let slots: [Range<Int>]
  /// The slots by the length of their lists: the rarest word proposes documents.
  private let order: [Int]
  private var target = 0
  /// The number of documents looked at, times the words looked for.
  private(set) var steps = 0
  /// Where in the document in hand the phrase may begin, and the places of the word in hand.
  private var starts: [Place] = []
  private var places: [Place] = []

  init(_ slots: [[Int]], in postings: PostingLists) {
    cursors = slots.joined().map { PostingCursor($0, in: postings) }
    var start = 0
    self.slots = slots.map { slot in
      defer { start += slot.count }
      return start..<start + slot.count
    }
    let costs = slots.map { $0.reduce(0) { $0 + postings.list($1).count } }
    order = slots.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// The next document with the phrase, of the candidates if there are any, and the least impact of its words there.
  mutating func next(among candidates: DocumentSet?) -> (document: Int, impact: UInt8)? {
    while let document = nextWithAllWords(candidates) {
      target = document + 1
      steps += slots.count
      if let impact = impact(in: document) { return (document, impact) }
    }
    return nil
  }

  private mutating func nextWithAllWords(_ candidates: DocumentSet?) -> Int? {
    var agreeing = 0
    while agreeing < order.count {
      if agreeing == 0, let candidates {
        guard let candidate = candidates.first(from: target) else { return nil }
        target = candidate
      }
      var least = Int.max
      for cursor in slots[order[agreeing]] {
        cursors[cursor].seek(target)
        least = min(least, cursors[cursor].document)
      }
      if least == .max { return nil }
      // Where a word is not, the rarest proposes again.
      agreeing = least == target ? agreeing + 1 : 0
      target = least
    }
    return target
  }

  /// The least impact of the words if they follow each other in the document.
  private mutating func impact(in document: Int) -> UInt8? {
    var impact = UInt8.max
    for (number, slot) in slots.enumerated() {
      places.removeAll(keepingCapacity: true)
      var best: UInt8 = 0
      for cursor in slot where cursors[cursor].document == document {
        cursors[cursor].appendPlaces(to: &places)
        best = max(best, cursors[cursor].impact)
      }
      impact = min(impact, best)
      // Those of one term and field are in order.
      if !places.indices.dropFirst().allSatisfy({ places[$0 - 1] < places[$0] }) { places.sort() }
      if number == 0 { swap(&starts, &places) } else { keepStarts(followedAfter: number) }
      if starts.isEmpty { return nil }
    }
    return impact
  }

  /// Keeps the starts so many words behind which one of `places` is; both are sorted.
  private mutating func keepStarts(followedAfter offset: Int) {
    var next = 0
    var kept = 0
    for index in starts.indices {
      let wanted = starts[index].moved(words: offset)
      while next < places.count, places[next] < wanted { next += 1 }
      guard next < places.count, places[next] == wanted else { continue }
      starts[kept] = starts[index]
      kept += 1
    }
    starts.removeLast(starts.count - kept)
  }
}
