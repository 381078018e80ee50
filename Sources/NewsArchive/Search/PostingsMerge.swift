/// Brings the places that the cores have read together, term by term, and gives each posting its impact.
struct PostingsMerge: Sendable {
  /// A term's chain of one part, read posting by posting.
  private struct Chain {
    var bytes: [UInt8] = []
    var index = 0
    /// The document whose posting comes next; `Int.max` behind the last.
    var document = Int.max

    mutating func start() {
      (index, document) = (0, -1)
      move(by: number())
    }

    mutating func move(by step: Int?) { document = step.map { document + $0 } ?? .max }

    /// The number that comes next; nil at the end.
    mutating func number() -> Int? {
      guard index < bytes.count else { return nil }
      var behind = index
      defer { index = behind }
      return PostingLists.number(bytes.span, &behind)
    }
  }

  private let parts: [CorpusPart]
  private let numbers: [[UInt32]]
  private let lengths: [UInt16]
  private let documentCount: Int
  private let weights: FieldWeights

  init(parts: [CorpusPart], vocabulary: Vocabulary, documentCount: Int) {
    let fields = SearchDocument.Field.allCases.count
    var lengths = [UInt16](repeating: 0, count: fields * documentCount)
    for part in parts {
      for (index, document) in part.documents.enumerated() {
        for field in 0..<fields { lengths[Int(document) * fields + field] = part.lengths[index * fields + field] }
      }
    }
    (self.parts, numbers, self.lengths) = (parts, vocabulary.numbers, lengths)
    self.documentCount = documentCount
    weights = FieldWeights(lengths: lengths)
  }

  /// The lists of a range of terms.
  func postings(of range: Range<Int>) -> PostingLists {
    var lists = PostingLists(documentCount: documentCount)
    var postings = Postings()
    var chains = parts.map { _ in Chain() }
    for term in range {
      postings.removeAll()
      for part in parts.indices where numbers[part][term] != Vocabulary.absent {
        parts[part].copyChain(of: Int(numbers[part][term]), to: &chains[part].bytes)
        chains[part].start()
      }
      // Each part has its documents in order, so the least of those that come next is the next of all.
      while let next = chains.indices.min(by: { chains[$0].document < chains[$1].document }),
        chains[next].document != .max
      {
        append(&chains[next], to: &postings)
      }
      lists.append(postings)
    }
    return lists
  }

  /// Appends the posting of the document that comes next in a chain.
  private func append(_ chain: inout Chain, to postings: inout Postings) {
    let document = chain.document
    let namesField = SearchDocument.Field.names.rawValue
    var frequency = 0.0
    var isInText = false
    var field = 0
    var count = 0
    while let number = chain.number() {
      if count > 0, number & 7 != field {
        frequency += self.frequency(count, field, document)
        count = 0
      }
      (field, count) = (number & 7, count + 1)
      isInText = isInText || field != namesField
      let toNext = chain.number()
      PostingLists.append((number >> 3) << 1 | (toNext == 0 ? 0 : 1), to: &postings.places)
      if toNext == 0 { continue }
      chain.move(by: toNext)
      break
    }
    frequency += self.frequency(count, field, document)
    postings.documents.append(UInt32(clamping: document))
    postings.impacts.append(FieldWeights.impact(frequency) | (isInText ? 0 : PostingLists.namesOnly))
    postings.placeEnds.append(postings.places.count)
  }

  private func frequency(_ count: Int, _ field: Int, _ document: Int) -> Double {
    weights.frequency(
      count: count, field: field, length: lengths[document * SearchDocument.Field.allCases.count + field])
  }
}
