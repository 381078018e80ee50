/// Quotations: words in quotation marks and the person whom a reporting clause names.
extension StoryReading {
  mutating func readQuotations() {
    guard story.isArticle else { return }
    for passage in passages where passage.part == .body { readQuotations(in: passage) }
  }

  private mutating func readQuotations(in passage: Passage) {
    var speaker: Speaker?
    var open: Int?
    var pending: [Range<Int>] = []
    for index in passage.tokens.indices {
      if passage.tokens[index].isOpeningQuote, open == nil {
        open = index
        // "Sachsen-CIO Thomas Popp sagt: „…"
        if index > 0, passage.tokens[index - 1].isMark(":"), let sentence = passage.sentence(of: index) {
          speaker = Speaker(in: sentence.lowerBound..<index - 1, of: passage) ?? speaker
        }
      } else if passage.tokens[index].isClosingQuote, let start = open {
        open = nil
        let words = start + 1..<index
        guard words.count >= 3 else { continue }
        pending.append(words)
        if index + 2 < passage.tokens.count, passage.tokens[index + 1].isMark(","), passage.tokens[index + 2].is(.say),
          let sentence = passage.sentence(of: index + 2)
        {
          // The clause names the speaker of this quotation and of what the same paragraph quotes on.
          let end =
            passage.tokens[index + 2..<sentence.upperBound].firstIndex { $0.isOpeningQuote } ?? sentence.upperBound
          speaker = Speaker(in: index + 2..<end, of: passage) ?? speaker
        }
        if let speaker {
          for words in pending { add(words, by: speaker, in: passage) }
        }
        pending = []
      }
    }
  }

  private mutating func add(_ words: Range<Int>, by speaker: Speaker, in passage: Passage) {
    guard let first = passage.sentence(of: words.lowerBound), let last = passage.sentence(of: words.upperBound)
    else { return }
    facts.sayings.append(
      FoundFacts.Saying(
        speaker: speaker.name, role: speaker.role, actor: speaker.actor, words: passage.place(words),
        sentences: passage.place(first.lowerBound..<last.upperBound)))
  }

  /// A person in a reporting clause: an office, a name, and whom the office serves.
  private struct Speaker {
    let name: String
    let role: String?
    let actor: Actor?

    init?(in range: Range<Int>, of passage: Passage) {
      let tokens = passage.tokens
      let mentions = passage.mentions.filter { range.contains($0.name.lowerBound) }
      actor = mentions.first { $0.form != .group && $0.form != .venue }?.actor
      var office: Range<Int>?
      var name: Range<Int>?
      var index = range.lowerBound
      while index < range.upperBound {
        let token = tokens[index]
        guard token.shape == .word, token.isCapitalised else {
          index += 1
          continue
        }
        if token.is(.office) || mentions.contains(where: { $0.form == .office && $0.name.contains(index) }) {
          office = (office?.lowerBound ?? index)..<index + 1
        } else if name?.count ?? 0 < 2, Speaker.isPersonal(token),
          !mentions.contains(where: { $0.extent.contains(index) })
        {
          var end = index + 1
          while end < range.upperBound, tokens[end].shape == .word,
            Speaker.isPersonal(tokens[end]) || tokens[end].is(.prefix)
              || tokens[end].is(.von) && !tokens[end].isCapitalised
              || tokens[end].is(.der) && tokens[end - 1].is(.von)
          { end += 1 }
          if end - index > name?.count ?? 0 { name = index..<end }
          index = end - 1
        }
        index += 1
      }
      guard let name else { return nil }
      self.name = passage.text(name)
      role = office.map(passage.text)
    }

    /// A capitalised word that no list knows.
    private static func isPersonal(_ token: Token) -> Bool { token.isCapitalised && token.entry.tags.isEmpty }
  }
}
