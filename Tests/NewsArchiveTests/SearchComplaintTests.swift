import Testing

@testable import NewsArchive

/// What German users complain of in the search engines they know, each a test.
@Suite struct SearchComplaintTests {
  @Test func `Fuehrerschein finds Führerschein, and so does Fuhrerschein`() {
    let fixture = SearchFixture("Der Führerschein wird digital.", "Der Fahrplan wird digital.")
    for query in ["Fuehrerschein", "Fuhrerschein", "führerschein", "FÜHRERSCHEIN", "Fu\u{308}hrerschein"] {
      #expect(fixture.found(query) == [0], "\(query)")
    }
    #expect(fixture.matches("fuehrerschein").map(\.kind) == [.umlaut])
    #expect(fixture.matches("führerschein").map(\.kind) == [.exact])
  }

  @Test func `Führerschein finds what was written Fuehrerschein or Strasse`() {
    let fixture = SearchFixture("Fuehrerschein beantragt", "Neue Strasse in Muenchen", "Die Straße")
    #expect(fixture.found("Führerschein") == [0])
    #expect(fixture.found("München") == [1])
    #expect(fixture.found("Straße") == [2, 1])
    #expect(fixture.search("Straße").hits.count == 2)
  }

  @Test func `ue is never rewritten to ü`() {
    let fixture = SearchFixture("Die neue Steuerung der Frauen um Michael", "nü Stürung")
    #expect(fixture.found("neue") == [0])
    #expect(fixture.found("Steuerung") == [0])
    #expect(fixture.found("Michael") == [0])
  }

  @Test func `Wärmeschutz is marked whole, with the first letter`() {
    let fixture = SearchFixture("Mehr Wärmeschutz für Häuser")
    for query in ["wärmeschutz", "waermeschutz", "warmeschutz"] {
      #expect(fixture.marked(query) == ["Wärmeschutz"], "\(query)")
    }
  }

  @Test func `günsti* finds günstig as a prefix, with and without umlaut`() {
    let fixture = SearchFixture("Ein günstiges Angebot", "Ein gutes Angebot")
    for query in ["günsti*", "günsti", "guensti", "gunsti*"] { #expect(fixture.found(query) == [0], "\(query)") }
  }

  @Test func `gütersloh finds Gütersloh and not every G`() {
    let fixture = SearchFixture("G 20 in Hamburg", "Kreis Gütersloh", "g tersloh")
    #expect(fixture.found("gütersloh") == [1])
  }

  @Test func `sporthalle is no sport|hall|e, and insgesamt no in|sg|es|amt`() {
    let fixture = SearchFixture(
      "Die Sporthalle", "Eine Halle", "Der Sport", "E wie Energie", "insgesamt", "Das Amt", "gesamt ins in es")
    #expect(fixture.found("\"e\"") == [3])
    #expect(Set(fixture.found("Halle")) == [0, 1])
    #expect(fixture.found("Amt") == [5])
    #expect(fixture.found("insgesamt") == [4])
    #expect(fixture.marked("Halle Sporthalle") == ["Sporthalle"])
  }

  @Test func `Büch puts Bücher above Buch`() {
    let fixture = SearchFixture("Das Buch ist da", "Die Bücher sind da", "Die Bucher sind da")
    #expect(fixture.found("Büch").first == 1)
    #expect(fixture.found("Büch").contains(0))
  }

  @Test func `a compound, its hyphenated form and its parts are the same`() {
    let fixture = SearchFixture(
      "Ein Literatur-Lexikon", "Ein Literaturlexikon", "Ein Literatur Lexikon", "Nur Literatur")
    for query in ["Literatur-Lexikon", "Literaturlexikon", "Literatur Lexikon"] {
      #expect(Set(fixture.found(query)) == [0, 1, 2], "\(query)")
    }
  }

  @Test func `Vereinbarung finds Kooperationsvereinbarung`() {
    let fixture = SearchFixture("Die Kooperationsvereinbarung steht", "Kooperation und Vereinbarung", "Ein Verein")
    #expect(fixture.found("Vereinbarung") == [1, 0])
    #expect(fixture.found("Vereinbarungen") == [1, 0])
    #expect(fixture.index.search(SearchQuery("Vereinbarung")).hits.count == 2)
    #expect(fixture.found("Barung") == [])
  }

  @Test func `names are not stemmed and places not split`() {
    let fixture = SearchFixture(
      [
        SearchFixture.names("Bayern"), SearchFixture.document(.body, "Die Bayern kommen"),
        SearchFixture.names("Petershagen"),
        SearchFixture.document(.body, "Peters Hagen"), SearchFixture.document(.body, "Sachsen und Niedersachsen"),
        SearchFixture.document(.body, "Niedersachsen allein"), SearchFixture.document(.body, "das Nieder"),
      ], placeNames: ["Petershagen", "Niedersachsen"])
    #expect(fixture.found("\"Bayern\"") == [0, 1] || fixture.found("\"Bayern\"") == [1, 0])
    #expect(!fixture.found("Bayerne").contains(0))
    #expect(fixture.found("Bayerne").contains(1))
    #expect(fixture.found("Hagen") == [3])
    #expect(fixture.found("Sachsen") == [4])
  }
}
