/// The words that the parts of a corpus have, as one sorted list.
struct Vocabulary: Sendable {
  let table: TermTable
  /// The words that are mostly written with a capital letter.
  let nouns: DocumentSet
  /// For each part the places of its own numbers in the list.
  let numbers: [[UInt32]]

  /// The list.
  var terms: ByteStrings { table.terms }

  init(of parts: [CorpusPart]) {
    let tables = parts.map(\.table)
    let orders = concurrentMap(count: parts.count) { tables[$0].terms.sorted().indices }
    var numbers = parts.map { [UInt32](repeating: 0, count: $0.table.count) }
    var terms = ByteStrings()
    var capitals: [Int32] = []
    var cursors = [Int](repeating: 0, count: parts.count)
    while true {
      // The least word that a part has next; the parts are as many as cores.
      var least: (part: Int, word: ArraySlice<UInt8>)?
      for part in parts.indices where cursors[part] < orders[part].count {
        let word = tables[part].terms[Int(orders[part][cursors[part]])]
        if let other = least?.word, ByteStrings.compare(other, word) <= 0 { continue }
        least = (part, word)
      }
      guard let least else { break }
      var balance: Int32 = 0
      for part in parts.indices where cursors[part] < orders[part].count {
        let local = Int(orders[part][cursors[part]])
        guard tables[part].terms[local].elementsEqual(least.word) else { continue }
        numbers[part][local] = UInt32(clamping: terms.count)
        balance &+= parts[part].capitals[local]
        cursors[part] += 1
      }
      terms.append(least.word)
      capitals.append(balance)
    }
    var nouns = DocumentSet(capacity: terms.count)
    for (term, balance) in capitals.enumerated() where balance > 0 { nouns.insert(term) }
    (table, self.nouns, self.numbers) = (TermTable(terms), nouns, numbers)
  }

  /// The place of a word, or nil if no part has it.
  func term(_ word: ArraySlice<UInt8>) -> Int? { table.number(of: word) }
}
