/// What one core reads of the corpus: its words numbered as they come, and for each the places where it occurs, turned
/// over (from document → words to word → documents) while reading.
///
/// A **place** is the number of words before it in the document, over all its passages, and the gaps between these.
///
/// The places of a word are a chain of pieces in one array, each twice as long as the one before; its last four bytes
/// are the address of the next. So nothing is moved and nothing sorted, however many words there are.
struct CorpusPart: Sendable {
  /// Where a word's chain begins and goes on, and what was written last.
  private struct Chain: Sendable {
    let start: UInt32
    var next: UInt32
    /// Where the address of the next piece belongs.
    var end: UInt32
    var pieceLength: UInt32
    var document: UInt32
    var place: UInt32
  }

  private(set) var table = TermTable()
  /// For each term, how often it is written with a capital letter minus how often without.
  private(set) var capitals: [Int32] = []
  /// The documents read, ascending; for each of them the number of words in each field, and its day.
  private(set) var documents: [UInt32] = []
  private(set) var lengths: [UInt16] = []
  private(set) var days: [Int32] = []

  private var chains: [Chain] = []
  private var bytes: [UInt8] = []

  private static let addressLength: UInt32 = 4
  private static let highestPlace = 0xFF_FF00

  /// The length of the piece behind one of `length` bytes.
  private static func pieceLength(behind length: UInt32) -> UInt32 { min(max(16, 2 * length), 1 << 14) }

  /// Reads a document; its number is higher than those before.
  mutating func read(_ document: SearchDocument, number: UInt32) {
    let fields = SearchDocument.Field.allCases.count
    let first = lengths.count
    lengths.append(contentsOf: repeatElement(0, count: fields))
    var start = 0
    var before: SearchDocument.Field?
    for passage in document.passages {
      // A gap, so that no phrase reaches from one passage into the next, and no word is near one of another field.
      if let before { start += before == passage.field ? 1 : Proximity.maximumDistance }
      before = passage.field
      let field = passage.field.rawValue
      var reader = document.reader(of: passage)
      var last = 0
      var count = 0
      while let word = reader.next() {
        let term = table.number(interning: reader.letters.span)
        if term == capitals.count { addTerm() }
        if !word.isWhole { capitals[term] &+= word.isCapitalized ? 1 : -1 }
        append(min(start + word.position, Self.highestPlace), field: field, of: number, to: term)
        last = word.position
        count += 1
      }
      start += last + 1
      lengths[first + field] = UInt16(clamping: Int(lengths[first + field]) + count)
    }
    documents.append(number)
    days.append(document.date?.dayNumber ?? .min)
  }

  private mutating func addTerm() {
    capitals.append(0)
    let start = UInt32(clamping: bytes.count)
    var chain = Chain(
      start: start, next: start, end: start, pieceLength: 0, document: .max, place: 0)
    addPiece(to: &chain)
    chains.append(chain)
  }

  private mutating func addPiece(to chain: inout Chain) {
    chain.next = UInt32(clamping: bytes.count)
    chain.pieceLength = Self.pieceLength(behind: chain.pieceLength)
    chain.end = chain.next + chain.pieceLength - Self.addressLength
    bytes.append(contentsOf: repeatElement(0, count: Int(chain.pieceLength)))
  }

  /// Notes that a term occurs: the step from its document before (0: the same one), then that from its place before in
  /// the document, with the field in the lowest three bits.
  private mutating func append(_ place: Int, field: Int, of document: UInt32, to term: Int) {
    var chain = chains[term]
    // A new chain stands at −1, so that its first step is none of 0.
    let step = document &- chain.document
    append(step, to: &chain)
    // The whole of a joined word stands where its first part does, which may be the same term when both are cut.
    let place = max(UInt32(clamping: place), step == 0 ? chain.place : 0)
    append((step == 0 ? place - chain.place : place) << 3 | UInt32(clamping: field), to: &chain)
    (chain.document, chain.place) = (document, place)
    chains[term] = chain
  }

  /// Writes a number to base 128, as `PostingLists` does.
  private mutating func append(_ number: UInt32, to chain: inout Chain) {
    var rest = number
    while true {
      if chain.next == chain.end {
        let address = Int(chain.end)
        addPiece(to: &chain)
        for byte in 0..<4 { bytes[address + byte] = UInt8(truncatingIfNeeded: chain.next >> UInt32(8 * byte)) }
      }
      bytes[Int(chain.next)] = UInt8(truncatingIfNeeded: rest & 0x7F) | (rest < 0x80 ? 0 : 0x80)
      chain.next += 1
      if rest < 0x80 { return }
      rest >>= 7
    }
  }

  /// Writes a term's chain to `buffer`, one piece behind the other.
  func copyChain(of term: Int, to buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    let chain = chains[term]
    var start = chain.start
    var length = Self.pieceLength(behind: 0)
    while start + length - Self.addressLength != chain.end {
      let end = Int(start + length - Self.addressLength)
      buffer.append(contentsOf: bytes[Int(start)..<end])
      start = (0..<4).reduce(0) { $0 | UInt32(bytes[end + $1]) << UInt32(8 * $1) }
      length = Self.pieceLength(behind: length)
    }
    buffer.append(contentsOf: bytes[Int(start)..<Int(chain.next)])
  }
}
