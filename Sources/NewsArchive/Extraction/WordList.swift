import CAssets

/// The German words that rules know by form, from `lists/words.txt`.
///
/// A form may carry several tags ("setzen" deepens and signs): the rules look at what stands around it. A compound the
/// list does not hold is known by its ending, "Partnerschaftsvereinbarung" by "vereinbarung".
struct WordList: Sendable {
  /// What the list says of a form.
  struct Entry: Sendable {
    var tags: Tags = []
    /// A month, a number, or a kind of cooperation as an index into `Cooperation.Kind.allCases`; 0 for none.
    var value: UInt8 = 0

    static let none = Entry()

    mutating func add(_ tag: Tag, _ value: UInt8) {
      tags.insert(tag)
      if value > 0 || tag == .tie { self.value = value }
    }
  }

  private struct Ending: Sendable {
    let bytes: [UInt8]
    var entry: Entry
  }

  private var words = WordTable<Entry>()
  /// By their last byte, longest first.
  private var endings: [[Ending]] = Array(repeating: [], count: 256)

  /// The program's own list.
  static let german = unsafe WordList(list: Gazetteer.lines(asset_words, asset_words_size))

  /// Reads the list; a line it does not know is left out, and a test sees to it that there is none.
  init(list: [ArraySlice<UInt8>]) {
    let tags = Dictionary(uniqueKeysWithValues: Tag.allCases.map { (String(describing: $0), $0) })
    for line in list {
      let halves = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard halves.count == 2 else { continue }
      let head = halves[0].split(separator: UInt8(ascii: "=")).map { String(decoding: $0, as: UTF8.self) }
      guard let name = head.first, let tag = tags[name] else { continue }
      let value = head.count == 2 ? WordList.value(head[1]) : 0
      for word in halves[1].split(separator: UInt8(ascii: " ")) { add(word, tag, value) }
    }
    for index in endings.indices { endings[index].sort { $0.bytes.count > $1.bytes.count } }
  }

  private static func value(_ text: String) -> UInt8 {
    if let kind = Cooperation.Kind.allCases.firstIndex(where: { $0.rawValue == text }) { return UInt8(clamping: kind) }
    return UInt8(text) ?? 0
  }

  private mutating func add(_ word: ArraySlice<UInt8>, _ tag: Tag, _ value: UInt8) {
    guard word.first == UInt8(ascii: "*") else {
      for hash in [WordHash.of(word), WordHash.of(Token.capitalised(word))] {
        var entry = words[hash] ?? .none
        entry.add(tag, value)
        words[hash] = entry
      }
      return
    }
    let bytes = Array(word.dropFirst())
    guard let last = bytes.last.map({ Int($0 | 0x20) }) else { return }
    let place = endings[last].firstIndex { $0.bytes == bytes } ?? endings[last].count
    if place == endings[last].count { endings[last].append(Ending(bytes: bytes, entry: .none)) }
    endings[last][place].entry.add(tag, value)
  }

  /// What is known of a word: of the form itself, or of the longest ending of a compound.
  func entry(_ hash: UInt64, _ word: Span<UInt8>) -> Entry {
    if let entry = words[hash] { return entry }
    guard word.count > 5 else { return .none }
    for ending in endings[Int(word[word.count - 1] | 0x20)] where word.count >= ending.bytes.count {
      var offset = word.count - ending.bytes.count
      if ending.bytes.allSatisfy({ byte in
        defer { offset += 1 }
        return word[offset] | 0x20 == byte | 0x20
      }) {
        return ending.entry
      }
    }
    return .none
  }
}
