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
    var letters = word.map(GermanFolding.vowel)
    if letters.count >= 6, letters[0] == UInt8(ascii: "g"), letters[1] == e { letters.removeFirst(2) }
    join(&letters)
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

  private static func join(_ letters: inout [UInt8]) {
    var (index, end) = (0, 0)
    while index < letters.count {
      let letter = letters[index]
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      var joined = letter
      index += 2
      if letter == s, next == UInt8(ascii: "c"), index < letters.count, letters[index] == UInt8(ascii: "h") {
        joined = sch
        index += 1
      } else if letter == e, next == UInt8(ascii: "i") {
        joined = ei
      } else if letter == UInt8(ascii: "i"), next == e {
        joined = ie
      } else {
        if end > 0, letters[end - 1] == letter { joined = double }
        index -= 1
      }
      letters[end] = joined
      end += 1
    }
    letters.removeLast(letters.count - end)
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
