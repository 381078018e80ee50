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
      var end = index + 1
      var joints: [Joint] = []
      while end < mentions.endIndex,
        let joint = Joint(passage.tokens, mentions[end - 1].extent.upperBound..<mentions[end].extent.lowerBound)
      {
        joints.append(joint)
        end += 1
      }
      // A row of commas alone is no coordination: "Landrat von A, B und C" is, "in A, der Stadt" is not.
      while let last = joints.last, last == .comma {
        joints.removeLast()
        end -= 1
      }
      let tokens = mentions[index].extent.lowerBound..<mentions[end - 1].extent.upperBound
      groups.append(
        Group(
          marker: marker(of: tokens.lowerBound, mentions[index], in: sentence, of: passage), memberCount: end - index,
          actors: mentions[index..<end].compactMap {
            $0.form == .venue || $0.form == .adjective || $0.form == .reference ? nil : $0.actor
          }, tokens: tokens, isJoined: !joints.isEmpty))
      index = end
    }
    return groups
  }

  private enum Joint {
    case comma, und

    /// What joins two mentions; nil if the tokens between them do more than that.
    init?(_ tokens: [Token], _ between: Range<Int>) {
      guard between.count < 20 else { return nil }
      var result: Joint?
      var index = between.lowerBound
      while index < between.upperBound {
        let token = tokens[index]
        if token.isDash || token.isMark("(") {
          // An insertion: "A – mit rund 9.000 Einwohnern eher klein – und B", "A (gegründet 2019) und B".
          guard
            let close = tokens[(index + 1)..<between.upperBound].firstIndex(where: {
              token.isDash ? $0.isDash : $0.isMark(")")
            })
          else { return nil }
          index = close + 1
          continue
        }
        if token.is(.und) || token.isMark("/") || token.isMark("&") {
          result = .und
        } else if token.isMark(",") {
          if result == nil { result = .comma }
        } else if token.is(.noch)
          || !(token.is(.auch) || token.isArticle || token.isAny([.town, .district, .state]))
        {
          return nil
        }
        index += 1
      }
      guard let result else { return nil }
      self = result
    }
  }

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
    if before.is(.mit) { return .mit }
    if before.is(.zwischen) { return .zwischen }
    if before.is(.durch) { return .durch }
    if before.is(.von) { return .von }
    if before.is(.neben) { return .neben }
    if before.is(.zu) { return .zu }
    if before.is(.für) { return .für }
    if before.is(.in) { return .in }
    if before.is(.aus) { return .aus }
    if before.is(.laut) { return .source }
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
