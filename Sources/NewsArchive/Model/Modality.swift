/// How the text says a thing.
public enum Modality: String, Sendable, CaseIterable {
  /// As a fact: "haben … geschlossen".
  case fact
  /// In somebody's words: "werde …", "laut …", "wie … mitteilt".
  case reported
  /// As an intention: "will", "soll", "plant", "strebt … an".
  case planned
}
