import CAssets

/// The names the program knows: Länder, towns, and who else acts in German administration.
///
/// A name is a row of words, a word is its hash. All its inflected forms are written out when the lists are read, so
/// that finding the longest name at a place is one look-up and a few comparisons. What pages teach ("die Stadt X") is
/// added to a copy; what no list and no page names is found by context (`NameReader`).
struct Gazetteer: Sendable {
  /// Somebody on the lists.
  struct Entry: Sendable {
    var name: String
    var kind: Partner.Kind
    var isCollective = false
    /// Whether the name is a word or a surname, too, and counts only where the context makes it a name.
    var isHomograph = false
    /// Whether a page says what it is: "die Stadt Essen".
    var isConfirmed = false
    var isoCode: String?
    var areaKey: String?
  }

  /// One way a name is written.
  private struct Form: Sendable {
    /// The words behind the first.
    let rest: [UInt64]
    let entry: Int32
    let isAdjective: Bool
    /// The next form that begins with the same word, and is no longer.
    var next: Int32?
  }

  /// A name found.
  struct Match {
    let entry: Int
    let start: Int
    /// The index behind its last token.
    let end: Int
    /// Whether it is an adjective: "sächsische", "Thüringer".
    let isAdjective: Bool
  }

  private(set) var entries: [Entry] = []
  private var forms: [Form] = []
  /// The longest form that begins with a word.
  private var longest = WordTable<Int32>()
  /// The entries by the hash of the whole name.
  private var names = WordTable<Int32>()

  /// The lists the program carries, read once.
  static let german = Gazetteer()

  private init() {
    for line in unsafe Gazetteer.lines(asset_organisations, asset_organisations_size) { addOrganisation(line) }
    for line in unsafe Gazetteer.lines(asset_towns, asset_towns_size) {
      let isHomograph = line.first == UInt8(ascii: "~")
      learn(isHomograph ? line.dropFirst() : line, isHomograph: isHomograph)
    }
  }

  /// The lines of a list that are no comments.
  static func lines(_ start: UnsafePointer<UInt8>, _ count: Int) -> [ArraySlice<UInt8>] {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
  }

  /// Adds a town, unless it is known, in the nominative and the genitive.
  private mutating func learn(_ letters: ArraySlice<UInt8>, isHomograph: Bool = false) {
    let name = String(decoding: letters, as: UTF8.self)
    let entry = add(Entry(name: name, kind: .municipality, isHomograph: isHomograph))
    var words = Gazetteer.hashes(of: letters)
    addForm(words, entry)
    guard let last = letters.last, Token.isLetter(last), last != UInt8(ascii: "s") else { return }
    // The genitive of "Murnau am Staffelsee" is "Murnaus am Staffelsee".
    words[0] = WordHash.of("s".utf8, behind: words[0])
    addForm(words, entry)
  }

  /// Adds a town that a page has taught, or confirms one whose name is also a word; false if it was known.
  mutating func teach(_ name: String) -> Bool {
    if let entry = entry(named: name) {
      guard entries[entry].isHomograph, !entries[entry].isConfirmed else { return false }
      entries[entry].isConfirmed = true
    } else {
      learn(Array(name.utf8)[...])
    }
    return true
  }

  private mutating func add(_ entry: Entry) -> Int {
    if let index = self.entry(named: entry.name) { return index }
    names[WordHash.of(entry.name.utf8)] = Int32(clamping: entries.count)
    entries.append(entry)
    return entries.count - 1
  }

