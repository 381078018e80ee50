extension DocumentSet {
  /// How many documents of a list are in it; they are numbered from `base`, and there is room for all of them.
  public func count(of documents: ArraySlice<Int32>, from base: Int) -> Int {
    let list = documents.span
    let bits = words.span
    var count = 0
    for index in list.indices {
      let document = base &+ Int(list[index])
      count &+= Int(bits[document >> 6] >> UInt64(document & 63) & 1)
    }
    return count
  }

  /// How many documents of a range are in it.
  public func count(in documents: Range<Int>) -> Int {
    documents.reduce(0) { $0 + (contains($1) ? 1 : 0) }
  }
}
