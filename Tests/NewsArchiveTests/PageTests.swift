@testable import NewsArchive
import TestSupport
import Testing

@Suite struct PageTests {
  private let body =
    "Das Land Hessen und die Stadt Kassel haben gemeinsam einen Vertrag über digitale Dienste unterzeichnet, wie beide Seiten am Abend mitteilen."

  @Test func `every part of a page is found where it stands`() {
    let cases: [(name: String, page: String, outline: [String])] = [
      (
        "head line and body",
        "HessenVertrag unterzeichnet\n\(body)\nZweiter Absatz.",
        ["head-line: HessenVertrag unterzeichnet", "paragraph: \(body)", "paragraph: Zweiter Absatz."]
      ),
      (
        "page date, head line, lead",
        "Montag, 3. März 2025\n\nHessenVertrag\n\n[01.03.2025] Der Vertrag steht.\n\nAbsatz.",
        [
          "page-date: Montag, 3. März 2025", "head-line: HessenVertrag", "date: [01.03.2025]",
          "lead: Der Vertrag steht.", "paragraph: Absatz.",
        ]
      ),
      (
        "dated without a page date, as the sister site has it",
        "HessenVertrag\n[1.3.2025] Der Vertrag steht.",
        ["head-line: HessenVertrag", "date: [1.3.2025]", "lead: Der Vertrag steht."]
      ),
      (
        "section, caption, label",
        """
        Montag, 3. März 2025

        HessenVertrag

        Absatz.





        Weitere Meldungen und Beiträge aus dem Bereich: Politik
        Porträt von A. B.
        interview

        Jena: Guter Job

        [02.03.2025] Ein Gespräch. mehr...

        jena_rathaus

        Ulm: Bild: ja

        [01.03.2025] Ein Bild. mehr…
        """,
        [
          "page-date: Montag, 3. März 2025", "head-line: HessenVertrag", "paragraph: Absatz.",
          "section: Weitere Meldungen und Beiträge aus dem Bereich: Politik", "caption: Porträt von A. B.",
          "label: interview", "teaser-title: Jena: Guter Job", "date: [02.03.2025]", "teaser-text: Ein Gespräch.",
          "more: mehr...", "caption: jena_rathaus", "teaser-title: Ulm: Bild: ja", "date: [01.03.2025]",
          "teaser-text: Ein Bild.", "more: mehr…",
        ]
      ),
      (
        "a caption with a colon directly under the gap, without a section line",
        "HessenVertrag\n\(body)\n\n\n\nv.l.: A. B., C. D.\n\nJena: Job\n\n[02.03.2025] Text. mehr...",
        [
          "head-line: HessenVertrag", "paragraph: \(body)", "caption: v.l.: A. B., C. D.", "teaser-title: Jena: Job",
          "date: [02.03.2025]", "teaser-text: Text.", "more: mehr...",
        ]
      ),
      (
        "a body line with a colon is no title, the line before the bracket is",
        "HessenVertrag\nBoris Rhein: „Gut.“\nJena: Job\n[02.03.2025] Text. mehr...\nUlm: Amt\n[01.03.2025] Ohne Ende",
        [
          "head-line: HessenVertrag", "paragraph: Boris Rhein: „Gut.“", "teaser-title: Jena: Job",
          "date: [02.03.2025]", "teaser-text: Text.", "more: mehr...", "teaser-title: Ulm: Amt", "date: [01.03.2025]",
          "teaser-text: Ohne Ende",
        ]
      ),
      (
        "a listing page with mehr... on its own line",
        "Jena: Job\n[2.3.2025] Text ...\n mehr...\nUlm: Amt\n[1.3.2025] Mehr Text, viel mehr.\nmehr...",
        [
          "teaser-title: Jena: Job", "date: [2.3.2025]", "teaser-text: Text ...", "more: mehr...",
          "teaser-title: Ulm: Amt", "date: [1.3.2025]", "teaser-text: Mehr Text, viel mehr.", "more: mehr...",
        ]
      ),
      (
        "pictures, sub-headings, author",
        """
        Montag, 3. März 2025

        HessenVertrag

        [01.03.2025] Der Vertrag steht.

        Zwei Männer geben sich die Hand
        Zwei Männer geben sich die Hand.
        v.l.: A. B. und C. D.
        (Bildquelle: Land Hessen)

        \(body)
        Mehr Zusammenarbeit
        \(body)
        Das Rathaus von Kassel. (Foto: Stadt Kassel)
        \(body)
        (ba)
        """,
        [
          "page-date: Montag, 3. März 2025", "head-line: HessenVertrag", "date: [01.03.2025]",
          "lead: Der Vertrag steht.", "caption: Zwei Männer geben sich die Hand",
          "caption: Zwei Männer geben sich die Hand.", "caption: v.l.: A. B. und C. D.",
          "credit: (Bildquelle: Land Hessen)", "paragraph: \(body)", "subheading: Mehr Zusammenarbeit",
          "paragraph: \(body)", "caption: Das Rathaus von Kassel.", "credit: (Foto: Stadt Kassel)",
          "paragraph: \(body)", "credit: (ba)",
        ]
      ),
      (
        "bare page with a Markdown picture and a list",
        "KasselNeues Amt\n![Das Amt](https://a.example/b.jpg)\nDas Amt.\n(Bildquelle: Stadt)\n\(body)\n- Erstens\n- Zweitens",
        [
          "head-line: KasselNeues Amt", "caption: ![Das Amt](https://a.example/b.jpg)", "caption: Das Amt.",
          "credit: (Bildquelle: Stadt)", "paragraph: \(body)", "paragraph: - Erstens", "paragraph: - Zweitens",
        ]
      ),
      (
        "the old site",
        """
        Sie befinden sich hier: Startseite > Politik
        Kassel:
        Neues Amt
        [25.5.2022] Das Amt öffnet.
        \(body)
        (ba)
        https://www.kassel.example
        Stichwörter: Kassel, Amt
        """,
        [
          "boilerplate: Sie befinden sich hier: Startseite > Politik", "head-line: Kassel:\nNeues Amt",
          "date: [25.5.2022]", "lead: Das Amt öffnet.", "paragraph: \(body)", "credit: (ba)",
          "boilerplate: https://www.kassel.example", "boilerplate: Stichwörter: Kassel, Amt",
        ]
      ),
      (
        "headless", "[25.5.2022] Das Amt öffnet. Dann schließt es.\n\(body)",
        ["date: [25.5.2022]", "lead: Das Amt öffnet. Dann schließt es.", "paragraph: \(body)"]
      ),
      (
        "cut behind a title", "HessenVertrag\n\(body)\nJena: Job\n[02.03.2025] Text. mehr...\nUlm: Am",
        [
          "head-line: HessenVertrag", "paragraph: \(body)", "teaser-title: Jena: Job", "date: [02.03.2025]",
          "teaser-text: Text.", "more: mehr...", "unclassified: Ulm: Am",
        ]
      ),
      (
        "a day that is none is no date", "HessenVertrag\n[31.02.2025] Der Vertrag steht.\n\(body)",
        ["head-line: HessenVertrag", "paragraph: [31.02.2025] Der Vertrag steht.", "paragraph: \(body)"]
      ),
    ]
    for (name, page, outline) in cases {
      #expect(Page.outcome(page).outline == outline, "\(name)")
      let withReturns = page.replacing("\n", with: "\r\n")
      #expect(Page.outcome(withReturns).outline.map { $0.replacing("\r\n", with: "\n") } == outline, "\(name), CRLF")
      let withMark = Page.outcome("\u{FEFF}" + page).outline
      #expect(withMark == ["byte-order-mark: \u{FEFF}"] + outline, "\(name), byte order mark")
    }
  }

