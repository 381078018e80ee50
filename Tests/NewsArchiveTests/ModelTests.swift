import Testing

@testable import NewsArchive

@Suite struct ModelTests {
  @Test func `SHA-256 gives the digests of the standard`() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let cases: [(message: [UInt8], digest: String)] = [
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        Array(
          "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
            .utf8),
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      (million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]
    for (message, digest) in cases {
      #expect(SHA256.hexadecimal(SHA256.digest(of: message)) == digest)
    }
  }

  @Test func `messages digested side by side have the digests they have alone, whatever their lengths`() {
    for count in 0...9 {
      for length in 0...130 {
        let messages = (0..<count).map { number in
          (0..<length * (number + 1) / 2).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
        }
        #expect(SHA256.digests(of: messages) == messages.map(SHA256.digest))
      }
    }
  }

  @Test func `slugs are lower-case letters, digits and single hyphens`() {
    let cases: [(words: String, slug: String)] = [
      ("Baden-Württemberg / Sachsen", "baden-wuerttemberg-sachsen"), ("Größe: „Ähm“!", "groesse-aehm"),
      ("Eileen O’Sullivan", "eileen-osullivan"), ("Café Ýılmaz Łódź", "cafe-yilmaz-lodz"), ("  --  ", ""),
      ("Москва 5", "5"),
      (String(repeating: "ab ", count: 40), String(repeating: "ab-", count: 26) + "ab"),
      (String(repeating: "a", count: 79) + "ß", String(repeating: "a", count: 79) + "s"),
      ("u\u{308}ber", "ueber"),
    ]
    for (words, slug) in cases {
      let file = SeedFile(name: "", bytes: Array(words.utf8))
      #expect(Slug.slug(CanonicalText(TextRange(0, file.bytes.count), in: file).string) == slug, "\(words)")
    }
  }

  @Test func `the day of a page and of a text are read in every form the site has`() {
    let pages: [(line: String, day: String?)] = [
      ("Freitag, 9. Mai 2025", "2025-05-09"), ("Sonnabend, 01. Februar 2020", "2020-02-01"),
      ("Montag,\u{A0}3.\u{A0}Ma\u{308}rz 2025", "2025-03-03"), ("Freitag, 9 Mai 2025", nil),
      ("Freitag, 31. Februar 2025", nil),
      ("Freitag, 9. May 2025", nil), ("Freitags, 9. Mai 2025", nil), ("Freitag, 9. Mai 2025 heute", nil),
      ("Freitag, 9999999999. Mai 2025", nil),
    ]
    for (line, day) in pages {
      let file = SeedFile(name: "", bytes: Array(line.utf8))
      #expect(GermanDate.pageDate(of: TextRange(0, file.bytes.count), in: file)?.description == day, "\(line)")
    }
    let brackets: [(line: String, day: String?)] = [
      ("[11.12.2020] Text", "2020-12-11"), ("[5.3.2020]", "2020-03-05"), ("[ 5. 3. 2020 ]", "2020-03-05"),
      ("[29.02.2023] Text", nil), ("[11.12.20] Text", nil), ("[11.12.20200] Text", nil), ("[111.12.2020]", nil),
      ("[11.12.2020", nil), ("[", nil), ("", nil),
      ("11.12.2020", nil), ("[00.00.0000]", nil),
    ]
    for (line, day) in brackets {
      let file = SeedFile(name: "", bytes: Array(line.utf8))
      #expect(GermanDate.bracket(at: TextRange(0, file.bytes.count), in: file)?.day.description == day, "\(line)")
    }
  }

  @Test func `a date between two others names only years, months and days, as EDTF has it`() throws {
    let day = try #require(CalendarDate(year: 2027, month: 10, day: 16))
    let next = try #require(CalendarDate(year: 2027, month: 10, day: 17))
    let cases: [(extent: UncertainDate.Extent, first: String, last: String)] = [
      (.day(day), "[2027-10-16..]", "[..2027-10-16]"), (.month(year: 2024, month: 5), "[2024-05..]", "[..2024-05]"),
      (.year(2009), "[2009..]", "[..2009]"), (.season(year: 2015, .spring), "[2015..]", "[..2015]"),
      (.quarter(year: 2021, 3), "[2021..]", "[..2021]"), (.half(year: 2021, 1), "[2021..]", "[..2021]"),
      (.days(day, next), "[2027-10-16..]", "[..2027-10-17]"), (.years(2023, 2024), "[2023..]", "[..2024]"),
    ]
    for (extent, first, last) in cases {
      #expect(UncertainDate(.oneOf(extent, nil), basis: .inferred).edtf == first)
      #expect(UncertainDate(.oneOf(nil, extent), basis: .inferred).edtf == last)
    }
  }
}