  private mutating func addOrganisation(_ line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.drop { $0 == 0x20 } }
    guard fields.count >= 3, let kind = Partner.Kind(rawValue: String(decoding: fields[0], as: UTF8.self)) else {
      return
    }
    let isCollective = fields[1].first == UInt8(ascii: "+")
    let letters = isCollective ? fields[1].dropFirst() : fields[1]
    let name = String(decoding: letters, as: UTF8.self)
    let codes = fields.count > 3 ? fields[3].split(separator: 0x20) : []
    var organisation = Entry(name: name, kind: kind, isCollective: isCollective)
    if codes.count == 3 {
      organisation.isoCode = String(decoding: codes[0], as: UTF8.self)
      organisation.areaKey = String(decoding: codes[1], as: UTF8.self)
    }
    let entry = add(organisation)
    let others = fields[2].split(separator: UInt8(ascii: ",")).map { $0.drop { $0 == 0x20 } }
    for form in [letters] + others {
      let isAdjective = kind == .state && form.suffix(2).elementsEqual("er".utf8)
      for words in Gazetteer.inflected(form) { addForm(words, entry, isAdjective: isAdjective) }
    }
    guard codes.count == 3 else { return }
    for adjective in Gazetteer.adjectiveEndings.map({ codes[2] + $0.utf8 }) {
      for form in [adjective, Token.capitalised(adjective)[...]] {
        addForm([WordHash.of(form)], entry, isAdjective: true)
      }
    }
  }

  private mutating func addForm(_ words: [UInt64], _ entry: Int, isAdjective: Bool = false) {
    guard let first = words.first else { return }
    var form = Form(rest: Array(words.dropFirst()), entry: Int32(clamping: entry), isAdjective: isAdjective)
    form.next = longest[first]
    var before: Int32?
    while let next = form.next, forms[Int(next)].rest.count > form.rest.count {
      before = next
      form.next = forms[Int(next)].next
    }
    let index = Int32(clamping: forms.count)
    if let before { forms[Int(before)].next = index } else { longest[first] = index }
    forms.append(form)
  }

  /// The words of a name, as a page's tokens are.
  static func hashes(of name: ArraySlice<UInt8>) -> [UInt64] {
    if name.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ".") }) {
      let bytes = Array(name)
      return Token.tokens(of: bytes, in: bytes.indices, nil).map(\.hash)
    }
    return [WordHash.of(name)]
  }

  private static let adjectiveEndings = ["e", "en", "er", "es", "em"]

  /// The forms of an organisation's name: its adjective in all cases, and each noun before the first small word in
  /// the genitive.
  private static func inflected(_ name: ArraySlice<UInt8>) -> [[UInt64]] {
    let words = name.split(separator: 0x20)
    guard let first = words.first else { return [] }
    let ending = ["er", "es", "e"].first { first.suffix($0.utf8.count).elementsEqual($0.utf8) } ?? ""
    let stem = first.dropLast(ending.utf8.count)
    var starts = [first]
    if words.count > 1, !ending.isEmpty, stem.count > 3, isNoun(words[1]) {
      starts = adjectiveEndings.map { stem + $0.utf8 }
    }
    let nounCount = words.prefix(while: isNoun).count
    let rest = words.dropFirst().map(hashes)
    var forms: [[UInt64]] = []
    for start in starts {
      let row = [hashes(of: start)] + rest
      forms.append(row.flatMap(\.self))
      for index in 0..<nounCount where (index == 0 ? start : words[index]).last != UInt8(ascii: "s") {
        for ending in ["s", "es"] {
          var genitive = row
          if let last = genitive[index].popLast() { genitive[index].append(WordHash.of(ending.utf8, behind: last)) }
          forms.append(genitive.flatMap(\.self))
        }
      }
    }
    return forms
  }

  private static func isNoun(_ word: ArraySlice<UInt8>) -> Bool {
    Token.isCapital(word.first ?? 0, word.dropFirst().first ?? 0)
  }

  /// The longest name at a token.
  func match(_ tokens: [Token], at index: Int) -> Match? {
    guard tokens.indices.contains(index) else { return nil }
    var candidate = longest[tokens[index].hash]
    while let form = candidate.map({ forms[Int($0)] }) {
      candidate = form.next
      let end = index + 1 + form.rest.count
      guard end <= tokens.count else { continue }
      if form.rest.indices.allSatisfy({ tokens[index + 1 + $0].hash == form.rest[$0] }) {
        return Match(entry: Int(form.entry), start: index, end: end, isAdjective: form.isAdjective)
      }
    }
    return nil
  }

  /// The entry of that name, as the lists or the pages write it.
  func entry(named name: String) -> Int? { names[WordHash.of(name.utf8)].map { Int($0) } }

  /// The entry of a single word.
  func entry(of hash: UInt64) -> Int? {
    // The shortest form is the chain's last.
    var candidate = longest[hash]
    while let form = candidate.map({ forms[Int($0)] }) {
      if form.rest.isEmpty { return Int(form.entry) }
      candidate = form.next
    }
    return nil
  }
}
