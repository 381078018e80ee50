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
    /// Whether a story names it, and not only a group of its own.
    var isNamed = false
  }

  private(set) var drafts: [Draft] = []
  /// The drafts that stories name, by name, then id.
  private(set) var order: [Int] = []
  private var orderPlaces: [Int?] = []
  private var slugs: [String: Int] = [:]
  /// For each key its draft and the first story that has it.
  private var known: [Key: (draft: Int, story: Int)] = [:]

  /// Who is named in a portion of the stories.
  struct Named: Sendable {
    /// Each once, with the story that names them first.
    private(set) var keys: [(key: Key, story: Int)] = []
    /// For each name of each story where its key is in `keys`.
    private(set) var names: [Int] = []

    init(_ numbers: Range<Int>, _ found: [FoundFacts]) {
      var places: [Key: Int] = [:]
      for (number, facts) in zip(numbers, found) {
        func place(_ actor: Actor) -> Int {
          let key = facts.key(of: actor)
          if let place = places[key] { return place }
          places[key] = keys.count
          keys.append((key, number))
          return keys.count - 1
        }
        for name in facts.names { names.append(place(name.actor)) }
        for party in facts.ties.lazy.flatMap(\.parties) { _ = place(party) }
      }
    }
  }

  /// The partners whom stories name.
  init(_ portions: [Named]) {
    for (key, story) in portions.lazy.flatMap(\.keys) { drafts[add(key, story)].isNamed = true }
    let names = drafts.indices.map(name)
    order = drafts.indices.filter { drafts[$0].isNamed }.sorted {
      names[$0] != names[$1]
        ? names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        : drafts[$0].id.utf8.lexicographicallyPrecedes(drafts[$1].id.utf8)
    }
    orderPlaces = Array(repeating: nil, count: drafts.count)
    for (place, index) in order.enumerated() { orderPlaces[index] = place }
  }

  private mutating func add(_ key: Key, _ story: Int) -> Int {
    if let (draft, _) = known[key] { return draft }
    let owner = key.scope.map { add(Key(actor: $0, scope: nil), story) }
    var slug = Slug.slug(key.actor.name)
    // A district's own towns carry its name already.
    if let owner, !slug.hasSuffix(drafts[owner].id) { slug += "-" + drafts[owner].id }
    if slug.isEmpty { slug = "ohne-namen" }
    let index = slugs[slug] ?? drafts.count
    if index == drafts.count {
      slugs[slug] = index
      drafts.append(Draft(id: slug, kind: key.actor.kind, isCollective: key.actor.isCollective, scope: owner))
    }
    known[key] = (index, story)
    drafts[index].names[key.actor.name, default: 0] += 1
    return index
  }

  /// The draft of a key that this story or one before it names.
  func draft(of key: Key, in story: Int) -> Int? { known[key].flatMap { $0.story <= story ? $0.draft : nil } }

  /// Where a draft stands in the order; nil for one that no story names.
  func place(of draft: Int) -> Int? { orderPlaces[draft] }

  /// For each name of a portion where its partner stands in the order.
  func places(of named: Named) -> [Int32] {
    let places = named.keys.map { Int32(clamping: known[$0.key].flatMap { place(of: $0.draft) } ?? -1) }
    return named.names.map { places[$0] }
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
