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

  /// The lists the program carries, without the names in `except`, which stands in for a world the lists know less of.
  init(except: Set<String> = []) {
    for line in unsafe Gazetteer.lines(asset_organisations, asset_organisations_size) { addOrganisation(line, except) }
    for line in unsafe Gazetteer.lines(asset_towns, asset_towns_size) {
      let isHomograph = line.first == UInt8(ascii: "~")
      let name = String(decoding: isHomograph ? line.dropFirst() : line, as: UTF8.self)
      guard !except.contains(name) else { continue }
      learn(name, .municipality, isHomograph: isHomograph)
    }
  }

  /// The lines of a list that are no comments.
  static func lines(_ start: UnsafePointer<UInt8>, _ count: Int) -> [ArraySlice<UInt8>] {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
  }

  /// Adds a name, unless it is known, in the nominative and the genitive.
  mutating func learn(_ name: String, _ kind: Partner.Kind, isHomograph: Bool = false) {
    let entry = add(Entry(name: name, kind: kind, isHomograph: isHomograph))
    var words = Gazetteer.hashes(of: name)
    addForm(words, entry)
    guard let last = name.utf8.last, Token.isLetter(last), last != UInt8(ascii: "s") else { return }
    // The genitive of "Murnau am Staffelsee" is "Murnaus am Staffelsee".
    words[0] = WordHash(words[0], "s").value
    addForm(words, entry)
  }

  /// Adds a town that a page has taught, or confirms one whose name is also a word; false if it was known.
  mutating func teach(_ name: String) -> Bool {
    if let entry = entry(named: name) {
      guard entries[entry].isHomograph, !entries[entry].isConfirmed else { return false }
      entries[entry].isConfirmed = true
    } else {
      learn(name, .municipality)
    }
    return true
  }

  private mutating func add(_ entry: Entry) -> Int {
    if let index = self.entry(named: entry.name) { return index }
    names[WordHash.of(entry.name.utf8)] = Int32(clamping: entries.count)
    entries.append(entry)
    return entries.count - 1
  }

  private mutating func addOrganisation(_ line: ArraySlice<UInt8>, _ except: Set<String>) {
    let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self) }
    guard fields.count >= 3, let kind = Partner.Kind(rawValue: fields[0]) else { return }
    let isCollective = fields[1].hasPrefix("+")
    let name = isCollective ? String(fields[1].dropFirst()) : fields[1]
    guard !except.contains(name) else { return }
    let codes = fields.count > 3 ? fields[3].split(separator: " ").map(String.init) : []
    let entry = add(
      Entry(
        name: name, kind: kind, isCollective: isCollective, isoCode: codes.count == 3 ? codes[0] : nil,
        areaKey: codes.count == 3 ? codes[1] : nil))
    let others = fields[2].split(separator: ",").map { String($0.drop { $0 == " " }) }
    for form in [name] + others {
      let isAdjective = kind == .state && form.hasSuffix("er")
      for words in Gazetteer.inflected(form) { addForm(words, entry, isAdjective: isAdjective) }
    }
    if codes.count == 3 {
      for ending in ["e", "en", "er", "es", "em"] {
        let adjective = codes[2] + ending
        addForm([WordHash.of(adjective.utf8)], entry, isAdjective: true)
        addForm(
          [WordHash.of((adjective.prefix(1).uppercased() + adjective.dropFirst()).utf8)], entry, isAdjective: true)
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
  static func hashes(of name: some StringProtocol) -> [UInt64] {
    guard name.utf8.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ".") }) else {
      return [WordHash.of(name.utf8)]
    }
    return Token.tokens(of: Passage(words: String(name)), .none).map(\.hash)
  }

  /// The forms of an organisation's name: its adjective in all cases, and each noun before the first small word in
  /// the genitive.
  private static func inflected(_ name: String) -> [[UInt64]] {
    let words = name.split(separator: " ")
    guard let first = words.first else { return [] }
    var starts = [String(first)]
    let stem =
      first.hasSuffix("er") || first.hasSuffix("es") ? first.dropLast(2) : first.dropLast(first.hasSuffix("e") ? 1 : 0)
    if words.count > 1, stem.count < first.count, stem.count > 3, words[1].first?.isUppercase == true {
      starts = ["e", "en", "er", "es", "em"].map { stem + $0 }
    }
    let nounCount = words.prefix { $0.first?.isUppercase == true }.count
    let rest = words.dropFirst().map(hashes)
    var forms: [[UInt64]] = []
    for start in starts {
      let row = [hashes(of: start)] + rest
      forms.append(row.flatMap(\.self))
      for index in 0..<nounCount where (index == 0 ? start[...] : words[index]).utf8.last != UInt8(ascii: "s") {
        for ending in ["s", "es"] {
          var genitive = row
          if let last = genitive[index].popLast() { genitive[index].append(WordHash(last, ending).value) }
          forms.append(genitive.flatMap(\.self))
        }
      }
    }
    return forms
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
        return Match(entry: Int(form.entry), end: end, isAdjective: form.isAdjective)
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
