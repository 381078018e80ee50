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
