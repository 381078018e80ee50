/// What a word in a document counts: BM25F's saturated, length-normalised frequency over fields.
///
/// Stephen Robertson, Hugo Zaragoza, Michael Taylor: Simple BM25 Extension to Multiple Weighted Fields. CIKM 2004,
/// doi:10.1145/1031171.1031181. The frequency of a word is the sum over fields of *boost* × *count* / (1 − *b* + *b* ×
/// *length* / *mean length*); it saturates as *f* / (*k* + *f*), so that no repetition outweighs a second word.
struct FieldWeights: Sendable {
  /// By field: title, kicker, lead, body, names.
  private static let boosts: [Double] = [8, 8, 2, 1, 6]
  private static let lengthInfluence = 0.5
  private static let saturation = 2.5

  private static let fieldCount = SearchDocument.Field.allCases.count

  /// The number of words in each field of each document.
  private var lengths: [UInt16]
  /// For each field the mean of those of the documents where it has any words.
  private var means: [Double] = []

  /// Weights for the documents that the cores have read.
  init(_ parts: [CorpusPart], documentCount: Int) {
    lengths = [UInt16](repeating: 0, count: Self.fieldCount * documentCount)
    for part in parts {
      for (index, document) in part.documents.enumerated() {
        for field in 0..<Self.fieldCount {
          lengths[Int(document) * Self.fieldCount + field] = part.lengths[index * Self.fieldCount + field]
        }
      }
    }
    for field in 0..<Self.fieldCount {
      let own = stride(from: field, to: lengths.count, by: Self.fieldCount).map { lengths[$0] }.filter { $0 > 0 }
      means.append(own.isEmpty ? 1 : own.reduce(0) { $0 + Double($1) } / Double(own.count))
    }
  }

  /// The part of a word's frequency that one field of a document gives.
  func frequency(_ count: Int, _ field: Int, _ document: Int) -> Double {
    let length = Double(lengths[document * Self.fieldCount + field])
    let b = Self.lengthInfluence
    return Self.boosts[field] * Double(count) / (1 - b + b * length / means[field])
  }

  /// The impact, 1 to 127, of a frequency.
  static func impact(_ frequency: Double) -> UInt8 {
    UInt8(1 + Int(126 * frequency / (saturation + frequency)))
  }
}
