/// The words of the dictionary that are a typo away from a word.
///
/// The sorted dictionary is walked as the tree of prefixes it is: one row of the table of edit distances for each letter
/// of the path (Levenshtein's automaton, its states worked out on the way), and as soon as no continuation can come near
/// enough, all words with that prefix are jumped over. An edit is a letter too many, too few, wrong, or two letters
/// exchanged; the first letter is seldom mistyped, so an edit there counts double. Umlauts count as their
/// vowels.
struct TypoSearch {
  struct Match {
    let term: Int
    let distance: Int
  }

  /// Longer words are not looked for.
  private static let maximumLetterCount = 32

  private let word: [UInt8]
  private let edits: Int
  /// Row *d* at *d* × width: the distances of the first *d* letters of the path to each beginning of the word.
  private var rows: [UInt8]
  private var path: [UInt8] = []

  private var width: Int { word.count + 1 }

  /// The terms that a folded word may have been meant for: 1 typo from five letters, 2 from nine, counted in the longer of
  /// both words, since the letter that is missing is a letter; none in a number.
  static func terms(meantBy word: [UInt8], in terms: ByteStrings) -> [Match] {
    func allowed(_ length: Int) -> Int { length >= 9 ? 2 : length >= 5 ? 1 : 0 }
    if word.contains(where: { $0 &- 0x30 < 10 }) { return [] }
    return Self.terms(near: word, edits: allowed(word.count + 1), in: terms).filter {
      $0.distance <= allowed(max(word.count, terms[$0.term].count))
    }
  }

  /// The terms within `edits` of a folded word, in dictionary order.
  static func terms(near word: [UInt8], edits: Int, in terms: ByteStrings) -> [Match] {
    guard edits > 0, word.count <= maximumLetterCount else { return [] }
    var search = TypoSearch(word, edits: edits)
    return search.run(terms)
  }

  private init(_ word: [UInt8], edits: Int) {
    self.word = GermanFolding.form(.a, of: word) ?? word
    self.edits = edits
    // The first letter of the word left out counts double.
    rows = [0] + self.word.indices.map { UInt8($0 + 2) }
  }

  private mutating func run(_ terms: ByteStrings) -> [Match] {
    var found: [Match] = []
    var index = 0
    while index < terms.count {
      let term = terms[index]
      var depth = zip(path, term).prefix { $0 == $1 }.count
      path.removeLast(path.count - depth)
      var isNear = true
      while isNear, depth < term.count {
        path.append(term[term.startIndex + depth])
        depth += 1
        isNear = addRow(depth)
      }
      if isNear {
        let distance = Int(rows[depth * width + word.count])
        if distance <= edits { found.append(Match(term: index, distance: distance)) }
        index += 1
      } else {
        // The words with a hopeless beginning stand together.
        index = (index..<terms.count).nearPartitioningIndex { terms[$0].starts(with: path) }
      }
    }
    return found
  }

  /// Works out the row of the last letter of the path; false if no word that goes on like this is near enough.
  private mutating func addRow(_ depth: Int) -> Bool {
    let letter = GermanFolding.vowel(path[depth - 1])
    let before = depth > 1 ? GermanFolding.vowel(path[depth - 2]) : 0
    let row = depth * width
    let above = row - width
    while rows.count < row + width { rows.append(0) }
    rows[row] = UInt8(depth + 1)
    var least = rows[row]
    for column in 1..<width {
      let cost: UInt8 = depth == 1 || column == 1 ? 2 : 1
      var distance = min(
        rows[above + column - 1] + (word[column - 1] == letter ? 0 : cost),
        rows[above + column] + (depth == 1 ? 2 : 1), rows[row + column - 1] + (column == 1 ? 2 : 1))
      if depth > 1, column > 1, word[column - 1] == before, word[column - 2] == letter {
        distance = min(distance, rows[above - width + column - 2] + (depth == 2 || column == 2 ? 2 : 1))
      }
      rows[row + column] = distance
      least = min(least, distance)
    }
    // Two letters exchanged reach from the row before last, so a hopeless row may yet be followed by a good one.
    return Int(least) <= edits || rows[above..<row].contains { Int($0) < edits }
  }
}
