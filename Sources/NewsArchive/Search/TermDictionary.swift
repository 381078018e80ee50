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

  /// The words, sorted.
  var terms: ByteStrings { splitter.table.terms }

  /// A dictionary of sorted words.
  ///
  /// - Parameters:
  ///   - splitter: The words; their numbers are in the order of their letters.
  ///   - stems: Of each word the hashes of its stems.
  ///   - compounds: Each compound by the stems of its parts.
  init(_ splitter: CompoundSplitter, stems: Lists<UInt64>, compounds: [HashOrder.Entry]) {
    self.splitter = splitter
    let terms = splitter.table.terms
    var forms = ByteStrings()
    var formTerms: [UInt32] = []
    for term in 0..<terms.count {
      for form in [GermanFolding.Form.a, .ae] {
        guard let word = GermanFolding.form(form, of: terms[term]) else { continue }
        forms.append(word.span)
        formTerms.append(UInt32(clamping: term))
      }
    }
    let order = forms.sorted()
    self.forms = ByteStrings(forms, at: order)
    self.formTerms = order.map { formTerms[$0] }
    self.compounds = HashOrder(compounds)
    self.stems = HashOrder(
      (0..<stems.count).flatMap { term in
        stems[term].lazy.map { HashOrder.Entry(hash: $0, value: UInt32(clamping: term)) }
      })
  }

  /// The hashes of the stems of some words: as they are, and with their umlauts as two letters if they have any.
  static func stemHashes(of range: Range<Int>, in terms: ByteStrings) -> Lists<UInt64> {
    var hashes = Lists<UInt64>()
    for term in range {
      hashes.add(Stemmer.stem(of: terms[term]).span.hash64)
      if let long = GermanFolding.form(.ae, of: terms[term]) { hashes.add(Stemmer.stem(of: long).span.hash64) }
      hashes.close()
    }
    return hashes
  }

  /// The term that is the word, letter for letter.
  func term(_ word: ArraySlice<UInt8>) -> Int? { splitter.table.number(of: word.span) }

  /// The terms that are the word, or are it but for ü written ue, on either side, or for marks left out in the word.
  func terms(spelled word: [UInt8]) -> [Int] {
    [word, GermanFolding.form(.ae, of: word)].compactMap(\.self).flatMap { word in
      [term(word[...])].compactMap(\.self) + forms.range(of: word, isPrefix: false).map { Int(formTerms[$0]) }
    }
  }

  /// The terms with the stem.
  func terms(withStem stem: [UInt8]) -> [Int] { stems[stem.span.hash64] }

  /// The compounds one of whose parts has the stem.
  func compounds(withPartStem stem: [UInt8]) -> [Int] { compounds[stem.span.hash64] }

  /// Where the terms stand that begin with the letters, or whose forms without umlauts do.
  func places(withPrefix prefix: [UInt8], ofForm: Bool) -> Range<Int> {
    (ofForm ? forms : terms).range(of: prefix, isPrefix: true)
  }

  /// The term at such a place.
  func term(at place: Int, ofForm: Bool) -> Int { ofForm ? Int(formTerms[place]) : place }
}
