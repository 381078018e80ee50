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

  /// The words, and how those of a query are taken apart.
  let splitter: CompoundSplitter
  private let order: KeyOrder
  /// Words with umlauts by a form without them.
  private let forms: [Variant]
  private let formOrder: KeyOrder
  /// All words by stem.
  private let stems: HashOrder
  /// Compounds by the stem of each of their parts.
  private let compounds: HashOrder

  /// The number of words.
  var count: Int { splitter.table.count }
  /// The words, sorted.
  var terms: ByteStrings { splitter.table.terms }

  /// The hashes of a term's stems: as it is, and with its umlauts as two letters if it has any.
  struct StemHashes: Sendable {
    let plain: UInt64
    let long: UInt64?

    init(of word: ArraySlice<UInt8>) {
      plain = Stemmer.stem(of: word).span.hash64
      long = GermanFolding.form(.ae, of: word).map { Stemmer.stem(of: $0).span.hash64 }
    }

    /// Both with a value.
    func entries(_ value: Int) -> [HashOrder.Entry] {
      [plain, long].compactMap { $0.map { HashOrder.Entry(hash: $0, value: UInt32(clamping: value)) } }
    }
  }

  /// A dictionary of sorted words.
  ///
  /// - Parameters:
  ///   - splitter: The words; their numbers are in the order of their letters.
  ///   - stems: The hashes of each.
  ///   - parts: For each compound and each of its parts the two terms.
  init(_ splitter: CompoundSplitter, stems: [StemHashes], parts: [(part: Int, compound: Int)]) {
    self.splitter = splitter
    let terms = splitter.table.terms
    order = KeyOrder((0..<terms.count).map { KeyOrder.head(of: terms[$0]) })
    let variants = (0..<terms.count).filter { stems[$0].long != nil }.flatMap { [Variant($0, .a), Variant($0, .ae)] }
    var keys = ByteStrings()
    for variant in variants { keys.append(Self.letters(variant, in: terms).span) }
    let (indices, formOrder) = keys.sorted()
    forms = indices.map { variants[Int($0)] }
    self.formOrder = formOrder
    let orders = concurrentMap(count: 2) { kind in
      HashOrder(
        kind == 0
          ? stems.enumerated().flatMap { $1.entries($0) } : parts.flatMap { stems[$0.part].entries($0.compound) })
    }
    (self.stems, compounds) = (orders[0], orders[1])
  }

  private static func letters(_ variant: Variant, in terms: ByteStrings) -> [UInt8] {
    let word = terms[variant.term]
    return GermanFolding.form(variant.form, of: word) ?? Array(word)
  }

  /// The term that is the word, letter for letter.
  func term(_ word: ArraySlice<UInt8>) -> Int? { splitter.table.number(of: word.span) }

  /// The terms that are the word in one of their forms without umlauts.
  func terms(withForm word: [UInt8]) -> [Int] { places(of: word, isPrefix: false, ofForm: true).map { forms[$0].term } }

  /// The terms with the stem.
  func terms(withStem stem: [UInt8]) -> [Int] { stems[stem.span.hash64].map { Int($0) } }

  /// The compounds one of whose parts has the stem.
  func compounds(withPartStem stem: [UInt8]) -> [Int] { compounds[stem.span.hash64].map { Int($0) } }

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
