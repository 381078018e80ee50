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
    var union = TermTable()
    let numbersInUnion = parts.map { part in
      (0..<part.table.count).map { union.number(interning: part.table.terms[$0].span) }
    }
    let order = union.terms.sorted()
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    var capitals = [Int32](repeating: 0, count: order.count)
    numbers = zip(parts, numbersInUnion).map { part, numbersInUnion in
      var numbers = [UInt32](repeating: Self.absent, count: order.count)
      for (number, inUnion) in numbersInUnion.enumerated() {
        numbers[places[inUnion]] = UInt32(clamping: number)
        capitals[places[inUnion]] &+= part.occurrences[number].capitals
      }
      return numbers
    }
    nouns = DocumentSet(capacity: order.count, order.indices.lazy.filter { capitals[$0] > 0 })
    table = TermTable(ByteStrings(union.terms, at: order))
  }
}
