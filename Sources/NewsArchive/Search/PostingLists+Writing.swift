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
    if postings.documents.count * 4 >= documentCount {
      frequentTerms[starts.count] = FrequentTerm(postings, documentCount: documentCount)
    }
    starts.append(UInt32(clamping: bytes.count))
    let count = postings.documents.count
    Self.append(count, to: &bytes)
    let blockCount = (count + Self.blockLength - 1) / Self.blockLength
    let table = bytes.count
    if blockCount > 1 { bytes.append(contentsOf: repeatElement(0, count: 8 * blockCount)) }
    let blocks = bytes.count
    var previous = -1
    for block in 0..<blockCount {
      let range = block * Self.blockLength..<min(count, (block + 1) * Self.blockLength)
      appendDocuments(postings.documents[range], behind: previous, impacts: postings.impacts[range])
      previous = Int(postings.documents[range.upperBound - 1])
      let places = range.lowerBound == 0 ? 0 : postings.placeEnds[range.lowerBound - 1]
      bytes.append(contentsOf: postings.places[places..<postings.placeEnds[range.upperBound - 1]])
      if blockCount > 1 {
        set(UInt32(clamping: previous), at: table + 8 * block)
        set(UInt32(clamping: bytes.count - blocks), at: table + 8 * block + 4)
      }
    }
  }

  private mutating func set(_ word: UInt32, at index: Int) {
    for byte in 0..<4 { bytes[index + byte] = UInt8(truncatingIfNeeded: word >> UInt32(8 * byte)) }
  }

  private mutating func appendDocuments(
    _ documents: ArraySlice<UInt32>, behind previous: Int, impacts: ArraySlice<UInt8>
  ) {
    var before = UInt32(truncatingIfNeeded: previous)
    var all: UInt32 = 0
    for document in documents {
      all |= document &- before &- 1
      before = document
    }
    let width = UInt32.bitWidth - all.leadingZeroBitCount
    bytes.append(UInt8(width))
    bytes.append(contentsOf: impacts)
    before = UInt32(truncatingIfNeeded: previous)
    var bits: UInt64 = 0
    var count = 0
    for document in documents {
      bits |= UInt64(document &- before &- 1) << UInt64(count)
      before = document
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
  var documents: [UInt32] = []
  var impacts: [UInt8] = []
  var places: [UInt8] = []
  /// Where each posting's places end.
  var placeEnds: [Int] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    placeEnds.removeAll(keepingCapacity: true)
  }
}
