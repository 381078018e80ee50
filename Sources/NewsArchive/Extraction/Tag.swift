/// What a word can be to the rules. The words of each are listed in `lists/words.txt`.
enum Tag: UInt8, CaseIterable {
  // Articles and pronouns
  case der, die, das, dem, den, des, ein, einem, pronominal, we, partners, count
  // Words that join and words that place
  case und, oder, noch, auch, already, mit, gemeinsam, joint, zwischen, durch, neben, von, aus, `in`, zu, bei, `für`,
    an, `über`, laut,
    nach, gegen, um, auf, seit, bis, ab, ohne, preposition, wie, ago, only, together, anaphor,
    future, doubt
  // Auxiliaries and what turns a statement
  case subjunctive, have, be, become, will, shall, could, negation, refusal, demand, rivalry, stance
  // What is done
  case sign, signature, end, exist, deepen, cooperate, work, bundle, forces, bound, create, promote, found, join,
    belong, fresh, member,
    network,
    gain, participate, share, tie, untie, statistic, founded, deadline
  // Who speaks and who acts
  case say, report, according, office, title, delegates, town, towns, district, districts, state, states, provider,
    union, company, initiative, meeting, ministry, association, verband, authority, council, parliament, group,
    regional, area, organ,
    prefix, water, legalForm
  // Dates
  case month, season, part, about, year, quarter, half, ordinal, weekday, last, this, coming
}

/// A set of tags, of which there may be 128.
struct Tags {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  var isEmpty: Bool { low | high == 0 }

  func contains(_ tag: Tag) -> Bool {
    let bit = tag.rawValue
    return (bit < 64 ? low >> UInt64(bit) : high >> UInt64(bit &- 64)) & 1 != 0
  }

  mutating func insert(_ tag: Tag) {
    let bit = tag.rawValue
    if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit &- 64) }
  }

  mutating func formUnion(_ other: Tags) {
    low |= other.low
    high |= other.high
  }
}
