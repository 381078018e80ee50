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

  /// The mean number of words by field, where it has any.
  private let means: [Double]

  /// Weights for documents with so many words in each field, five numbers a document.
  init(lengths: [UInt16]) {
    let fieldCount = SearchDocument.Field.allCases.count
    var sums = [Double](repeating: 0, count: fieldCount)
    var counts = [Double](repeating: 0, count: fieldCount)
    for (index, length) in lengths.enumerated() where length > 0 {
      sums[index % fieldCount] += Double(length)
      counts[index % fieldCount] += 1
    }
    means = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 1 }
  }

  /// The part of a word's frequency that one field gives.
  func frequency(count: Int, field: Int, length: UInt16) -> Double {
    let b = Self.lengthInfluence
    return Self.boosts[field] * Double(count) / (1 - b + b * Double(length) / means[field])
  }

  /// The impact, 1 to 127, of a frequency.
  static func impact(_ frequency: Double) -> UInt8 {
    UInt8(1 + Int(126 * frequency / (saturation + frequency)))
  }
}
