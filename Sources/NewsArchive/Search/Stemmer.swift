/// The stem of a German word: CISTEM, the stemmer that did best on two gold standards of German word families.
///
/// Leonie Weißweiler, Alexander Fraser: Developing a Stemmer for German Based on a Comparative Analysis of Publicly
/// Available Stemmers. GSCL 2017, doi:10.1007/978-3-319-73706-5_8. This is its case-insensitive variant, since
/// those who search write nouns in lower case.
enum Stemmer {
  private static let e = UInt8(ascii: "e")
  private static let s = UInt8(ascii: "s")

  // Letter groups that stand for one sound are one letter while endings are cut, and a doubled letter has a second
  // half that no ending is made of.
  private static let sch = UInt8(ascii: "$")
  private static let ei = UInt8(ascii: "%")
  private static let ie = UInt8(ascii: "&")
  private static let double = UInt8(ascii: "*")

  /// The stem of a folded word.
  static func stem(of word: some Collection<UInt8>) -> [UInt8] {
    var letters = GermanFolding.form(.a, of: word) ?? Array(word)
    if letters.count >= 6, letters[0] == UInt8(ascii: "g"), letters[1] == e { letters.removeFirst(2) }
    letters = joined(letters)
    cutEndings(of: &letters)
    return parted(letters)
  }

  private static func cutEndings(of letters: inout [UInt8]) {
    while letters.count > 3, let last = letters.last {
      let before = letters[letters.count - 2]
      if letters.count > 5, before == e, last == UInt8(ascii: "m") || last == UInt8(ascii: "r") {
        letters.removeLast(2)
      } else if letters.count > 5, before == UInt8(ascii: "n"), last == UInt8(ascii: "d") {
        letters.removeLast(2)
      } else if last == UInt8(ascii: "t") || last == e || last == s || last == UInt8(ascii: "n") {
        letters.removeLast()
      } else {
        return
      }
    }
  }

  private static func joined(_ word: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let letter = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      if letter == s, next == UInt8(ascii: "c"), index + 2 < word.count, word[index + 2] == UInt8(ascii: "h") {
        letters.append(sch)
        index += 3
      } else if letter == e, next == UInt8(ascii: "i") {
        letters.append(ei)
        index += 2
      } else if letter == UInt8(ascii: "i"), next == e {
        letters.append(ie)
        index += 2
      } else {
        letters.append(letters.last == letter ? double : letter)
        index += 1
      }
    }
    return letters
  }

  private static func parted(_ letters: [UInt8]) -> [UInt8] {
    var word: [UInt8] = []
    word.reserveCapacity(letters.count + 4)
    for letter in letters {
      switch letter {
      case sch: word += [s, UInt8(ascii: "c"), UInt8(ascii: "h")]
      case ei: word += [e, UInt8(ascii: "i")]
      case ie: word += [UInt8(ascii: "i"), e]
      case double: if let last = word.last { word.append(last) }
      default: word.append(letter)
      }
    }
    return word
  }
}
