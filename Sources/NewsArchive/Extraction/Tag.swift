/// What a word can be to the rules. The words of each are listed in `lists/words.txt`.
enum Tag: UInt8, CaseIterable {
  // Articles and pronouns
  case der, die, das, dem, den, des, ein, einem, pronominal, we, partners, count
  // Words that join and words that place
  case und, oder, noch, auch, already, mit, gemeinsam, joint, zwischen, durch, neben, von, aus, `in`, zu, bei, `für`,
    an, `über`, laut, nach, gegen, um, auf, seit, bis, ab, ohne, preposition, wie, ago, only, together, anaphor, future,
    doubt
  // Auxiliaries and what turns a statement
  case subjunctive, have, be, become, will, shall, could, negation, refusal, demand, talk, stance
  // What is done
  case sign, signature, end, exist, deepen, cooperate, work, bundle, forces, bound, create, promote, found, join,
    belong, fresh, member, network, gain, participate, share, tie, untie, statistic, founded, deadline
  // Who speaks and who acts
  case say, report, according, office, title, delegates, town, towns, district, districts, state, states, provider,
    union, company, initiative, meeting, ministry, association, verband, authority, council, parliament, group,
    regional, area, organ, prefix, water, legalForm
  // Dates
  case month, season, part, about, year, quarter, half, ordinal, weekday, last, this, coming
}

/// A set of tags, of which there may be 128. It is two halves because a number of 128 bits has to lie at multiples of 16
/// bytes, and memory for those is dear.
struct Tags: ExpressibleByArrayLiteral {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  // Inlined, a row of tags becomes a constant.
  @inline(__always) init(arrayLiteral tags: Tag...) {
    for tag in tags { insert(tag) }
  }

  var isEmpty: Bool { first | second == 0 }

  @inline(__always) func contains(_ tag: Tag) -> Bool {
    (tag.rawValue < 64 ? first : second) & 1 &<< UInt64(tag.rawValue) != 0
  }
  func intersects(_ other: Tags) -> Bool { first & other.first | second & other.second != 0 }
  @inline(__always) mutating func insert(_ tag: Tag) {
    let bit = 1 &<< UInt64(tag.rawValue)
    if tag.rawValue < 64 { first |= bit } else { second |= bit }
  }
  mutating func formUnion(_ other: Tags) {
    first |= other.first
    second |= other.second
  }
}
