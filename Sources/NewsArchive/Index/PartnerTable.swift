/// The partners of an archive: who has which slug is the same.
struct PartnerTable: Sendable {
  /// Somebody as one story means them: a group belongs to the actor beside it.
  struct Key: Hashable, Sendable {
    let actor: Actor
    let scope: Actor?
  }

  struct Draft: Sendable {
    let id: String
    let kind: Partner.Kind
    let isCollective: Bool
    let scope: Int?
    /// How many keys have which name.
    var names: [String: Int] = [:]
    /// The forms it is named in.
    var words: Set<String> = []
    /// Whether a story names it, and not only a group of its own.
    var isNamed = false
  }

  private(set) var drafts: [Draft] = []
  /// The drafts that stories name, by name, then id.
  private(set) var order: [Int] = []
  /// Where each draft stands in the order; -1 for one that no story names.
  private(set) var places: [Int32] = []
  private var slugs: [String: Int] = [:]
  private var known: [Key: Int] = [:]

  /// The draft of somebody whom a story names.
  mutating func name(_ key: Key) -> Int32 {
    let draft = add(key)
    drafts[draft].isNamed = true
    return Int32(clamping: draft)
  }

  /// Adds to the forms that a draft is named in.
  mutating func note(_ words: String, for draft: Int32) { drafts[Int(draft)].words.insert(words) }

  /// The draft of somebody whom a story has named.
  func draft(of key: Key) -> Int32? { known[key].map { Int32(clamping: $0) } }

  /// Puts those whom stories name in their order.
  mutating func sort() {
    let names = drafts.indices.map(name)
    order = drafts.indices.filter { drafts[$0].isNamed }.sorted {
      names[$0] != names[$1]
        ? names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        : drafts[$0].id.utf8.lexicographicallyPrecedes(drafts[$1].id.utf8)
    }
    places = Array(repeating: -1, count: drafts.count)
    for (place, draft) in order.enumerated() { places[draft] = Int32(clamping: place) }
  }

  private mutating func add(_ key: Key) -> Int {
    if let draft = known[key] { return draft }
    let owner = key.scope.map { add(Key(actor: $0, scope: nil)) }
    var slug = Slug.slug(key.actor.name)
    // A district's own towns carry its name already.
    if let owner, !slug.hasSuffix(drafts[owner].id) { slug += "-" + drafts[owner].id }
    if slug.isEmpty { slug = "ohne-namen" }
    let index = slugs[slug] ?? drafts.count
    if index == drafts.count {
      slugs[slug] = index
      drafts.append(Draft(id: slug, kind: key.actor.kind, isCollective: key.actor.isCollective, scope: owner))
    }
    known[key] = index
    drafts[index].names[key.actor.name, default: 0] += 1
    return index
  }

  /// The commonest of a draft's names, the first by its letters among equals.
  func name(of draft: Int) -> String {
    drafts[draft].names.max {
      $0.value != $1.value ? $0.value < $1.value : $1.key.utf8.lexicographicallyPrecedes($0.key.utf8)
    }?.key ?? drafts[draft].id
  }
}

extension FoundFacts {
  func key(of actor: Actor) -> PartnerTable.Key { PartnerTable.Key(actor: actor, scope: scopes[actor]) }
}
