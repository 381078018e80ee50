/// What is read at once: an article or a teaser, as one page shows it.
///
/// Whatever a sentence leaves open ("wir", "beide Länder", a bare "Freistaat") is looked for in the same story only.
struct Story {
  let file: SeedFile
  let kicker: TextRange?
  let headline: TextRange
  /// Lead and paragraphs, or a teaser's text, in order.
  let body: [TextRange]
  /// The day in the bracket, and the bracket.
  let day: CalendarDate?
  let bracket: TextRange?
  /// Whether it is an article, which tells events that a teaser only announces.
  let isArticle: Bool
}

/// What a story says. Ranges lie in its file.
struct FoundFacts: Sendable {
  /// A name where it stands: the whole sentence, headline or kicker, and the words.
  struct Name: Sendable {
    let actor: Actor
    let words: String
    let sentence: TextRange
  }

  /// A cooperation.
  struct Tie: Sendable {
    var kind: Cooperation.Kind
    var label: String
    var status: Cooperation.Status
    var subject: String?
    var parties: [Actor]
    var joins: Set<Actor> = []
    var date: UncertainDate?
    var modality: Modality
    var attributedTo: String?
    var confidence: Cooperation.Confidence
    var proofs: [FactRows.Proof]
    /// Whether it has no word of its own ("rücken zusammen"), so that another statement may say what it is.
    var isGeneric = false
  }

  /// What an event is called.
  enum Title: Sendable {
    /// Words of the story's file, as they stand there.
    case words(TextRange)
    case text(String)
  }

  /// Something dated.
  struct Dated: Sendable {
    var date: UncertainDate
    var kind: Event.Kind
    var title: Title
    var actors: [Actor]
    var modality: Modality
    var attributedTo: String?
    var proofs: [FactRows.Proof]
    /// The cooperation it is the making of, as an index into `ties`.
    var tie: Int?
  }

  /// A quotation.
  struct Saying: Sendable {
    let speaker: String
    let role: String?
    let words: TextRange
    let sentences: TextRange
  }

  var names: [Name] = []
  /// The hashes of capitalised words that no list of words knows.
  var unknownWords: [UInt64] = []
  /// For a group the actor it belongs to.
  var scopes: [Actor: Actor] = [:]
  var ties: [Tie] = []
  var events: [Dated] = []
  var sayings: [Saying] = []
  /// Bounds that the sentences of an undated article leave.
  var bounds: (date: UncertainDate, proofs: [FactRows.Proof])?
}
