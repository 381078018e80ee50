/// For each term the documents it stands in, in one array of bytes.
///
/// A list is the number of its documents, for more than a block of them a table, and blocks of up to 128 postings. A
/// block has three runs: a byte of impact for each document, the documents, and the places. Most queries read the first
/// two only. The table says of each block its last document and its end (four bytes each, the end counted from the
/// first block), so that blocks without a candidate are jumped over, unread.
///
/// The **documents** are differences less one, all of a block in as many bits as the greatest needs; a byte at the
/// block's start says how many. So the processor never has to guess how long a number is.
///
/// The **impact** of a posting is its part of BM25F that depends on term and document alone (`FieldWeights`),
/// from 1 to 127: a query multiplies and adds integers. Its high bit says that the word stands in names only.
///
/// The **places** of a posting are steps from one to the next, the first from the document's beginning, the lowest bit
/// set on the last. They and the number of documents are little-endian base 128 (LEB128).
struct PostingLists: Sendable {
  static let blockLength = 128
  static let namesOnly: UInt8 = 0x80
  /// Documents are read eight bytes at once.
  private static let padding = 8

  var bytes: [UInt8] = []
  var starts: [UInt32] = []
  /// The frequent terms by number.
  var frequentTerms: [Int: FrequentTerm] = [:]
  let documentCount: Int

  /// No lists yet.
  init(documentCount: Int) { self.documentCount = documentCount }

  /// The lists of one range of terms behind those of the other; each is freed as it is taken, so the whole is never there
  /// twice.
  init(joining parts: inout [PostingLists], documentCount: Int) {
    self.documentCount = documentCount
    bytes.reserveCapacity(parts.reduce(Self.padding) { $0 + $1.bytes.count })
    starts.reserveCapacity(parts.reduce(0) { $0 + $1.starts.count })
    for index in parts.indices {
      let offset = bytes.count
      for (term, frequent) in parts[index].frequentTerms { frequentTerms[starts.count + term] = frequent }
      starts.append(contentsOf: parts[index].starts.lazy.map { UInt32(clamping: Int($0) + offset) })
      bytes.append(contentsOf: parts[index].bytes)
      parts[index] = PostingLists(documentCount: documentCount)
    }
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
  }

  /// One term's list: where its parts are.
  struct List {
    /// The number of documents.
    let count: Int
    /// The first entry of the table; there is none for a single block.
    let table: Int
    /// The first block.
    let blocks: Int
    let blockCount: Int
    /// Behind the last block.
    let end: Int
  }

  /// A block: its documents come behind `previous` and end with `last` (unknown in a list of one block).
  struct Block {
    let start: Int
    let count: Int
    let previous: Int
    let last: Int
    let end: Int

    /// Where its impacts are.
    var impacts: Range<Int> { start + 1..<start + 1 + count }
  }

  /// The list of a term.
  func list(_ term: Int) -> List {
    var index = Int(starts[term])
    let count = Self.number(bytes.span, &index)
    let blockCount = (count + Self.blockLength - 1) / Self.blockLength
    return List(
      count: count, table: index, blocks: blockCount > 1 ? index + 8 * blockCount : index, blockCount: blockCount,
      end: term + 1 < starts.count ? Int(starts[term + 1]) : bytes.count - Self.padding)
  }

  /// What is kept of a term besides its list if at least a quarter of all documents have it; else nil.
  func frequentTerm(_ term: Int, _ list: List) -> FrequentTerm? {
    list.count * 4 >= documentCount ? frequentTerms[term] : nil
  }

  /// Calls `body` with each block of a list that reaches over a wanted document of a range, in order.
  @inline(__always)
  func forEachBlock(
    of list: List, among wanted: DocumentSet, from first: Int, to end: Int = .max, _ body: (Block) -> Void
  ) {
    var next = wanted.first(from: first, before: end)
    var number = 0
    while let document = next, let reaching = firstBlock(of: list, from: number, reaching: document) {
      let block = block(reaching, of: list)
      body(block)
      number = reaching + 1
      next = number < list.blockCount ? wanted.first(from: block.last + 1, before: end) : nil
    }
  }

  /// The places of a term in a document, in order; none where it is not.
  func places(of term: Int, in document: Int) -> [Int] {
    let list = list(term)
    guard let reaching = firstBlock(of: list, from: 0, reaching: document) else { return [] }
    var occurrences: [Occurrence] = []
    appendPlaces(of: block(reaching, of: list), before: 0, to: &occurrences) { $0 == document }
    return occurrences.map(\.place)
  }

