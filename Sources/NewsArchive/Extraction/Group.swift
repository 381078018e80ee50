/// Mentions that stand side by side, "A, B und C", and what places them in their sentence.
struct Group {
  /// The word before the group, as far as it tells what the group does.
  enum Marker {
    /// No preposition: subject, object, or who joins whom.
    case bare
    case mit, zwischen, durch, neben, von, zu, `für`, `in`, aus
    /// "der CIO des Landes X", "Vertreter von A und B": it acts through an office or its people.
    case office
    /// "der Beitritt der Stadt X", "die Verwaltung von Y": it belongs to a noun.
    case genitive
    /// "die Kooperation der Landkreise A und B", "eine Entwicklergemeinschaft von C": it belongs to the tie.
    case ofTie
    /// "laut X", "nach Angaben von X": it is the source.
    case source
    /// "gegen X", "über X" and all else.
    case other
  }

  let marker: Marker
  /// The number of mentions.
  let memberCount: Int
  /// Whom its members name, venues and adjectives apart.
  let actors: [Actor]
  /// From the first member's first token to the last one's end.
  let tokens: Range<Int>
  /// Whether "und", "/" or "sowie" joins its members.
  let isJoined: Bool
}

extension Group {
  /// The groups of a sentence, in order.
  static func groups(in sentence: Range<Int>, of passage: Passage) -> [Group] {
    let mentions = passage.mentions(in: sentence)
    var groups: [Group] = []
    var index = mentions.startIndex
    while index < mentions.endIndex {
      // A row of commas alone is no coordination: "Landrat von A, B und C" is, "in A, der Stadt" is not.
      var end = index + 1
      var next = end
      while next < mentions.endIndex,
        let joint = joint(passage.tokens, mentions[next - 1].extent.upperBound..<mentions[next].extent.lowerBound)
      {
        next += 1
        if joint == .und { end = next }
      }
      let members = mentions[index..<end]
      let tokens = mentions[index].extent.lowerBound..<mentions[end - 1].extent.upperBound
      groups.append(
        Group(
          marker: marker(of: tokens.lowerBound, mentions[index], in: sentence, of: passage),
          memberCount: members.count,
          actors: members.lazy.filter { ![.venue, .adjective, .reference].contains($0.form) }.map(\.actor),
          tokens: tokens, isJoined: members.count > 1))
      index = end
    }
    return groups
  }

  private enum Joint {
    case comma, und
  }

  /// What joins two mentions; nil if the tokens between them do more than that.
  private static func joint(_ tokens: [Token], _ between: Range<Int>) -> Joint? {
    guard between.count < 20 else { return nil }
    var joint: Joint?
    var index = between.lowerBound
    while index < between.upperBound {
      let token = tokens[index]
      index += 1
      if token.isDash || token.isMark("(") {
        // An insertion: "A – mit rund 9.000 Einwohnern eher klein – und B", "A (gegründet 2019) und B".
        let close = tokens[index..<between.upperBound].firstIndex { token.isDash ? $0.isDash : $0.isMark(")") }
        guard let close else { return nil }
        index = close + 1
      } else if token.is(.und) || token.isMark("/") || token.isMark("&") {
        joint = .und
      } else if token.isMark(",") {
        joint = joint ?? .comma
      } else if token.is(.noch) || !(token.isArticle || token.isAny([.auch, .town, .district, .state])) {
        return nil
      }
    }
    return joint
  }

  private static let prepositions: [(Tag, Marker)] = [
    (.mit, .mit), (.zwischen, .zwischen), (.durch, .durch), (.von, .von), (.neben, .neben), (.zu, .zu), (.für, .für),
    (.in, .in), (.aus, .aus), (.laut, .source),
  ]

  private static func marker(of start: Int, _ mention: Mention, in sentence: Range<Int>, of passage: Passage) -> Marker
  {
    if mention.form == .office { return .office }
    guard start > sentence.lowerBound else { return .bare }
    let before = passage.tokens[start - 1]
    let earlier = start - 2 >= sentence.lowerBound ? passage.tokens[start - 2] : nil
    // Behind an office or a word for people, name and preposition say whom they act for: "ihr Kollege aus Y".
    if before.isAny([.von, .aus]), let earlier, earlier.isAny([.delegates, .office]) { return .office }
    if let earlier, earlier.is(.according) { return .source }
    if before.is(.von), let earlier, earlier.tiesOwners || earlier.is(.signature) { return .ofTie }
    for (tag, marker) in prepositions where before.is(tag) { return marker }
    if before.isAny([.preposition, .bei, .an, .über, .nach, .gegen, .auf, .um, .ohne, .seit, .wie]) {
      return .other
    }
    if before.isAny([.delegates, .office]) { return .office }
    if before.is(.according) { return .source }
    let article = passage.tokens[mention.extent.lowerBound]
    // "der Beitritt der Stadt X": an article that can be genitive behind a noun that is no name.
    if article.isAny([.des, .der, .einem]), before.shape == .word, before.isCapitalised,
      start - 1 > sentence.lowerBound, !before.is(.have)
    {
      if passage.mentions.contains(where: { $0.extent.upperBound == start }) { return .bare }
      return before.tiesOwners ? .ofTie : .genitive
    }
    if mention.extent.upperBound < passage.tokens.count, passage.tokens[mention.name.upperBound - 1].range.count > 3 {
      // "Bayerns Digitalministerin": the genitive before an office.
      let next = passage.tokens[mention.extent.upperBound]
      if next.is(.office), next.isApart, article.hash == passage.tokens[mention.name.lowerBound].hash { return .office }
    }
    return .bare
  }
}
