/// The letters of the languages around us that are written with a mark, taken apart and put together.
///
/// The same word comes as one letter ("ä") or as a letter and a combining mark ("a" + U+0308), depending on the
/// machine that saved the page. The standard library compares both as equal but offers no bytes to hash, and the
/// part of Foundation that does is forty megabytes; German news needs one table.
enum LatinLetters {
  /// The letter with the mark, or nil if the table has none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    compositions[Pair(letter: letter, mark: mark)]
  }

  /// The letter without its mark; itself if it has none.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar { decompositions[scalar] ?? scalar }

  /// Whether a scalar is a mark upon the letter before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private struct Pair: Hashable {
    let letter: Unicode.Scalar
    let mark: Unicode.Scalar
  }

  /// Mark, then letters without and with it in turns.
  private static let table: [(mark: Unicode.Scalar, letters: String)] = [
    ("\u{300}", "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ("\u{301}", "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzź"),
    ("\u{302}", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
    ("\u{303}", "AÃIĨNÑOÕUŨaãiĩnñoõuũ"),
    ("\u{304}", "AĀEĒIĪOŌUŪaāeēiīoōuū"),
    ("\u{306}", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
    ("\u{307}", "CĊEĖGĠIİZŻcċeėgġzż"),
    ("\u{308}", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ("\u{30A}", "AÅUŮaåuů"),
    ("\u{30B}", "OŐUŰoőuű"),
    ("\u{30C}", "CČDĎEĚLĽNŇRŘSŠTŤZŽcčdďeělľnňrřsštťzž"),
    ("\u{327}", "CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţ"),
    ("\u{328}", "AĄEĘIĮUŲaąeęiįuų"),
  ]

  private static let pairs: [(Pair, Unicode.Scalar)] = table.flatMap { mark, letters in
    let scalars = Array(letters.unicodeScalars)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { index in
      (Pair(letter: scalars[index], mark: mark), scalars[index + 1])
    }
  }

  private static let compositions = Dictionary(pairs) { first, _ in first }
  private static let decompositions = Dictionary(pairs.map { pair, whole in (whole, pair.letter) }) { first, _ in first
  }
}
