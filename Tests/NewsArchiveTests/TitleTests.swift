import Testing

@testable import NewsArchive

@Suite struct TitleTests {
  @Test func `kicker and headline are told apart`() {
    let cases: [(headLine: String, kicker: String?, headline: String, known: [String], text: String)] = [
      ("BayernE-Government-Pakt geschlossen", "Bayern", "E-Government-Pakt geschlossen", [], ""),
      ("Baden-Württemberg/SachsenKooperation vertieft", "Baden-Württemberg/Sachsen", "Kooperation vertieft", [], ""),
      ("Citkomm / KDZ Westfalen-SüdJa zur Fusion", "Citkomm / KDZ Westfalen-Süd", "Ja zur Fusion", [], ""),
      ("Halle (Saale)Neues Amt", "Halle (Saale)", "Neues Amt", [], ""),
      ("BMDSDigitalministerium arbeitet", "BMDS", "Digitalministerium arbeitet", [], ""),
      ("AKDBIm Zeichen der Cloud", "AKDB", "Im Zeichen der Cloud", [], ""),
      ("IT.NRWMehr Daten", "IT.NRW", "Mehr Daten", [], ""),
      ("Smartes Rhein Main 2030Gemeinsame Vision", "Smartes Rhein Main 2030", "Gemeinsame Vision", [], ""),
      ("Kommune 4.0Bündnis gegründet", "Kommune 4.0", "Bündnis gegründet", [], ""),
      ("eGovernment Benchmark 2024Guter Platz", "eGovernment Benchmark 2024", "Guter Platz", [], ""),
      ("regio iTÜbernahme perfekt", "regio iT", "Übernahme perfekt", [], ""),
      ("ekom21Vertrag verlängert", "ekom21", "Vertrag verlängert", [], ""),
      ("Form-Solutions GmbHNeue Version", "Form-Solutions GmbH", "Neue Version", [], ""),
      ("Vitako10-Punkte-Plan vorgelegt", "Vitako", "10-Punkte-Plan vorgelegt", [], ""),
      ("Open Source115 startet durch", "Open Source", "115 startet durch", [], ""),
      ("Hof5G-Ausbau kommt voran", "Hof", "5G-Ausbau kommt voran", [], ""),
      ("Oldenburg„Aufenthalt“ erreicht alle", "Oldenburg", "„Aufenthalt“ erreicht alle", [], ""),
      ("E-Akte#Dienst im Wandel", "E-Akte", "#Dienst im Wandel", [], ""),
      ("#Digital4KommunePartnerschaft besiegelt", "#Digital4Kommune", "Partnerschaft besiegelt", [], ""),
      ("WeyheDigitaler Bauantrag: Start gelungen", "Weyhe", "Digitaler Bauantrag: Start gelungen", [], ""),
      ("Weyhe: Digitaler Bauantrag", "Weyhe", "Digitaler Bauantrag", [], ""),
      ("Kassel:\nNeues Amt: Start", "Kassel", "Neues Amt: Start", [], ""),
      ("Ein Titel ohne Dachzeile", nil, "Ein Titel ohne Dachzeile", [], ""),
      ("DStGBMehr kommunaler Einfluss", "DStGB", "Mehr kommunaler Einfluss", ["DStGB/iit"], ""),
      ("DStGBMehr kommunaler Einfluss", "DStGB", "Mehr kommunaler Einfluss", [], "Der DStGB fordert das."),
      ("hannITFusion beschlossen", "hannIT", "Fusion beschlossen", ["hannIT"], ""),
      ("hannIT / LecosFusion beschlossen", "hannIT / Lecos", "Fusion beschlossen", [], "Mit hannIT geht es."),
      ("KommWis/JenaPakt", "KommWis/Jena", "Pakt", ["KommWis"], ""),
      ("D215G-Ausbau kommt", "D21", "5G-Ausbau kommt", ["D21"], ""),
      ("D21-Digital-IndexMehr Tempo", "D21-Digital-Index", "Mehr Tempo", ["D21"], ""),
      ("ITK RheinlandPakt geschlossen", "ITK Rheinland", "Pakt geschlossen", ["IT"], ""),
      ("BayernPortal startet", nil, "BayernPortal startet", ["Bayern"], "Das BayernPortal geht an den Start."),
      ("BayernPortalNeue Version", "BayernPortal", "Neue Version", [], "Das neue Release des BayernPortals ist da."),
    ]
    for (headLine, kicker, headline, known, text) in cases {
      let file = SeedFile(name: "page", bytes: Array((headLine + "\n" + text).utf8))
      var kickers = Kickers()
      for name in known { kickers.learn(name) }
      let end = headLine.utf8.count
      let title = Title(
        headLine: TextRange(0, end), in: file, kickers: kickers,
        words: PageWords(file: file, ranges: [TextRange(end + 1, file.bytes.count)]))
      #expect(title.kicker.map(file.text) == kicker, "\(headLine)")
      #expect(file.text(title.headline) == headline, "\(headLine)")
    }
  }
}
