/// All words of the corpus in the order of their folded letters, and the ways from a query's word to them.
///
/// A term is its number in that order, so the words with one prefix are a range of numbers. The other ways in are
/// orders of the same words by something made of them: their forms without umlauts, sorted themselves, since prefixes of
/// them are asked for; the hashes of their stems, and of the stems of the parts of compounds.
struct TermDictionary: Sendable {
  /// The words, and how those of a query are taken apart.
  let splitter: CompoundSplitter
  /// Both forms of all words with umlauts, sorted, and whose they are.
  private let forms: ByteStrings
  private let formTerms: [UInt32]
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
    var forms = ByteStrings()
    var formTerms: [UInt32] = []
    for term in stems.indices where stems[term].long != nil {
      for form in [GermanFolding.form(.a, of: terms[term]), GermanFolding.form(.ae, of: terms[term])].compactMap(\.self)
      {
        forms.append(form.span)
        formTerms.append(UInt32(clamping: term))
      }
    }
    let order = forms.sorted()
    self.forms = ByteStrings(forms, at: order)
    self.formTerms = order.map { formTerms[$0] }
    let orders = concurrentMap(count: 2) { kind in
      kind == 0
        ? Self.order(stems.enumerated(), stems.count) { ($0.element, $0.offset) }
        : Self.order(parts, parts.count) { (stems[$0.part], $0.compound) }
    }
    (self.stems, compounds) = (orders[0], orders[1])
  }

  /// Terms by both their hashes.
  private static func order<Item>(
    _ items: some Sequence<Item>, _ count: Int, _ entry: (Item) -> (hashes: StemHashes, term: Int)
  ) -> HashOrder {
    var entries: [HashOrder.Entry] = []
    entries.reserveCapacity(2 * count)
    for item in items {
      let (hashes, term) = entry(item)
      entries.append(HashOrder.Entry(hash: hashes.plain, value: UInt32(clamping: term)))
      if let long = hashes.long { entries.append(HashOrder.Entry(hash: long, value: UInt32(clamping: term))) }
    }
    return HashOrder(entries)
  }

  /// The term that is the word, letter for letter.
  func term(_ word: ArraySlice<UInt8>) -> Int? { splitter.table.number(of: word.span) }

  /// The terms that are the word in one of their forms without umlauts.
  func terms(withForm word: [UInt8]) -> [Int] { forms.range(of: word, isPrefix: false).map { Int(formTerms[$0]) } }

  /// The terms with the stem.
  func terms(withStem stem: [UInt8]) -> [Int] { stems[stem.span.hash64].map { Int($0) } }

  /// The compounds one of whose parts has the stem.
  func compounds(withPartStem stem: [UInt8]) -> [Int] { compounds[stem.span.hash64].map { Int($0) } }

  /// Where the terms stand that begin with the letters, or whose forms without umlauts do.
  func places(withPrefix prefix: [UInt8], ofForm: Bool) -> Range<Int> {
    (ofForm ? forms : terms).range(of: prefix, isPrefix: true)
  }

  /// The term at such a place.
  func term(at place: Int, ofForm: Bool) -> Int { ofForm ? Int(formTerms[place]) : place }
}
