/// A place in a list that only moves on: for what needs documents in order and the places of words in them.
struct PostingCursor {
  private let postings: PostingLists
  private let list: PostingLists.List
  private var blockNumber = 0
  private var documents = [UInt32](repeating: 0, count: PostingLists.blockLength)
  private var count = 0
  private var index = 0
  private var impacts = 0
  /// Where the places of posting `placesOf` begin.
  private var places = 0
  private var placesOf = 0

  /// The document it stands at; `Int.max` behind the last.
  private(set) var document = -1

  init(_ term: Int, in postings: PostingLists) {
    self.postings = postings
    list = postings.list(term)
    load()
  }

  /// What the word counts in the document, 1 to 127.
  var impact: UInt8 { postings.bytes[impacts + index] & 0x7F }

  /// Moves to the first document at or behind `target`.
  mutating func seek(_ target: Int) {
    while document < target {
      if index + 1 < count, Int(documents[count - 1]) >= target {
        repeat { index += 1 } while Int(documents[index]) < target
        document = Int(documents[index])
      } else {
        blockNumber = postings.firstBlock(of: list, from: blockNumber + 1, reaching: target) ?? list.blockCount
        load()
      }
    }
  }

  private mutating func load() {
    guard blockNumber < list.blockCount else {
      document = .max
      return
    }
    let block = postings.block(blockNumber, of: list)
    (count, index, impacts) = (block.count, 0, block.impacts.lowerBound)
    (places, placesOf) = (postings.decode(block, into: &documents), 0)
    document = Int(documents[0])
  }

  /// Appends the places of the word in the document.
  mutating func appendPlaces(to result: inout [UInt32]) {
    places = Self.place(behind: index - placesOf, from: places, in: postings.bytes.span)
    placesOf = index
    var at = places
    var place: UInt32 = 0
    var number = 0
    while number & 1 == 0 {
      number = PostingLists.number(postings.bytes.span, &at)
      place &+= UInt32(truncatingIfNeeded: number >> 1)
      result.append(place)
    }
  }

  /// Where the places begin that come behind those of so many postings.
  private static func place(behind count: Int, from start: Int, in bytes: Span<UInt8>) -> Int {
    var at = start
    var rest = count
    while rest > 0 {
      // Only the lowest bit of each number counts: whether it is the last of its posting.
      if bytes[at] & 1 != 0 { rest -= 1 }
      while bytes[at] >= 0x80 { at += 1 }
      at += 1
    }
    return at
  }
}
