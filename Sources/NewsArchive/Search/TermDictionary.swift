/// All words of the corpus in the order of their folded letters, and the ways from a query's word to them.
///
/// A term is its number in that order, so the words with one prefix are a range of numbers. The other ways in are
/// orders of the same words by something made of them: their forms without umlauts, their stems, the stems of the parts
/// of compounds. Such an order holds numbers only; the keys are made again on the way through a binary search,
/// which costs a query some microseconds and saves the index a copy of its vocabulary for each of them.
struct TermDictionary: Sendable {
  /// The words, sorted.
  let terms: ByteStrings
  /// Whether a term is mostly written with a capital letter.
  private let nouns: DocumentSet
  /// Whether a term is a place and no compound.
  private let places: DocumentSet
  /// Words with umlauts by a form without them.
  private let forms: [Variant]
  /// All words by stem.
  private let stems: [Variant]
  /// Parts of compounds by the stem of the part, and the compound each belongs to.
  private let parts: [Variant]
  private let compounds: [UInt32]

  /// A word in one of its forms, as 32 bits: the term's number and whether umlauts are written as two letters.
  struct Variant: Sendable {
    private let bits: UInt32
    var term: Int { Int(bits >> 1) }
    var form: GermanFolding.Form { bits & 1 == 0 ? .a : .ae }

    init(_ term: Int, _ form: GermanFolding.Form) { bits = UInt32(clamping: term) << 1 | (form == .a ? 0 : 1) }
  }

  /// The number of words.
  var count: Int { terms.count }

  /// A dictionary of sorted words.
  ///
  /// - Parameter parts: For each compound and each of its parts the two terms.
  init(terms: ByteStrings, nouns: DocumentSet, places: DocumentSet, parts: [(part: Int, compound: Int)]) {
    self.terms = terms
    self.nouns = nouns
    self.places = places
    var forms: [Variant] = []
    var stems: [Variant] = []
    for term in 0..<terms.count {
      stems.append(Variant(term, .a))
      if terms[term].contains(where: { $0 <= GermanFolding.ü }) {
        forms += [Variant(term, .a), Variant(term, .ae)]
        stems.append(Variant(term, .ae))
      }
    }
    self.forms = Self.order(of: forms) { Self.letters($0, in: terms) }.map { forms[Int($0)] }
    self.stems = Self.order(of: stems) { Stemmer.stem(of: Self.letters($0, in: terms)) }.map { stems[Int($0)] }
    let expanded = parts.flatMap { pair in
      (terms[pair.part].contains { $0 <= GermanFolding.ü } ? [GermanFolding.Form.a, .ae] : [.a]).map {
        (Variant(pair.part, $0), UInt32(clamping: pair.compound))
      }
    }
    let order = Self.order(of: expanded.map(\.0)) { Stemmer.stem(of: Self.letters($0, in: terms)) }
    self.parts = order.map { expanded[Int($0)].0 }
    compounds = order.map { expanded[Int($0)].1 }
  }

  private static func order(of variants: [Variant], by key: (Variant) -> [UInt8]) -> [UInt32] {
    var keys = ByteStrings()
    for variant in variants { keys.append(key(variant)) }
    return keys.order()
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
  func term(_ word: ArraySlice<UInt8>) -> Int? {
    let index = lowerBound(count) { ByteStrings.compare(terms[$0], word) < 0 }
    return index < count && terms[index].elementsEqual(word) ? index : nil
  }

  /// The terms that begin with the letters.
  func terms(withPrefix prefix: ArraySlice<UInt8>) -> Range<Int> {
    let first = lowerBound(count) { ByteStrings.compare(terms[$0], prefix) < 0 }
    return first..<max(first, lowerBound(count) { ByteStrings.compare(terms[$0].prefix(prefix.count), prefix) <= 0 })
  }

  /// The terms with umlauts one of whose forms is the word or, for a prefix, begins with it.
  func terms(withForm word: [UInt8], isPrefix: Bool) -> [Int] {
    matches(in: forms, isPrefix: isPrefix, word) { Self.letters($0, in: terms) }.map { forms[$0].term }
  }

  /// The terms with the stem.
  func terms(withStem stem: [UInt8]) -> [Int] {
    matches(in: stems, isPrefix: false, stem) { Stemmer.stem(of: Self.letters($0, in: terms)) }.map { stems[$0].term }
  }

  /// The compounds one of whose parts has the stem.
  func compounds(withPartStem stem: [UInt8]) -> [Int] {
    matches(in: parts, isPrefix: false, stem) { Stemmer.stem(of: Self.letters($0, in: terms)) }
      .map { Int(compounds[$0]) }
  }

  private func matches(
    in order: [Variant], isPrefix: Bool, _ key: [UInt8], by keyOf: (Variant) -> [UInt8]
  ) -> Range<Int> {
    func compare(_ index: Int) -> Int {
      let other = keyOf(order[index])
      return ByteStrings.compare(isPrefix ? other.prefix(key.count) : other[...], key[...])
    }
    let first = lowerBound(order.count) { compare($0) < 0 }
    return first..<max(first, lowerBound(order.count) { compare($0) <= 0 })
  }

  /// The first index below `count` that does not come before what is searched, or `count`.
  private func lowerBound(_ count: Int, where isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
