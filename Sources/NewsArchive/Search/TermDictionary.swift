/// All words of the corpus in the order of their folded letters, and the ways from a query's word to them.
///
/// A term is its number in that order, so the words with one prefix are a range of numbers. The other ways in are
/// orders of the same words by something made of them: their forms without umlauts, their stems, the stems of the parts
/// of compounds. Such an order holds numbers and eight bytes of each key: its head, where prefixes are asked for, else its
/// hash.
struct TermDictionary: Sendable {
  /// A word in one of its forms, as 32 bits: the term's number and whether umlauts are written as two letters.
  private struct Variant: Sendable {
    private let bits: UInt32
    var term: Int { Int(bits >> 1) }
    var form: GermanFolding.Form { bits & 1 == 0 ? .a : .ae }

    init(_ term: Int, _ form: GermanFolding.Form) { bits = UInt32(clamping: term) << 1 | (form == .a ? 0 : 1) }
  }

  /// The words by their numbers, and back.
  private let table: TermTable
  private let order: KeyOrder
  /// Whether a term is mostly written with a capital letter.
  private let nouns: DocumentSet
  /// Whether a term is a place and no compound.
  private let places: DocumentSet
  /// Words with umlauts by a form without them.
  private let forms: [Variant]
  private let formOrder: KeyOrder
  /// All words by stem.
  private let stems: HashOrder
  /// Compounds by the stem of each of their parts.
  private let compounds: HashOrder

  /// The number of words.
  var count: Int { table.count }
  /// The words, sorted.
  var terms: ByteStrings { table.terms }

  /// A dictionary of sorted words.
  ///
  /// - Parameters:
  ///   - table: The words; their numbers are in the order of their letters.
  ///   - parts: For each compound and each of its parts the two terms.
  init(_ table: TermTable, nouns: DocumentSet, places: DocumentSet, parts: [(part: Int, compound: Int)]) {
    self.table = table
    let terms = table.terms
    self.nouns = nouns
    self.places = places
    order = KeyOrder((0..<terms.count).map { KeyOrder.head(of: terms[$0]) })
    let plain = (0..<terms.count).map { Self.stemHash(Variant($0, .a), in: terms) }
    let marked = (0..<terms.count).filter { terms[$0].contains { $0 <= GermanFolding.ü } }
    let long = Dictionary(uniqueKeysWithValues: marked.map { ($0, Self.stemHash(Variant($0, .ae), in: terms)) })

    let variants = marked.flatMap { [Variant($0, .a), Variant($0, .ae)] }
    var keys = ByteStrings()
    for variant in variants { keys.append(Self.letters(variant, in: terms)) }
    let (indices, formOrder) = keys.sorted()
    forms = indices.map { variants[Int($0)] }
    self.formOrder = formOrder

    func entries(_ term: Int, _ value: Int) -> [(hash: UInt64, value: UInt32)] {
      [(plain[term], UInt32(clamping: value))] + (long[term].map { [($0, UInt32(clamping: value))] } ?? [])
    }
    stems = HashOrder((0..<terms.count).flatMap { entries($0, $0) })
    compounds = HashOrder(parts.flatMap { entries($0.part, $0.compound) })
  }

  private static func stemHash(_ variant: Variant, in terms: ByteStrings) -> UInt64 {
    Stemmer.stem(of: letters(variant, in: terms))[...].hash64
  }

  private static func letters(_ variant: Variant, in terms: ByteStrings) -> [UInt8] {
    let word = terms[variant.term]
    return GermanFolding.form(variant.form, of: word) ?? Array(word)
  }

  /// Takes words apart as those of the corpus were.
  var splitter: CompoundSplitter {
    CompoundSplitter(
      term: term, isNoun: { nouns.contains($0) }, isPlace: { word in term(word).map { places.contains($0) } ?? false })
  }

  /// The term that is the word, letter for letter.
  func term(_ word: ArraySlice<UInt8>) -> Int? { table.number(of: word) }

  /// The terms that are the word in one of their forms without umlauts.
  func terms(withForm word: [UInt8]) -> [Int] { places(of: word, isPrefix: false, ofForm: true).map { forms[$0].term } }

  /// The terms with the stem.
  func terms(withStem stem: [UInt8]) -> [Int] { stems[stem[...].hash64].map { Int($0) } }

  /// The compounds one of whose parts has the stem.
  func compounds(withPartStem stem: [UInt8]) -> [Int] { compounds[stem[...].hash64].map { Int($0) } }

  /// Where the terms stand that begin with the letters, or whose forms without umlauts do.
  func places(withPrefix prefix: [UInt8], ofForm: Bool) -> Range<Int> {
    places(of: prefix, isPrefix: true, ofForm: ofForm)
  }

  /// The term at such a place.
  func term(at place: Int, ofForm: Bool) -> Int { ofForm ? forms[place].term : place }

  private func places(of word: [UInt8], isPrefix: Bool, ofForm: Bool) -> Range<Int> {
    ofForm
      ? formOrder.range(of: word[...], isPrefix: isPrefix) { Self.letters(forms[$0], in: terms)[...] }
      : order.range(of: word[...], isPrefix: isPrefix) { terms[$0] }
  }
}
