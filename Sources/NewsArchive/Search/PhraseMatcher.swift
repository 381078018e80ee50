/// The documents in which words stand one behind the other.
struct PhraseMatcher {
  /// For each word the cursors of the terms it may be.
  private var slots: [[PostingCursor]]
  /// The slots by the length of their lists: the rarest word proposes documents.
  private let order: [Int]
  private var target = 0
  private var starts: [Place] = []
  private var places: [Place] = []

  init(_ slots: [[Int]], in postings: PostingLists) {
    self.slots = slots.map { $0.map { PostingCursor($0, in: postings) } }
    let costs = slots.map { $0.reduce(0) { $0 + postings.list($1).count } }
    order = slots.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// The next document with the phrase, of the candidates if there are any, and the least impact of its words there.
  mutating func next(among candidates: DocumentSet?) -> (document: Int, impact: UInt8)? {
    while let document = nextWithAllWords(candidates) {
      target = document + 1
      if let impact = impact(in: document) { return (document, impact) }
    }
    return nil
  }

  private mutating func nextWithAllWords(_ candidates: DocumentSet?) -> Int? {
    var agreeing = 0
    var number = 0
    while agreeing < order.count {
      if agreeing == 0, let candidates {
        guard let candidate = candidates.first(from: target) else { return nil }
        target = candidate
      }
      let slot = order[number]
      var least = Int.max
      for cursor in slots[slot].indices {
        slots[slot][cursor].seek(target)
        least = min(least, slots[slot][cursor].document)
      }
      if least == .max { return nil }
      if least == target {
        agreeing += 1
        number = (number + 1) % order.count
      } else {
        // The rarest word proposes again.
        (target, agreeing, number) = (least, 0, 0)
      }
    }
    return target
  }

  /// The least impact of the words if they follow each other in the document.
  private mutating func impact(in document: Int) -> UInt8? {
    var impact = UInt8.max
    for slot in slots.indices {
      places.removeAll(keepingCapacity: true)
      var best: UInt8 = 0
      for cursor in slots[slot].indices where slots[slot][cursor].document == document {
        slots[slot][cursor].appendPlaces(to: &places)
        best = max(best, slots[slot][cursor].impact)
      }
      impact = min(impact, best)
      places.sort()
      if slot == 0 { starts = places } else { keepStarts(followedAfter: slot) }
      if starts.isEmpty { return nil }
    }
    return impact
  }

  /// Keeps the starts so many words behind which one of `places` is; both are sorted.
  private mutating func keepStarts(followedAfter offset: Int) {
    var next = places.startIndex
    starts.removeAll { start in
      let wanted = start.moved(words: offset)
      while next < places.endIndex, places[next] < wanted { next += 1 }
      return next == places.endIndex || places[next] != wanted
    }
  }
}
