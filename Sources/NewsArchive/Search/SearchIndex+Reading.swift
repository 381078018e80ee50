import Synchronization

extension SearchIndex {
  /// The cores take the documents in slices of so many, since articles and teasers differ in length.
  private static let sliceLength = 1_024
  /// Cores that read at most: each keeps a vocabulary of its own.
  private static let mostReaders = 16

  /// What each core has read.
  static func parts(documentCount: Int, _ document: @Sendable (Int) -> SearchDocument) -> [CorpusPart] {
    let slices = Atomic(0)
    // As many run at once as there are cores; the others find nothing left to read.
    let parts = concurrentMap(count: mostReaders) { _ in
      var part = CorpusPart()
      var reader = WordReader()
      while case let start = slices.add(sliceLength, ordering: .relaxed).oldValue, start < documentCount {
        for number in start..<min(documentCount, start + sliceLength) {
          part.read(document(number), number: UInt32(clamping: number), with: &reader)
        }
      }
      return part
    }
    return parts.filter { !$0.documents.isEmpty }
  }

  /// The place of each document among all, oldest first, undated before them; of two of one day the later number first.
  static func recency(_ parts: [CorpusPart], documentCount: Int) -> [UInt32] {
    // Day and number in one, the number turned round.
    let keys = parts.flatMap { part in
      zip(part.documents, part.days).map { number, day in Int64(day) << 32 | Int64(~number) }
    }.sorted()
    var recency = [UInt32](repeating: 0, count: documentCount)
    for (place, key) in keys.enumerated() { recency[Int(~UInt32(truncatingIfNeeded: key))] = UInt32(clamping: place) }
    return recency
  }
}
