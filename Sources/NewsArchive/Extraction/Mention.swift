/// Who is meant, before it is known which partner of the archive that is.
struct Actor: Hashable, Sendable {
  let name: String
  let kind: Partner.Kind
  var isCollective = false

  // The name tells them apart; the kind would be hashed as a word of its own.
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Somebody named in a passage.
struct Mention {
  /// How the words stand for the one they name.
  enum Form: UInt8 {
    /// The name itself, in any case: "Bayern", "des Landkreises Leer".
    case name
    /// Its adjective: "sächsische", "Wolfsburger".
    case adjective
    /// An office that acts for it: "Bundesbildungsminister", "Sachsen-CIO", "der Oberbürgermeister der Stadt Ulm".
    case office
    /// A group that is no partner unless it cooperates: "Kommunen", "die zehn kreisangehörigen Städte".
    case group
    /// A bare "Freistaat", "das Land": whoever the story means by it.
    case reference
    /// A place where something takes place.
    case venue
  }

  var actor: Actor
  var form: Form
  /// The tokens of the whole phrase: article, what it is, name, short name in brackets.
  var extent: Range<Int>
  /// The tokens of the name.
  var name: Range<Int>
}
