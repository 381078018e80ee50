import CAssets
import Testing

@testable import NewsArchive

struct NameTests {
  @Test func `names of the lists are found in every form`() {
    let cases: [(text: String, names: [String])] = [
      ("Das liegt an Bayerns Haltung.", ["Bayern"]),
      ("Die niedersächsische Landesregierung hilft.", ["Niedersachsen"]),
      ("Der Vorschlag des Deutschen Städte- und Gemeindebunds liegt vor.", ["Deutscher Städte- und Gemeindebund"]),
      ("Die Freie und Hansestadt setzt darauf.", ["Hamburg"]),
      ("Der Nationale Normenkontrollrat mahnt.", ["Nationaler Normenkontrollrat"]),
      ("Das sagt die Föderale IT-Kooperation (FITKO).", ["FITKO"]),
      ("Der Wolfsburger Stadtrat tagt.", ["Wolfsburg"]),
      ("Das teilt Sachsen-CIO Thomas Popp mit.", ["Sachsen"]),
      ("Bundesbildungsminister Cem Özdemir lobt das.", ["Bund"]),
    ]
    for (text, names) in cases { #expect(StoryProbe(text).names == names, "\(text)") }
  }

  @Test func `names that no list holds are told by their context`() {
    let cases: [(text: String, names: [String])] = [
      ("Die Stadt Xanten-Neudorf nutzt das.", ["Xanten-Neudorf"]),
      ("Der Markt Quellfeld am Staffelsee nutzt das.", ["Quellfeld am Staffelsee"]),
      ("Die Gemeinde St. Quellbert nutzt das.", ["St. Quellbert"]),
      ("Der Landkreis Quellfurt und der Rhein-Quell-Kreis nutzen das.", ["Landkreis Quellfurt", "Rhein-Quell-Kreis"]),
      ("Die Landkreise Quellfurt und Neufurt nutzen das.", ["Landkreis Quellfurt", "Landkreis Neufurt"]),
      ("Das meldet der Quellische Kreis.", ["Quellischer Kreis"]),
      ("Der IT-Dienstleister Quellix liefert das.", ["Quellix"]),
      ("Der Zweckverband KQV liefert das.", ["Zweckverband KQV"]),
      ("Die Initiative Digitale Quelle Sachsen Verwaltungen hilft.", ["Initiative Digitale Quelle Sachsen"]),
      (
        "Das teilt das Hessische Ministerium für Quellen und Brunnen mit.",
        ["Hessisches Ministerium für Quellen und Brunnen"]
      ),
      (
        "Das berichtet das Ministerium für Wasser, Luft und Erde Schleswig-Holstein.",
        ["Ministerium für Wasser, Luft und Erde Schleswig-Holstein"]
      ),
      ("Der Thüringische Gemeindetag lobt das.", ["Thüringischer Gemeindetag"]),
      ("Das beschloss der Landtag von Baden-Württemberg.", ["Landtag von Baden-Württemberg"]),
      (
        "Das regelt das Ministerium für Wasser und Luft des Landes Hessen.", ["Ministerium für Wasser und Luft Hessen"]
      ),
      ("Das Klinikum Leer liefert.", ["Klinikum Leer"]),
      ("Das prüft die Universität zu Köln mit der Hochschule Fulda.", ["Universität zu Köln", "Hochschule Fulda"]),
      (
        "Die Technische Hochschule Lübeck und die Friedrich-Alexander-Universität Erlangen-Nürnberg helfen.",
        ["Technische Hochschule Lübeck", "Friedrich-Alexander-Universität Erlangen-Nürnberg"]
      ),
      ("Der Softwarehersteller Quellix SE und die Brunnen Nord GmbH liefern.", ["Quellix SE", "Brunnen Nord GmbH"]),
      ("Die Lecos GmbH liefert.", ["Lecos"]),
      ("Die Ostquellische Technische Hochschule Lübeck hilft.", ["Ostquellische Technische Hochschule Lübeck"]),
      ("Der Landkreis Sächsische Schweiz-Osterzgebirge hilft.", ["Landkreis Sächsische Schweiz-Osterzgebirge"]),
      ("Die Universität Witten/Herdecke hilft.", ["Universität Witten/Herdecke"]),
      ("Das plant die KI-Allianz Hessen.", ["KI-Allianz Hessen"]),
      ("Das planen die Stadtwerke Husum.", ["Stadtwerke Husum"]),
      ("Das plant die Landesregierung von Hessen.", ["Hessen"]),
      ("Das plant Hamburgs Senatskanzlei.", ["Hamburg"]),
      ("Die Gemeinden Quellfurt und Neufurt nutzen das.", ["Quellfurt", "Neufurt"]),
      ("Die Städte Kiel, Quellfurt und Umgebung nutzen das.", ["Kiel", "Quellfurt"]),
      ("Das nutzen Kiel, Quellbert und Husum.", ["Kiel", "Quellbert", "Husum"]),
    ]
    for (text, names) in cases { #expect(StoryProbe(text).names == names, "\(text)") }
  }

  @Test func `behind a word for what somebody is, a name is told from the next noun`() {
    let names: [(text: String, names: [String])] = [
      ("Die Stadt Quellbert spart Geld.", ["Quellbert"]), ("Das Portal der Gemeinde Quellbert läuft.", ["Quellbert"]),
      ("Das ist in der Stadt Quellbert so.", ["Quellbert"]), ("Zudem hat die Stadt Quellbert eine App.", ["Quellbert"]),
      ("Zudem hat die Stadt Quellhausen Sensoren.", ["Quellhausen"]),
      ("Zudem hat der Landkreis Stade Sensoren.", ["Landkreis Stade"]),
      ("Das betreiben Kiel und die Stadt Quellbert.", ["Kiel", "Quellbert"]),
    ]
    for (text, names) in names { #expect(StoryProbe(text).names == names, "\(text)") }
    let cases = [
      "Damit spart die Stadt Geld.", "Nun hat die Gemeinde Anspruch darauf.",
      "So können Kommunen Fördermittel beantragen.",
      "Damit haben die Städte Zeit und Geld gespart.", "Bald will der Landkreis Strom erzeugen.",
      "Dafür zahlt das Unternehmen Steuern.", "Künftig bietet die Stadt Bürgern mehr.",
      "Das stellt den Kreisen Mittel bereit.",
      "Damit hat der Kreis Pionierarbeit geleistet.", "So haben mehrere Kommunen Konsequenzen gezogen.",
      "In der Stadt Personal zu finden, ist schwer.", "Für Kommunen Lösungen zu finden, ist das Ziel.",
    ]
    for text in cases { #expect(StoryProbe(text).names.isEmpty, "\(text)") }
  }

  @Test func `words and surnames that are also towns are none`() {
    let cases = [
      "Dr. Martin Hagen spricht.", "Achim Brötel ist Präsident.", "Die Lage ist ernst.", "Das liegt im Norden.",
      "Wer auf den Hof fährt, zahlt.", "Beim Essen reden wir.", "Nach der aktuellen Lage geht das.",
      "Ein Personenkreis wurde befragt.", "Deutschland ist groß.",
    ]
    for text in cases { #expect(StoryProbe(text).names.isEmpty, "\(text)") }
    #expect(StoryProbe("Die Stadt Hagen und die Stadt Lage zahlen.").names == ["Hagen", "Lage"])
    #expect(StoryProbe("Das sagt der CDO in Essen.").names == ["Essen"])
  }

  @Test func `a bare Freistaat is the one the story names`() {
    for (kicker, land) in [("Bayern", "Bayern"), ("Sachsen", "Sachsen"), ("Thüringen", "Thüringen")] {
      #expect(StoryProbe("Der Freistaat investiert.", kicker: kicker).names == [land])
    }
    #expect(StoryProbe("Der Freistaat investiert.").names.isEmpty)
  }

  @Test func `where something takes place is no partner`() {
    #expect(StoryProbe("Der Fachkongress (3. bis 5. Mai 2021) in Halle (Saale) war gut besucht.").names.isEmpty)
    #expect(StoryProbe("Die Tagung in Kassel war gut besucht.").names.isEmpty)
    #expect(StoryProbe("Das Portal in Kassel läuft.").names == ["Kassel"])
  }

  @Test func `the same text in other bytes names the same`() {
    let text = "Die Stadt Münster, Baden-Württemberg und Köln kooperieren."
    let composed = SeedFile(name: "a", bytes: Array(text.utf8))
    let latin = SeedFile(name: "b", bytes: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    var apart: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "ü": apart += Array("u\u{308}".utf8)
      case "ö": apart += Array("o\u{308}".utf8)
      default: apart += Array(String(scalar).utf8)
      }
    }
    for file in [composed, latin, SeedFile(name: "c", bytes: apart)] {
      let story = Story(
        file: file, kicker: nil, headline: TextRange(0, 0), body: [TextRange(0, file.bytes.count)], day: nil,
        bracket: nil,
        isArticle: false)
      let facts = StoryReading(story, .german).read()
      #expect(facts.names.map(\.actor.name) == ["Münster", "Baden-Württemberg", "Köln"], "\(file.name)")
      #expect(facts.ties.first?.proofs.first?.range == TextRange(0, file.bytes.count), "\(file.name)")
    }
  }

  @Test func `what one page says of a name counts on the others`() {
    var learner = NameLearner()
    let gazetteer = Gazetteer.german
    let teaching = SeedFile(name: "a", bytes: Array("Die Stadt Quellbert und die Stadt Essen zahlen.".utf8))
    let story = Story(
      file: teaching, kicker: nil, headline: TextRange(0, 0), body: [TextRange(0, teaching.bytes.count)], day: nil,
      bracket: nil, isArticle: false)
    learner.study(StoryReading(story, gazetteer).passages, gazetteer)
    let taught = learner.taught(gazetteer)
    #expect(StoryProbe("Das will Quellbert nicht.", gazetteer: gazetteer).names.isEmpty)
    #expect(StoryProbe("Das will Quellbert nicht.", gazetteer: taught.gazetteer).names == ["Quellbert"])
  }

  @Test func `every line of the word list is understood`() {
    #expect(Tag.allCases.count <= 128, "Tags holds no more")
    let tags = Set(Tag.allCases.map { String(describing: $0) })
    for line in unsafe Gazetteer.lines(asset_words, asset_words_size).map({ String(decoding: $0, as: UTF8.self) }) {
      let head = line.prefix { $0 != ":" && $0 != "=" }
      #expect(tags.contains(String(head)), "\(line.prefix(40))")
    }
  }
}
