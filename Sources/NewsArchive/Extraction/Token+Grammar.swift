/// What the shape of a word says where no list does.
extension Token {
  /// A definite or indefinite article.
  var isArticle: Bool {
    isAny([.der, .die, .das, .dem, .den, .des, .ein, .einem])
  }

  /// A word that a town's name follows without an article.
  var placesTowns: Bool {
    isAny([.aus, .in, .von, .mit, .zwischen, .und, .auch, .have, .will, .only, .neben])
  }

  /// "im", "am", "beim", "vom", "zum", "zur": a preposition that has swallowed the article.
  func isContracted(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.count {
    case 2: word.last == UInt8(ascii: "m")
    case 3, 4:
      word.last == UInt8(ascii: "m") && (isAny([.zu, .von, .bei]))
        || word.last == UInt8(ascii: "r") && `is`(.zu)
    default: false
    }
  }

  /// An unlisted word in small letters with an adjective's ending.
  func isAdjective(_ word: ArraySlice<UInt8>) -> Bool {
    guard shape == .word, !isCapitalised, entry.tags.isEmpty, word.count > 3 else { return false }
    return word.last == UInt8(ascii: "e")
      || [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "m")].contains(word.last ?? 0)
        && word.dropLast().last == UInt8(ascii: "e")
  }

  /// The kind of cooperation the word names; nil if it names none.
  var tie: Cooperation.Kind? {
    guard `is`(.tie), !`is`(.untie), Int(entry.value) < Cooperation.Kind.allCases.count else { return nil }
    return Cooperation.Kind.allCases[Int(entry.value)]
  }

  /// Whether those behind "der" or "von" are the ones it ties: "die Kooperation der Städte A und B" does, "das Papier
  /// der FITKO", "das Projekt der Stadt A" do not.
  var tiesOwners: Bool {
    switch tie {
    case .agreement, .administrativeAgreement, .frameworkContract, .specialPurposeAgreement, .stateTreaty,
      .letterOfIntent,
      .pact, .developerCommunity, .procurementCommunity, .accession, .partnership, .founding:
      true
    case .jointProject, .positionPaper, .jointPublication, .exchange, .resolution, nil: false
    }
  }
}
