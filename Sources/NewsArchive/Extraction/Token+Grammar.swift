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

  /// The kind of cooperation the word names; nil if it names none.
  var tie: Cooperation.Kind? {
    guard `is`(.tie), !`is`(.untie), Int(entry.value) < Cooperation.Kind.allCases.count else { return nil }
    return Cooperation.Kind.allCases[Int(entry.value)]
  }

  /// Whether those behind "der" or "von" are the ones it ties: "die Kooperation der Städte A und B" does, "das Papier
  /// der FITKO", "das Projekt der Stadt A" do not.
  var tiesOwners: Bool {
    guard let tie else { return false }
    return ![.jointProject, .positionPaper, .jointPublication, .exchange, .resolution].contains(tie)
  }
}
