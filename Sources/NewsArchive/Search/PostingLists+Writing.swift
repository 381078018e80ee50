/// How lists are written, term by term.
extension PostingLists {
  /// Appends a number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends the list of the next term.
  mutating func append(_ postings: Postings) {
    let count = postings.rows.count
    if count * 4 >= documentCount {
      frequentTerms[starts.count] = FrequentTerm(postings, documentCount: documentCount)
    }
    starts.append(UInt32(clamping: bytes.count))
    Self.append(count, to: &bytes)
    let blockCount = (count + Self.blockLength - 1) / Self.blockLength
    let table = bytes.count
    if blockCount > 1 { bytes.append(contentsOf: repeatElement(0, count: 8 * blockCount)) }
    let blocks = bytes.count
    var previous = -1
    var places = 0
    for block in 0..<blockCount {
      let rows = postings.rows[block * Self.blockLength..<min(count, (block + 1) * Self.blockLength)]
      appendDocuments(of: rows, behind: previous)
      let last = rows[rows.endIndex - 1]
      previous = Int(last.document)
      bytes.append(contentsOf: postings.places[places..<Int(last.placesEnd)])
      places = Int(last.placesEnd)
      if blockCount > 1 {
        set(UInt32(clamping: previous), at: table + 8 * block)
        set(UInt32(clamping: bytes.count - blocks), at: table + 8 * block + 4)
      }
    }
  }

  private mutating func set(_ word: UInt32, at index: Int) {
    for byte in 0..<4 { bytes[index + byte] = UInt8(truncatingIfNeeded: word >> UInt32(8 * byte)) }
  }

  private mutating func appendDocuments(of rows: ArraySlice<Postings.Row>, behind previous: Int) {
    var before = UInt32(truncatingIfNeeded: previous)
    var all: UInt32 = 0
    for row in rows {
      all |= row.document &- before &- 1
      before = row.document
    }
    let width = UInt32.bitWidth - all.leadingZeroBitCount
    bytes.append(UInt8(width))
    bytes.append(contentsOf: rows.lazy.map(\.impact))
    before = UInt32(truncatingIfNeeded: previous)
    var bits: UInt64 = 0
    var count = 0
    for row in rows {
      bits |= UInt64(row.document &- before &- 1) << UInt64(count)
      before = row.document
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
  }
}

/// The postings of one term while its list is made.
struct Postings {
  struct Row {
    let document: UInt32
    /// Where its places end.
    let placesEnd: UInt32
    let impact: UInt8
  }

  var rows: [Row] = []
  var places: [UInt8] = []

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }
}