  /// A block of a list, by its number.
  func block(_ number: Int, of list: List) -> Block {
    let count = min(Self.blockLength, list.count - number * Self.blockLength)
    guard list.blockCount > 1 else {
      return Block(start: list.blocks, count: count, previous: -1, last: .max, end: list.end)
    }
    let entry = list.table + 8 * number
    return Block(
      start: number == 0 ? list.blocks : list.blocks + word(entry - 4),
      count: count, previous: number == 0 ? -1 : word(entry - 8), last: word(entry), end: list.blocks + word(entry + 4))
  }

  /// The first block at or behind `start` that ends with or behind a document; nil if none does.
  func firstBlock(of list: List, from start: Int, reaching document: Int) -> Int? {
    guard list.blockCount > 1 else { return start == 0 ? 0 : nil }
    let block = (start..<list.blockCount).nearPartitioningIndex { word(list.table + 8 * $0) < document }
    return block < list.blockCount ? block : nil
  }

  private func word(_ index: Int) -> Int {
    Int(bytes[index]) | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2]) << 16 | Int(bytes[index + 3]) << 24
  }

  /// Calls `body` with each document of a block, as its place in the block, its number and the word's impact.
  @inline(__always)
  func forEachDocument(of block: Block, _ body: (_ number: Int, _ document: Int, _ impact: UInt8) -> Void) {
    let width = Int(bytes[block.start])
    precondition(places(of: block) + Self.padding <= bytes.count, "A block is what was written.")
    let mask: UInt64 = 1 << UInt64(width) &- 1
    unsafe bytes.withUnsafeBytes { bytes in
      var document = block.previous
      var bit = 8 &* block.impacts.upperBound
      for number in 0..<block.count {
        let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        document &+= 1 &+ Int(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
        body(number, document, unsafe bytes[block.impacts.lowerBound &+ number])
        bit &+= width
      }
    }
  }

  /// The index of the first place of a block.
  private func places(of block: Block) -> Int {
    block.impacts.upperBound + (block.count * Int(bytes[block.start]) + 7) / 8
  }

  /// Appends the places of a block in the documents that are wanted, each so many words further to the front.
  @inline(__always)
  func appendPlaces(
    of block: Block, before offset: Int, to occurrences: inout [Occurrence], where isWanted: (Int) -> Bool
  ) {
    var numbers = [UInt32](repeating: 0, count: block.count)
    forEachDocument(of: block) { posting, document, _ in numbers[posting] = UInt32(truncatingIfNeeded: document) }
    let bytes = bytes.span
    let documents = numbers.span
    var index = places(of: block)
    // A place is a byte at least.
    occurrences.append(addingCapacity: max(0, block.end - index)) { occurrences in
      for posting in 0..<block.count {
        let isWanted = isWanted(Int(documents[posting]))
        let impact = bytes[block.impacts.lowerBound + posting] & ~Self.namesOnly
        var place = -offset
        var number = 0
        while number & 1 == 0 {
          number = Self.number(bytes, &index)
          place &+= number >> 1
          if isWanted, place >= 0 {
            occurrences.append(Occurrence(document: documents[posting], place: place, impact: impact))
          }
        }
      }
    }
  }

  /// The number at an index, which moves behind it.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, _ index: inout Int) -> Int {
    var byte = bytes[index]
    index += 1
    guard byte >= 0x80 else { return Int(byte) }
    var number = Int(byte & 0x7F)
    var shift = 7
    repeat {
      byte = bytes[index]
      index += 1
      number |= Int(byte & 0x7F) << shift
      shift += 7
    } while byte >= 0x80
    return number
  }
}

/// A word that stands in at least a quarter of all documents, and its impact in each: by column, since going through such
/// a list posting by posting is what takes the time of most queries.
struct FrequentTerm: Sendable {
  let documents: DocumentSet
  /// 0 where the word does not occur; for each bit of the set one.
  let impacts: [UInt8]

  init(_ postings: Postings, documentCount: Int) {
    var documents = DocumentSet(capacity: documentCount)
    var impacts = [UInt8](repeating: 0, count: documents.words.count * 64)
    for row in postings.rows {
      documents.insert(Int(row.document))
      impacts[Int(row.document)] = row.impact & ~PostingLists.namesOnly
    }
    (self.documents, self.impacts) = (documents, impacts)
  }
}
