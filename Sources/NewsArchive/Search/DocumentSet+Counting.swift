extension DocumentSet {
  /// How many documents of a range are in it.
  ///
  /// - Complexity: O(*n* / 64) in the range.
  public func count(in documents: Range<Int>) -> Int {
    let documents = documents.clamped(to: 0..<capacity)
    var count = 0
    forEachWord(of: documents) { index, mask in count += (words[index] & mask).nonzeroBitCount }
    return count
  }

  /// Puts documents in, those that there is room for.
  ///
  /// - Complexity: O(*n* / 64) in the range.
  public mutating func insert(_ documents: Range<Int>) {
    forEachWord(of: documents.clamped(to: 0..<capacity)) { index, mask in words[index] |= mask }
  }

  /// Adds to the count of each of some lists how many of its documents are in it.
  ///
  /// - Parameters:
  ///   - lists: the documents of one list behind those of another; there is room for all of them.
  ///   - base: the document that the lists call 0.
  ///   - starts: where each list begins, and behind the last one where it ends.
  ///   - counts: one for each list.
  public func count(_ lists: [Int32], from base: Int, startingAt starts: [UInt32], into counts: inout [Int]) {
    let bits = words.span
    for list in counts.indices {
      let documents = lists.span.extracting(Int(starts[list])..<Int(starts[list + 1]))
      var count: UInt64 = 0
      for index in documents.indices {
        let document = base &+ Int(documents[index])
        count &+= bits[document >> 6] &>> UInt64(document & 63) & 1
      }
      counts[list] += Int(count)
    }
  }
}

/// Calls `body` with each word of a set that holds some of the documents, and their bits in it.
private func forEachWord(of documents: Range<Int>, _ body: (Int, UInt64) -> Void) {
  guard !documents.isEmpty else { return }
  for index in documents.lowerBound / 64...(documents.upperBound - 1) / 64 {
    let bits = documents.clamped(to: 64 * index..<64 * (index + 1))
    body(index, (~0 >> UInt64(64 - bits.count)) << UInt64(bits.lowerBound - 64 * index))
  }
}
