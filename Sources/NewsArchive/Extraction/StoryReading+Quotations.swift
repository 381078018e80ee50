/// Quotations: words in quotation marks and the person whom a reporting clause names.
extension StoryReading {
  mutating func readQuotations() {
    guard story.isArticle else { return }
    for passage in passages where passage.part == .body { readQuotations(in: passage) }
  }

  private mutating func readQuotations(in passage: Passage) {
    let tokens = passage.tokens
    var speaker: Speaker?
    var open: Int?
    for index in tokens.indices {
      if tokens[index].isOpeningQuote, open == nil {
        open = index
        // "Sachsen-CIO Thomas Popp sagt: „…"
        if passage.standsMark(":", at: index - 1), let sentence = passage.sentence(of: index) {
          speaker = Speaker(in: sentence.lowerBound..<index - 1, of: passage) ?? speaker
        }
      } else if tokens[index].isClosingQuote, let start = open {
        open = nil
        let words = start + 1..<index
        guard words.count >= 3 else { continue }
        if passage.standsMark(",", at: index + 1), passage.stands([.say], at: index + 2),
          let sentence = passage.sentence(of: index + 2)
        {
          // The clause names the speaker of this quotation and of what the same paragraph quotes on.
          let end = tokens[index + 2..<sentence.upperBound].firstIndex { $0.isOpeningQuote } ?? sentence.upperBound
          speaker = Speaker(in: index + 2..<end, of: passage) ?? speaker
        }
        if let speaker { add(words, by: speaker, in: passage) }
      }
    }
  }

  private mutating func add(_ words: Range<Int>, by speaker: Speaker, in passage: Passage) {
    guard let first = passage.sentence(of: words.lowerBound), let last = passage.sentence(of: words.upperBound)
    else { return }
    facts.sayings.append(
      FoundFacts.Saying(
        speaker: speaker.name, role: speaker.role, words: passage.place(words),
        sentences: passage.place(first.lowerBound..<last.upperBound)))
  }

  /// A person in a reporting clause: an office and a name.
  private struct Speaker {
    let name: String
    let role: String?

    init?(in range: Range<Int>, of passage: Passage) {
      let tokens = passage.tokens
      let mentions = passage.mentions.filter { range.contains($0.name.lowerBound) }
      var office: Range<Int>?
      var name: Range<Int>?
      var index = range.lowerBound
      while index < range.upperBound {
        defer { index += 1 }
        let token = tokens[index]
        guard token.shape == .word, token.isCapitalised else { continue }
        if token.is(.office) || mentions.contains(where: { $0.form == .office && $0.name.contains(index) }) {
          office = (office?.lowerBound ?? index)..<index + 1
        } else if name?.count ?? 0 < 2, token.entry.tags.isEmpty,
          !mentions.contains(where: { $0.extent.contains(index) })
        {
          let end = tokens[index + 1..<range.upperBound].indices.first { !Speaker.carriesOn($0, tokens) }
          let words = index..<(end ?? range.upperBound)
          if words.count > name?.count ?? 0 { name = words }
          index = words.upperBound - 1
        }
      }
      guard let name else { return nil }
      self.name = passage.text(name)
      role = office.map(passage.text)
    }

    /// Whether a word may stand in a name behind another: "Eva Maria von der Heide".
    private static func carriesOn(_ index: Int, _ tokens: [Token]) -> Bool {
      let token = tokens[index]
      return token.shape == .word
        && (token.isCapitalised && token.entry.tags.isEmpty || token.is(.prefix)
          || token.is(.von) && !token.isCapitalised || token.is(.der) && tokens[index - 1].is(.von))
    }
  }
}