  @Test func `what is no page is refused with line, expectation and find`() {
    let cases: [(bytes: [UInt8], sentence: String)] = [
      ([], "0: expected a head line, found the end of the file"),
      (Array(" \n\u{A0}\r\n".utf8), "0: expected a head line, found the end of the file"),
      ([0xEF, 0xBB, 0xBF], "0: expected a head line, found the end of the file"),
      (Array("A\nB\u{0}C".utf8), "2: expected text, found a NUL byte"),
      (Array("<!DOCTYPE html>\n<p>".utf8), "1: expected a head line, found “<!DOCTYPE html>”"),
      (Array("{\"a\": 1}".utf8), "1: expected a head line, found “{\"a\": 1}”"),
      (
        Array("Einkaufen\nMilch\nBrot".utf8),
        "1: expected a page with a date, a teaser or a paragraph of an article, found “Einkaufen”"
      ),
      (
        Array((String(repeating: "Wort ", count: 100) + "\n").utf8),
        "1: expected a head line, found “Wort Wort Wort Wort Wort Wort Wort Wort …”"
      ),
    ]
    for (bytes, sentence) in cases { #expect(Page.outcome(bytes).outline == [sentence]) }
  }

  @Test func `the same page in other encodings says the same`() throws {
    let text =
      "Montag, 3. März 2025\n\nThüringenBündnis „für“ alle\n\n[01.03.2025] Größe – zählt.\n\n\(body)\n\n\n\nFührung\n\nKöln: Übung\n\n[02.03.2025] Schön. mehr..."
    let decomposed = text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      let plain = LatinLetters.plain(scalar)
      return plain == scalar ? [scalar] : [plain, "\u{308}"]
    }
    let noBreak = text.replacing(" mehr", with: "\u{A0}mehr").replacing("] ", with: "]\u{A0}")
      .replacing("3. März 2025", with: "3.\u{A0}März\u{A0}2025")
    let variants: [(name: String, bytes: [UInt8])] = [
      ("Windows-1252", try #require(windows1252(text))),
      ("decomposed", Array(String(String.UnicodeScalarView(decomposed)).utf8)),
      ("no-break spaces", Array(noBreak.utf8)),
    ]
    let plain = try Page.outcome(text).get()
    for (name, bytes) in variants {
      let page = try Page.outcome(bytes).get()
      #expect(page.segments.map(\.kind) == plain.segments.map(\.kind), "\(name)")
      #expect(page.pageDate == plain.pageDate, "\(name)")
      #expect(page.teasers.map(\.identity) == plain.teasers.map(\.identity), "\(name)")
      #expect(page.story?.identity == plain.story?.identity, "\(name)")
    }
    #expect(try Page.outcome(variants[0].bytes).get().file.encoding == .windows1252)
    #expect(try Page.outcome(variants[0].bytes).get().outline == plain.outline)
  }

  @Test func `damage leaves a file in its encoding`() {
    let cases: [(name: String, bytes: [UInt8], encoding: SeedFile.Encoding)] = [
      ("ASCII", Array("Bayern".utf8), .utf8),
      ("a stray byte among umlauts", Array("Größe zählt".utf8) + [0xFF, 0x20], .utf8),
      ("cut inside the only umlaut", Array("Bayern gr".utf8) + [0xC3], .utf8),
      ("cut inside a quotation mark", Array("Bayern ".utf8) + [0xE2, 0x80], .utf8),
      ("one Windows umlaut", Array("Bayern gr".utf8) + [0xF6] + Array("er".utf8), .windows1252),
      ("Windows quotation marks", [0x84] + Array("Ja".utf8) + [0x93], .windows1252),
    ]
    for (name, bytes, encoding) in cases { #expect(SeedFile(name: "", bytes: bytes).encoding == encoding, "\(name)") }
  }

  private func windows1252(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = (UInt8.min...UInt8.max).first(where: { SeedFile.Encoding.scalar(windows1252: $0) == scalar })
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
