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
    var pieceLength: UInt32 = 0
    // A new chain stands at −1, so that its first step is none of 0.
    var document = UInt32.max
    var place: UInt32 = 0
    /// How often the word is written with a capital letter minus how often without.
    var capitals: Int32 = 0

    init(at address: inout UInt32) {
      (start, next, end) = (address, address, address)
      addPiece(at: &address)
    }

    private mutating func addPiece(at address: inout UInt32) {
      next = address
      pieceLength = CorpusPart.pieceLength(behind: pieceLength)
      end = next + pieceLength - CorpusPart.addressLength
      address += pieceLength
    }

    /// Notes that the term occurs: the step from its document before (0: the same one), then that from its place before
    /// in the document, with the field in the lowest three bits.
    mutating func append(
      _ word: WordReader.Word, at place: UInt32, field: UInt32, of document: UInt32, to bytes: inout [UInt8],
      _ address: inout UInt32
    ) {
      var bytes = bytes.mutableSpan
      let step = document &- self.document
      let before = step == 0 ? self.place : 0
      // The whole of a joined word stands where its first part does, which may be the same term when both are cut.
      let place = max(place, before)
      append(step, to: &bytes, &address)
      append((place - before) << 3 | field, to: &bytes, &address)
      (self.document, self.place) = (document, place)
      if !word.isWhole { capitals &+= word.isCapitalized ? 1 : -1 }
    }

    /// Writes a number to base 128, as `PostingLists` does; a new piece begins at `address`.
    private mutating func append(_ number: UInt32, to bytes: inout MutableSpan<UInt8>, _ address: inout UInt32) {
      var rest = number
      while true {
        if next == end {
          let link = Int(end)
          addPiece(at: &address)
          for byte in 0..<4 { bytes[link + byte] = UInt8(truncatingIfNeeded: next >> UInt32(8 * byte)) }
        }
        bytes[Int(next)] = UInt8(truncatingIfNeeded: rest & 0x7F) | (rest < 0x80 ? 0 : 0x80)
        next += 1
        if rest < 0x80 { return }
        rest >>= 7
      }
    }
  }

  private(set) var table = TermTable()
  /// The documents read, ascending; for each of them the number of words in each field, and its day.
  private(set) var documents: [UInt32] = []
  private(set) var lengths: [UInt16] = []
  private(set) var days: [Int32] = []

  /// One for each term.
  private var chains: [Chain] = []
  /// The pieces, and room for more.
  private var bytes: [UInt8] = []
  /// Where the next piece begins.
  private var address: UInt32 = 0

  private static let addressLength: UInt32 = 4
  private static let longestPiece: UInt32 = 1 << 14
  private static let highestPlace = 0xFF_FF00

  /// The length of the piece behind one of `length` bytes.
  private static func pieceLength(behind length: UInt32) -> UInt32 { min(max(16, 2 * length), longestPiece) }

  /// Reads a document; its number is higher than those before.
  mutating func read(_ document: SearchDocument, number: UInt32, with reader: inout WordReader) {
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
      var last = 0
      var count = 0
      document.readWords(of: passage, with: &reader) { word, letters in
        let term = table.number(interning: letters)
        append(word, at: min(start + word.position, Self.highestPlace), field: field, of: number, to: term)
        last = word.position
        count += 1
      }
      start += last + 1
      lengths[first + field] = UInt16(clamping: Int(lengths[first + field]) + count)
    }
    documents.append(number)
    days.append(document.date?.dayNumber ?? .min)
  }

  private mutating func append(_ word: WordReader.Word, at place: Int, field: Int, of document: UInt32, to term: Int) {
    if bytes.count < Int(address) + 4 * Int(Self.longestPiece) {
      bytes.append(contentsOf: repeatElement(0, count: 4 * Int(Self.longestPiece)))
    }
    if term == chains.count { chains.append(Chain(at: &address)) }
    chains[term].append(
      word, at: UInt32(clamping: place), field: UInt32(clamping: field), of: document, to: &bytes, &address)
  }

  /// How often a term is written with a capital letter minus how often without.
  func capitals(of term: Int) -> Int32 { chains[term].capitals }

  /// What the chains of some terms hold, a list each; an empty one for `Vocabulary.absent`.
  func places(of terms: ArraySlice<UInt32>) -> Lists<UInt8> {
    var lists = Lists<UInt8>()
    for term in terms {
      if term != Vocabulary.absent { add(chains[Int(term)], to: &lists) }
      lists.close()
    }
    return lists
  }

  private func add(_ chain: Chain, to lists: inout Lists<UInt8>) {
    var start = chain.start
    var length = Self.pieceLength(behind: 0)
    while start + length - Self.addressLength != chain.end {
      let end = Int(start + length - Self.addressLength)
      lists.add(bytes[Int(start)..<end])
      start = (0..<4).reduce(0) { $0 | UInt32(bytes[end + $1]) << UInt32(8 * $1) }
      length = Self.pieceLength(behind: length)
    }
    lists.add(bytes[Int(start)..<Int(chain.next)])
  }
}
