/// The ways from a clause of a query to the terms that match it.
///
/// Each way has a weight, in percent of an exact match. Those who leave an umlaut out may mean it (`fuhrer`), those
/// who type it mean it: "Büch" is rather the beginning of "Bücher" than "Buch".
struct SearchExpansion {
  private enum Weight {
    static let exact = 100
    static let umlaut = 92
    static let stem = 75
    static let prefix = 65
    static let umlautPrefix = 60
    static let lostUmlaut = 58
    static let compoundPart = 55
    static let lostUmlautPrefix = 50
    static let typo = [100, 40, 30]
  }

  private(set) var clause: SearchPlan.Clause
  private let dictionary: TermDictionary
  /// The clause as one word: a joined one as its whole.
  private let word: [UInt8]
  private let takesTypos: Bool

  /// Typos that are kept, nearest first.
  private static let maximumTypoCount = 16

  init(_ clause: SearchQuery.Clause, in dictionary: TermDictionary) {
    self.clause = SearchPlan.Clause(text: clause.text, isExcluded: clause.isExcluded)
    self.dictionary = dictionary
    word = Array(clause.words.joined().prefix(WordReader.maximumLetterCount))
    takesTypos = !clause.isQuoted && !clause.isExcluded
    if clause.words.count > 1 { addPhrase(clause.words, kind: .exact, weight: Weight.exact) }
    if clause.isQuoted, clause.words.count > 1 { return }
    addSpellings()
    if clause.isQuoted || clause.isExcluded { return }
    if clause.isPrefix { addPrefixes() }
    addInflections()
    if clause.words.count == 1 { addParts() }
  }

  /// Whether nothing in the corpus matches.
  var isEmpty: Bool {
    clause.choices.isEmpty && clause.phrases.isEmpty && clause.prefixes.isEmpty
  }

  private mutating func add(_ terms: some Sequence<Int>, _ kind: SearchMatch.Kind, _ weight: Int) {
    for term in terms where !clause.choices.contains(where: { $0.term == term }) {
      clause.choices.append(SearchPlan.Choice(term: term, kind: kind, weight: weight))
    }
  }

  /// The word itself and with its umlauts written otherwise.
  private mutating func addSpellings() {
    add(dictionary.term(word[...]).map { [$0] } ?? [], .exact, Weight.exact)
    add(Self.spellings(of: word, in: dictionary), .umlaut, Weight.umlaut)
    guard let plain = GermanFolding.form(.a, of: word) else { return }
    add(dictionary.term(plain[...]).map { [$0] } ?? [], .umlaut, Weight.lostUmlaut)
    add(dictionary.terms(withForm: plain), .umlaut, Weight.lostUmlaut)
  }

  /// The terms that are the word but for ü written ue, on either side, or for marks left out in the query.
  private static func spellings(of word: [UInt8], in dictionary: TermDictionary) -> [Int] {
    var terms = dictionary.terms(withForm: word)
    if let long = GermanFolding.form(.ae, of: word) {
      if let term = dictionary.term(long[...]) { terms.append(term) }
      terms += dictionary.terms(withForm: long)
    }
    return terms
  }

  private mutating func addPrefixes() {
    func add(_ letters: [UInt8], _ weight: Int, _ formWeight: Int) {
      for (isOfForm, weight) in [(false, weight), (true, formWeight)] {
        let places = dictionary.places(withPrefix: letters, ofForm: isOfForm)
        if places.isEmpty { continue }
        clause.prefixes.append(
          SearchPlan.Prefix(letters: letters, isOfForm: isOfForm, places: places, weight: weight))
      }
    }
    add(word, Weight.prefix, Weight.umlautPrefix)
    if let long = GermanFolding.form(.ae, of: word) { add(long, Weight.umlautPrefix, Weight.umlautPrefix) }
    if let plain = GermanFolding.form(.a, of: word) { add(plain, Weight.lostUmlautPrefix, Weight.lostUmlautPrefix) }
  }

  private mutating func addInflections() {
    guard isLetters else { return }
    let stems = [word, GermanFolding.form(.ae, of: word)].compactMap { $0.map { Stemmer.stem(of: $0) } }
    for stem in stems { add(dictionary.terms(withStem: stem), .stem, Weight.stem) }
    for stem in stems {
      clause.choices += dictionary.compounds(withPartStem: stem).map {
        SearchPlan.Choice(term: $0, kind: .compoundPart, weight: Weight.compoundPart)
      }
    }
  }

  /// The parts of the word, if it is a compound, one behind the other: "Literatur Lexikon".
  private mutating func addParts() {
    let parts = dictionary.splitter.parts(of: word.span)
    if !parts.isEmpty {
      addPhrase(parts.map { Array(dictionary.terms[$0]) }, kind: .compoundPart, weight: Weight.compoundPart)
    }
  }

  /// Terms a typo away; false if the word takes none or none is near.
  mutating func addTypos() -> Bool {
    guard takesTypos else { return false }
    let matches = TypoSearch.terms(meantBy: word, in: dictionary.terms)
    let near = matches.filter { match in !clause.choices.contains { $0.term == match.term } }.sorted {
      ($0.distance, $0.term) < ($1.distance, $1.term)
    }
    for match in near.prefix(Self.maximumTypoCount) { add([match.term], .typo, Weight.typo[match.distance]) }
    return !near.isEmpty
  }

  private mutating func addPhrase(_ words: [[UInt8]], kind: SearchMatch.Kind, weight: Int) {
    let slots = words.map { word in
      (dictionary.term(word[...]).map { [$0] } ?? []) + Self.spellings(of: word, in: dictionary)
    }
    if slots.allSatisfy({ !$0.isEmpty }) {
      clause.phrases.append(SearchPlan.Phrase(slots: slots, kind: kind, weight: weight))
    }
  }

  private var isLetters: Bool { !word.contains { $0 &- 0x30 < 10 } }
}
