/// The German words for what a cooperation is.
extension Clause {
  /// The usual word for a kind, where the sentence has none.
  static func label(of kind: Cooperation.Kind) -> String {
    switch kind {
    case .agreement: "Vereinbarung"
    case .administrativeAgreement: "Verwaltungsvereinbarung"
    case .frameworkContract: "Rahmenvertrag"
    case .specialPurposeAgreement: "Zweckvereinbarung"
    case .stateTreaty: "Staatsvertrag"
    case .letterOfIntent: "Absichtserklärung"
    case .pact: "Pakt"
    case .developerCommunity: "Entwicklergemeinschaft"
    case .procurementCommunity: "Einkaufsgemeinschaft"
    case .accession: "Beitritt"
    case .jointProject: "gemeinsames Projekt"
    case .partnership: "Zusammenarbeit"
    case .positionPaper: "Positionspapier"
    case .jointPublication: "gemeinsame Veröffentlichung"
    case .founding: "Gründung"
    case .exchange: "Erfahrungsaustausch"
    case .resolution: "Beschluss"
    }
  }
}

extension Gazetteer {
  /// A word for a tie without the ending of the genitive: "Staatsvertrags", "Pakts".
  static func nominativeOfTie(_ word: String) -> String {
    if word == "Letter" { return "Letter of Intent" }
    if word == "Memorandum" { return "Memorandum of Understanding" }
    for ending in ["vertrages", "abkommens", "paktes", "vertrags", "pakts", "projekts", "Beitritts", "papiers"]
    where word.hasSuffix(ending) {
      return String(word.dropLast(ending.hasSuffix("es") ? 2 : 1))
    }
    return word
  }
}
