/// What one core reads of the corpus: its words numbered as they come, and their places, turned over (from document →
/// words to word → documents) as soon as a million of them have gathered, so that the memory for it is bounded.
struct CorpusPart: Sendable {
  /// Postings of documents that follow each other, by term.
  struct Segment: Sendable {
    let firstDocument: Int
    /// The numbers of its terms in this part's table.
    fileprivate(set) var terms: [UInt32] = []
    /// Where the postings of each term end in `bytes`.
    fileprivate(set) var ends: [UInt32] = []
    /// For each posting the difference to the document before it (the first one: to `firstDocument`) and its places.
    fileprivate(set) var bytes: [UInt8] = []
  }

  private(set) var table = TermTable()
  /// For each term, how often it is written with a capital letter minus how often without.
  private(set) var capitals: [Int32] = []
  private(set) var segments: [Segment] = []
  /// The documents read, range by range; for each of them the number of words in each field, and its day.
  private(set) var ranges: [Range<Int>] = []
  private(set) var lengths: [UInt16] = []
  private(set) var dates: [CalendarDate?] = []

  /// The words of the documents in hand: their terms, and document, field and position in one number.
  private var terms: [UInt32] = []
  private var places: [UInt64] = []
  private var firstDocument = 0

  private static let segmentLength = 1_000_000

  /// Reads the documents of a range.
  mutating func read(_ range: Range<Int>, _ document: (Int) -> SearchDocument) {
    ranges.append(range)
    firstDocument = range.lowerBound
    for number in range {
      read(document(number), offset: number - firstDocument)
      if terms.count >= Self.segmentLength {
        finishSegment()
        firstDocument = number + 1
      }
    }
    finishSegment()
  }

  private mutating func read(_ document: SearchDocument, offset: Int) {
    let fields = SearchDocument.Field.allCases.count
    var next = [Int](repeating: 0, count: fields)
    var counts = [Int](repeating: 0, count: fields)
    for passage in document.passages {
      let field = passage.field.rawValue
      var reader = document.reader(of: passage)
      var last = 0
      while let word = reader.next() {
        let term = table.number(interning: reader.letters)
        if term == capitals.count { capitals.append(0) }
        if !word.isWhole { capitals[term] &+= word.isCapitalized ? 1 : -1 }
        let position = min(next[field] + word.position, Int(UInt32.max))
        terms.append(UInt32(clamping: term))
        places.append(UInt64(offset) << 36 | UInt64(field) << 32 | UInt64(position))
        counts[field] += 1
        last = word.position
      }
      // A gap, so that no phrase reaches from one passage into the next.
      next[field] += last + 2
    }
    lengths += counts.map { UInt16(clamping: $0) }
    dates.append(document.date)
  }

  /// Turns the gathered words over: a counting sort by term keeps the places of each in order.
  private mutating func finishSegment() {
    guard !terms.isEmpty else { return }
    var ends = [UInt32](repeating: 0, count: table.count)
    for term in terms { ends[Int(term)] += 1 }
    var sum: UInt32 = 0
    for term in ends.indices {
      let count = ends[term]
      ends[term] = sum
      sum += count
    }
    var sorted = [UInt64](repeating: 0, count: places.count)
    for (term, place) in zip(terms, places) {
      sorted[Int(ends[Int(term)])] = place
      ends[Int(term)] += 1
    }
    var segment = Segment(firstDocument: firstDocument)
    var start = 0
    for term in ends.indices where Int(ends[term]) > start {
      Self.append(sorted[start..<Int(ends[term])], to: &segment.bytes)
      segment.terms.append(UInt32(clamping: term))
      segment.ends.append(UInt32(clamping: segment.bytes.count))
      start = Int(ends[term])
    }
    segments.append(segment)
    terms.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Writes one term's places as postings.
  private static func append(_ places: ArraySlice<UInt64>, to bytes: inout [UInt8]) {
    var previousDocument = 0
    var index = places.startIndex
    while index < places.endIndex {
      // A group: the places in one document and field.
      let group = places[index] >> 32
      let end = places[index...].firstIndex { $0 >> 32 != group } ?? places.endIndex
      let document = Int(group >> 4)
      if index == places.startIndex || places[index - 1] >> 36 != group >> 4 {
        PostingLists.append(document - previousDocument, to: &bytes)
        previousDocument = document
      }
      let isLast = end == places.endIndex || places[end] >> 36 != group >> 4
      PostingLists.append((end - index) << 4 | (isLast ? 8 : 0) | Int(group & 7), to: &bytes)
      var previous = 0
      for place in places[index..<end] {
        let position = Int(place & 0xFFFF_FFFF)
        PostingLists.append(position - previous, to: &bytes)
        previous = position
      }
      index = end
    }
  }
}
