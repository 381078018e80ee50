/// The ways from a clause of a query to the terms that match it.
///
/// Each way has a weight, in percent of an exact match. Those who leave an umlaut out may mean it (`fuhrer`), those
/// who type it mean it: "Büch" is rather the beginning of "Bücher" than "Buch".
extension SearchPlan.Clause {
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

  /// Typos that are kept, nearest first.
  private static let maximumTypoCount = 16

  init(_ query: SearchQuery.Clause, in dictionary: TermDictionary) {
    self.query = query
    word = Array(query.words.joined().prefix(WordReader.maximumLetterCount))
    if query.words.count > 1 { addPhrase(query.words, .exact, Weight.exact, in: dictionary) }
    if query.isQuoted, query.words.count > 1 { return }
    if let term = dictionary.term(word[...]) { add([term], .exact, Weight.exact) }
    add(dictionary.terms(spelled: word), .umlaut, Weight.umlaut)
    let plain = GermanFolding.form(.a, of: word)
    let long = GermanFolding.form(.ae, of: word)
    if let plain { add(dictionary.terms(spelled: plain), .umlaut, Weight.lostUmlaut) }
    if query.isQuoted || query.isExcluded { return }
    if query.isPrefix {
      addPrefix(word, Weight.prefix, ofForms: Weight.umlautPrefix, in: dictionary)
      if let long { addPrefix(long, Weight.umlautPrefix, ofForms: Weight.umlautPrefix, in: dictionary) }
      if let plain { addPrefix(plain, Weight.lostUmlautPrefix, ofForms: Weight.lostUmlautPrefix, in: dictionary) }
    }
    if !word.contains(where: { $0 &- 0x30 < 10 }) {
      let stems = [word, long].compactMap { $0.map { Stemmer.stem(of: $0) } }
      for stem in stems { add(dictionary.terms(withStem: stem), .stem, Weight.stem) }
      for stem in stems {
        choices += dictionary.compounds(withPartStem: stem).map {
          SearchPlan.Choice(term: $0, kind: .compoundPart, weight: Weight.compoundPart)
        }
      }
    }
    // A compound's parts, one behind the other: "Literatur Lexikon".
    let parts = query.words.count == 1 ? dictionary.splitter.parts(of: word.span) : []
    if !parts.isEmpty {
      addPhrase(parts.map { Array(dictionary.terms[$0]) }, .compoundPart, Weight.compoundPart, in: dictionary)
    }
  }

  /// Adds terms a typo away; false if the word takes none or none is near.
  mutating func addTypos(in dictionary: TermDictionary) -> Bool {
    if query.isQuoted || query.isExcluded { return false }
    let matches = TypoSearch.terms(meantBy: word, in: dictionary.terms)
    let near = matches.filter { match in !choices.contains { $0.term == match.term } }.sorted {
      ($0.distance, $0.term) < ($1.distance, $1.term)
    }
    for match in near.prefix(Self.maximumTypoCount) { add([match.term], .typo, Weight.typo[match.distance]) }
    return !near.isEmpty
  }

  private mutating func add(_ terms: [Int], _ kind: SearchMatch.Kind, _ weight: Int) {
    for term in terms where !choices.contains(where: { $0.term == term }) {
      choices.append(SearchPlan.Choice(term: term, kind: kind, weight: weight))
    }
  }

  private mutating func addPrefix(_ letters: [UInt8], _ weight: Int, ofForms: Int, in dictionary: TermDictionary) {
    for (isOfForm, weight) in [(false, weight), (true, ofForms)] {
      let places = dictionary.places(withPrefix: letters, ofForm: isOfForm)
      if places.isEmpty { continue }
      prefixes.append(SearchPlan.Prefix(letters: letters, isOfForm: isOfForm, places: places, weight: weight))
    }
  }

  private mutating func addPhrase(
    _ words: [[UInt8]], _ kind: SearchMatch.Kind, _ weight: Int, in dictionary: TermDictionary
  ) {
    let slots = words.map(dictionary.terms(spelled:))
    if slots.allSatisfy({ !$0.isEmpty }) {
      phrases.append(SearchPlan.Phrase(slots: slots, kind: kind, weight: weight))
    }
  }
}
