/// Quotations: words in quotation marks and the person whom a reporting clause names.
extension StoryReading {
  mutating func readQuotations() {
    guard story.isArticle else { return }
    for passage in passages where passage.passage.part == .body { readQuotations(in: passage) }
  }

  private mutating func readQuotations(in read: ReadPassage) {
    var speaker: Speaker?
    var open: Int?
    var pending: [Range<Int>] = []
    for index in read.tokens.indices {
      if read.tokens[index].isOpeningQuote, open == nil {
        open = index
        // "Sachsen-CIO Thomas Popp sagt: „…"
        if index > 0, read.tokens[index - 1].isMark(":"), let sentence = sentence(of: index, in: read) {
          speaker = Speaker(in: sentence.lowerBound..<index - 1, of: read) ?? speaker
        }
      } else if read.tokens[index].isClosingQuote, let start = open {
        open = nil
        let words = start + 1..<index
        guard words.count >= 3 else { continue }
        pending.append(words)
        if index + 2 < read.tokens.count, read.tokens[index + 1].isMark(","), read.tokens[index + 2].is(.say),
          let sentence = sentence(of: index + 2, in: read)
        {
          // The clause names the speaker of this quotation and of what the same paragraph quotes on.
          let end = read.tokens[index + 2..<sentence.upperBound].firstIndex { $0.isOpeningQuote } ?? sentence.upperBound
          speaker = Speaker(in: index + 2..<end, of: read) ?? speaker
        }
        if let speaker {
          for words in pending { add(words, by: speaker, in: read) }
        }
        pending = []
      }
    }
  }

  private func sentence(of index: Int, in read: ReadPassage) -> Range<Int>? {
    read.sentences.first { $0.tokens.contains(index) }?.tokens
  }

  private mutating func add(_ words: Range<Int>, by speaker: Speaker, in read: ReadPassage) {
    guard let first = sentence(of: words.lowerBound, in: read), let last = sentence(of: words.upperBound, in: read)
    else { return }
    facts.sayings.append(
      FoundFacts.Saying(
        speaker: speaker.name, role: speaker.role, actor: speaker.actor, words: read.place(words),
        sentences: read.place(first.lowerBound..<last.upperBound)))
  }

  /// A person in a reporting clause: an office, a name, and whom the office serves.
  private struct Speaker {
    let name: String
    let role: String?
    let actor: Actor?

    init?(in range: Range<Int>, of read: ReadPassage) {
      let tokens = read.tokens
      let mentions = read.mentions.filter { range.contains($0.name.lowerBound) }
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
      self.name = read.text(name)
      role = office.map(read.text)
    }

    /// A capitalised word that no list knows.
    private static func isPersonal(_ token: Token) -> Bool { token.isCapitalised && token.entry.tags.isEmpty }
  }
}
