/// What somebody typed into the search field: words, "phrases", -exclusions.
///
/// Any text is a query. A word behind a minus sign, or a phrase, must not occur; everything else must. The last word, if
/// it is neither quoted nor excluded, also stands for the words that begin with it. A missing closing quote is thought
/// to stand at the end.
public struct SearchQuery: Sendable, Hashable {
  /// A word or phrase that must, or must not, occur.
  struct Clause: Sendable, Hashable {
    /// As typed, without minus sign and quotes.
    let text: String
    /// Its words, folded; never empty. Several where it is a phrase or a joined word, "IT-Sicherheit".
    let words: [[UInt8]]
    let isQuoted: Bool
    let isExcluded: Bool
    var isPrefix = false
  }

  /// So many words may be looked for; a query takes that much time and no more.
  public static let maximumWordCount = 32

  /// So many phrases and joined words may be looked for: their places are read in every document that has their words.
  public static let maximumPhraseCount = 4

  /// So many if one of them is excluded: the words beside it do not make it rarer.
  public static let maximumPhraseCountWithExclusion = 2

  /// In the order typed, each once.
  private(set) var clauses: [Clause] = []

  /// Whether it has no word at all: such a query finds nothing.
  public var isEmpty: Bool { clauses.isEmpty }

  /// Whether it has more words or phrases than may be looked for: such a query finds nothing.
  public private(set) var exceedsLimits = false

  /// The query a text means.
  public init(_ text: String) {
    var rest = text[...]
    while wordCount <= Self.maximumWordCount, let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      let isExcluded = rest.first == "-"
      if isExcluded { rest = rest.dropFirst() }
      let isQuoted = rest.first.map(Self.isQuote) ?? false
      if isQuoted { rest = rest.dropFirst() }
      let end = rest.firstIndex { isQuoted ? Self.isQuote($0) : $0.isWhitespace || Self.isQuote($0) } ?? rest.endIndex
      append(String(rest[..<end]), isQuoted: isQuoted, isExcluded: isExcluded)
      rest = rest[end...]
      if isQuoted { rest = rest.dropFirst() }
    }
    let phrases = clauses.filter { $0.words.count > 1 }
    exceedsLimits =
      wordCount > Self.maximumWordCount
      || phrases.count
        > (phrases.contains(where: \.isExcluded) ? Self.maximumPhraseCountWithExclusion : Self.maximumPhraseCount)
    if exceedsLimits { clauses = [] }
    if let last = clauses.indices.last, !clauses[last].isQuoted, !clauses[last].isExcluded {
      clauses[last].isPrefix = true
    }
  }

  private mutating func append(_ text: String, isQuoted: Bool, isExcluded: Bool) {
    var words: [[UInt8]] = []
    var reader = WordReader()
    reader.read(text) { word, letters in
      if !word.isWhole, words.count <= Self.maximumWordCount { words.append(letters.array) }
    }
    let clause = Clause(text: text, words: words, isQuoted: isQuoted, isExcluded: isExcluded)
    if !words.isEmpty, !clauses.contains(clause) { clauses.append(clause) }
  }

  private var wordCount: Int { clauses.reduce(0) { $0 + $1.words.count } }

  private static func isQuote(_ character: Character) -> Bool { "\"„“”«»".contains(character) }
}
