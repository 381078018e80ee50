/// The partners of an archive while its facts are merged: who has which slug is the same.
struct PartnerTable {
  struct Draft {
    let id: String
    var kind: Partner.Kind
    var names: [String: Int] = [:]
    let isCollective: Bool
    let scope: Int?
    var words: Set<String> = []
    /// By source: how often, and the first evidence.
    var mentions: [Int: (count: Int, evidence: Evidence)] = [:]
    var stories: [Int] = []
  }

  private(set) var drafts: [Draft] = []
  private var places: [String: Int] = [:]
  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let actor: Actor
    let scope: Actor?
  }

  func id(of index: Int) -> String { drafts[index].id }

  /// The partner an actor is, new if it has not been met.
  mutating func index(of actor: Actor, scope: Actor?) -> Int {
    let key = Key(actor: actor, scope: scope)
    if let index = known[key] { return index }
    let owner = scope.map { self.index(of: $0, scope: nil) }
    var slug = Slug.slug(actor.name.unicodeScalars)
    // A district's own towns carry its name already.
    if let owner, !slug.hasSuffix(drafts[owner].id) { slug += "-" + drafts[owner].id }
    if slug.isEmpty { slug = "ohne-namen" }
    let index = places[slug] ?? drafts.count
    if index == drafts.count {
      places[slug] = index
      drafts.append(Draft(id: slug, kind: actor.kind, isCollective: actor.isCollective, scope: owner))
    }
    known[key] = index
    drafts[index].names[actor.name, default: 0] += 1
    return index
  }

  /// The partner an actor is, if it has been met.
  func known(_ actor: Actor, scope: Actor?) -> Int? { known[Key(actor: actor, scope: scope)] }

  /// Notes that a story names it, with an evidence for each page that shows the story.
  mutating func note(_ index: Int, _ words: String, _ story: Int, _ evidence: [Evidence]) {
    drafts[index].words.insert(words)
    if drafts[index].stories.last != story { drafts[index].stories.append(story) }
    for evidence in evidence {
      drafts[index].mentions[evidence.source, default: (0, evidence)].count += 1
    }
  }
}
