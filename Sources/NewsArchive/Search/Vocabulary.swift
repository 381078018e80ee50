/// The words that the parts of a corpus have, as one sorted list.
struct Vocabulary: Sendable {
  let table: TermTable
  /// The words that are mostly written with a capital letter.
  let nouns: DocumentSet
  /// For each part its own number of each word of the list; `absent` where it has none.
  let numbers: [[UInt32]]

  /// The number of a word that a part does not have.
  static let absent = UInt32.max

  /// The list.
  var terms: ByteStrings { table.terms }

  init(of parts: [CorpusPart]) {
    let sorted = concurrentMap(count: parts.count) { parts[$0].table.terms.sorted() }
    var numbers = parts.map { _ in [UInt32]() }
    var terms = ByteStrings()
    var capitals: [Int32] = []
    var cursors = [Int](repeating: 0, count: parts.count)
    while true {
      // The least word that a part has next; the parts are as many as cores.
      var least: (part: Int, head: UInt64, word: ArraySlice<UInt8>)?
      for part in parts.indices where cursors[part] < sorted[part].count {
        let head = sorted[part][cursors[part]].head
        if let least, least.head < head { continue }
        let word = parts[part].table.terms[Int(sorted[part][cursors[part]].index)]
        if let least, least.head == head, ByteStrings.compare(least.word, word) <= 0 { continue }
        least = (part, head, word)
      }
      guard let least else { break }
      var balance: Int32 = 0
      for part in parts.indices {
        var number = Self.absent
        if cursors[part] < sorted[part].count, sorted[part][cursors[part]].head == least.head {
          let candidate = sorted[part][cursors[part]].index
          if parts[part].table.terms.isEqual(Int(candidate), to: least.word.span) { number = candidate }
        }
        numbers[part].append(number)
        if number == Self.absent { continue }
        balance &+= parts[part].capitals[Int(number)]
        cursors[part] += 1
      }
      terms.append(least.word.span)
      capitals.append(balance)
    }
    var nouns = DocumentSet(capacity: terms.count)
    for (term, balance) in capitals.enumerated() where balance > 0 { nouns.insert(term) }
    (table, self.nouns, self.numbers) = (TermTable(terms), nouns, numbers)
  }
}
