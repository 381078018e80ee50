import Testing

@testable import NewsArchive

struct CooperationTests {
  @Test func `ties are found in whatever order German puts them`() {
    let cases: [(text: String, tie: String)] = [
      (
        "Kiel und der Kreis Plön haben eine Kooperationsvereinbarung geschlossen.", "agreement signed: Kiel, Kreis Plön"
      ),
      (
        "Eine Zweckvereinbarung zum Betrieb haben jetzt Kiel und Husum unterzeichnet.",
        "special-purpose-agreement signed: Kiel, Husum"
      ),
      ("Hessen hat mit Bayern einen Staatsvertrag geschlossen.", "state-treaty signed: Hessen, Bayern"),
      (
        "Die Unterzeichnung eines Letter of Intent durch Kiel und Husum fand statt.",
        "letter-of-intent signed: Kiel, Husum"
      ),
      (
        "Der Abschluss eines Rahmenvertrags zwischen Kiel und Husum erfolgte.", "framework-contract signed: Kiel, Husum"
      ),
      ("Gemeinsam mit Kiel hat Husum einen Pakt besiegelt.", "pact signed: Kiel, Husum"),
      (
        "Neben Kiel gehören auch Husum und Plön zu den Unterzeichnern eines Digitalpakts.",
        "pact signed: Kiel, Husum, Plön"
      ),
      (
        "Die Bürgermeister von Achern und Oberkirch haben ein Memorandum of Understanding unterschrieben.",
        "letter-of-intent signed: Achern, Oberkirch"
      ),
      (
        "Nicht nur Kiel, sondern auch Husum und Plön haben eine Vereinbarung unterzeichnet.",
        "agreement signed: Kiel, Husum, Plön"
      ),
      (
        "Kiel – mit 9.000 Einwohnern eher klein – und Husum haben sich vertraglich gebunden.",
        "agreement signed: Kiel, Husum"
      ),
      ("Kiel und Husum prüfen derzeit einen Kooperationsvertrag.", "agreement planned: Kiel, Husum"),
      ("Kiel hat die Vereinbarung mit Husum gekündigt.", "agreement ended: Kiel, Husum"),
      (
        "Die Kooperation der Landkreise Uckermark und Barnim läuft aus.",
        "partnership ended: Landkreis Uckermark, Landkreis Barnim"
      ),
      ("Die Stadt Beckum tritt der d-NRW bei.", "accession joined: Beckum, d-NRW"),
      ("Der Beitritt der Stadt Riesa zu Lecos ist beschlossen.", "accession joined: Riesa, Lecos"),
      ("Husum schließt sich Dataport an.", "accession joined: Husum, Dataport"),
      ("Als neues Mitglied begrüßt Lecos die Stadt Husum.", "accession joined: Lecos, Husum"),
      (
        "Kiel wird Teil einer Entwicklergemeinschaft, der bislang Bayern und Hessen angehören.",
        "developer-community joined: Kiel, Bayern, Hessen"
      ),
      ("Kiel und Husum sind übereingekommen, das Archiv zu teilen.", "agreement signed: Kiel, Husum"),
      ("Kiel kooperiert mit den Städten Husum und Plön.", "partnership ongoing: Kiel, Husum, Plön"),
      ("Seit 2018 arbeiten Kiel und Husum beim Aufbau zusammen.", "joint-project ongoing: Kiel, Husum"),
      ("Kiel und Husum bündeln ihre Kräfte.", "joint-project ongoing: Kiel, Husum"),
      ("Kiel und Husum richten eine gemeinsame Vergabestelle ein.", "joint-project ongoing: Kiel, Husum"),
      (
        "An der Kooperation beteiligen sich neben Kiel auch die Städte Husum und Plön.",
        "partnership ongoing: Kiel, Husum, Plön"
      ),
      ("Kiel arbeitet dabei Hand in Hand mit Husum.", "joint-project ongoing: Kiel, Husum"),
      ("Kiel und Husum teilen sich einen Digitalbeauftragten.", "joint-project ongoing: Kiel, Husum"),
      ("Auf einen Austausch von Meldedaten haben sich Kiel und Husum geeinigt.", "agreement signed: Kiel, Husum"),
      ("Unter Dach und Fach ist der Kooperationsvertrag zwischen Kiel und Husum.", "agreement signed: Kiel, Husum"),
      ("Kiel wird Mitglied im Zweckverband KAAW.", "accession joined: Kiel, KAAW"),
      ("Kiel und Husum arbeiten beim Archiv künftig zusammen.", "joint-project planned: Kiel, Husum"),
      (
        "In Hof unterzeichneten die Landräte der Kreise Plön und Stormarn eine Absichtserklärung.",
        "letter-of-intent signed: Kreis Plön, Kreis Stormarn"
      ),
      ("Kooperationspartner sind Kiel und Husum.", "partnership ongoing: Kiel, Husum"),
      ("Kiel und Husum ziehen an einem Strang.", "joint-project ongoing: Kiel, Husum"),
      ("Kiel und Husum lösen ihre Arbeitsgemeinschaft auf.", "founding ended: Kiel, Husum"),
      ("Kiel hat seine Mitgliedschaft im KRZN gekündigt.", "accession ended: Kiel, KRZN"),
      ("Dem Verbund gehören neben Kiel die Städte Husum und Plön an.", "accession ongoing: Kiel, Husum, Plön"),
      (
        "Die Unterschriften von Kiel und Husum stehen unter dem Kooperationsvertrag.", "agreement signed: Kiel, Husum"
      ),
      ("Kiel holt Husum ins Boot.", "joint-project ongoing: Kiel, Husum"),
      ("Kiel strebt eine enge Zusammenarbeit mit Husum an.", "partnership planned: Kiel, Husum"),
      ("Einen Zweckverband haben Kiel und Husum ins Leben gerufen.", "founding signed: Kiel, Husum"),
      (
        "Kiel und Husum haben ein gemeinsames Positionspapier der FITKO zugeleitet.",
        "position-paper signed: Kiel, Husum"
      ),
      (
        "Eine gemeinsame Vision haben die Städte Kiel, Husum und Plön erarbeitet.",
        "joint-project ongoing: Kiel, Husum, Plön"
      ),
      (
        "Bundesbildungsminister Cem Özdemir und die Bildungsministerkonferenz haben eine Vereinbarung getroffen.",
        "agreement signed: Bund, Bildungsministerkonferenz"
      ),
      ("Kiel und Husum haben vereinbart, Daten auszutauschen.", "agreement signed: Kiel, Husum"),
      ("Kiel und Husum haben ein Labor ins Leben gerufen.", "founding signed: Kiel, Husum"),
      ("Kiel und Husum haben 2022 die Quellix GmbH gegründet.", "founding signed: Kiel, Husum"),
      (
        "Hamburgs Senatskanzlei und Dataport haben das gemeinsam entwickelt.",
        "joint-project ongoing: Hamburg, Dataport"
      ),
      ("Kiel und Husum beschäftigen gemeinsam eine Fachkraft.", "joint-project ongoing: Kiel, Husum"),
      ("Zwischen Kiel und Husum gibt es einen gemeinsamen Melder.", "joint-project ongoing: Kiel, Husum"),
      ("Beteiligt sind die Städte Kiel, Husum und Plön.", "partnership ongoing: Kiel, Husum, Plön"),
      ("Träger des neuen Hubs sind Kiel und Husum.", "partnership ongoing: Kiel, Husum"),
      (
        "Gepflegt wird das Portal vom Kreis Plön in enger Zusammenarbeit mit Husum.",
        "partnership ongoing: Kreis Plön, Husum"
      ),
      (
        "Bund und Länder haben eine Verwaltungsvereinbarung unterzeichnet.",
        "administrative-agreement signed: Bund, Länder"
      ),
      ("Kiel und Husum pflegen einen Erfahrungsaustausch.", "exchange ongoing: Kiel, Husum"),
      (
        "Die Behörden von Kiel und Husum haben ein gemeinsames Positionspapier vorgelegt.",
        "position-paper signed: Kiel, Husum"
      ),
      ("Nun endet die Zusammenarbeit der Stadt Kiel mit Husum.", "partnership ended: Kiel, Husum"),
      ("Der IT-Verbund der Städte Kiel und Husum ist aufgelöst worden.", "founding ended: Kiel, Husum"),
    ]
    for (text, tie) in cases { #expect(StoryProbe(text).ties == [tie], "\(text)") }
  }

  @Test func `what is denied, wished, unreal, rival or technical is no cooperation`() {
    let cases = [
      "Weder Kiel noch Husum haben eine Vereinbarung unterzeichnet.", "Kiel will nicht mit Husum kooperieren.",
      "Von einer Kooperation mit Husum hat Kiel Abstand genommen.", "Kiel hätte gern mit Husum kooperiert.",
      "Das Gerücht, Kiel und Husum hätten einen Pakt geschlossen, weist Jan Groth zurück.",
      "Der Wettbewerb zwischen Kiel und Husum verschärft sich.", "Kiel verklagt Husum wegen eines alten Vertrags.",
      "Bitkom und Vitako fordern eine Vereinbarung mit dem Bund.",
      "Kiel hat 64 Schulen an das Glasfasernetz angeschlossen.",
      "Die Förderlücke schließt Kiel aus eigenen Mitteln.",
      "Die Zielvereinbarung mit den Beschäftigten der Stadt Kiel wurde verlängert.",
      "Kiel bündelt die Zuständigkeiten in einem Fachbereich.", "Kiel und Husum begrüßen den Beschluss des Landtags.",
      "Zwischen Kiel und Husum verläuft eine Trasse.", "Vorbild für Kiel ist Husum.",
      "Die Stärkung der Zusammenarbeit gilt als Fundament.",
      "Weitere Länder könnten sich Bayern und Hessen anschließen.",
      "Das Projekt hat alle Vorgaben des Verwaltungsabkommens erfüllt.",
      "Achim Brötel tritt die Nachfolge von Reinhard Sager beim Landkreis Ulm an.",
      "Städte und Gemeinden haben ein Portal gestartet.",
      "Ob Kiel und Husum ihre Ämter zusammenlegen, ist offen.", "Kiel prüft, ob es mit Husum kooperiert.",
      "Das Land Hessen übergab Fulda den Bescheid für die gemeinsame Plattform.",
      "Kiel und Husum haben ihre Gespräche über eine Zweckvereinbarung ergebnislos abgebrochen.",
      "Anders als Husum hat Kiel keinen Vertrag mit der KDO geschlossen.",
      "Kiel sucht Partner für ein gemeinsames Projekt mit dem Kreis Plön.",
      "Kiel gratuliert Husum zur Auszeichnung für die gemeinsame Plattform.",
      "Hessen hat seinen Lizenzvertrag mit dem Konzern SAP verlängert.", "Kiel und Husum setzen auf Open Source.",
      "Kiel und Husum haben ihre Daten veröffentlicht.", "Kiel und Husum haben Online-Dienste eingeführt.",
      "Kiel und Husum liegen gemeinsam auf Platz eins.", "Kiel und Husum haben gemeinsam 300.000 Einwohner.",
      "Kiel und Husum haben einen Termin vereinbart.", "Partner der Messe sind Kiel und Husum.",
      "Gespräche über eine Zusammenarbeit zwischen Kiel und Husum laufen.",
      "Kiel hat die Zusammenarbeit mit Husum auf den Prüfstand gestellt.",
      "Kiel und das Ministerium haben eine Allianz für Bildung gegründet.", "Kiel hat die Quellix GmbH gegründet.",
      "Kiel und Husum haben das OZG umgesetzt.", "Zwischen Kiel und Husum gibt es gemeinsame Sorgen.",
      "Zwischen Kiel und Husum besteht eine gemeinsame Grenze.", "Mitglieder der Jury sind Kiel und Husum.",
      "Kiel und Husum haben den Austausch der Geräte beschlossen.",
      "Mehrere Städte haben das Netzwerk Quelle Nord aus der Taufe gehoben.",
    ]
    for text in cases { #expect(StoryProbe(text).ties.isEmpty, "\(text)") }
  }

  @Test func `what an agreement is good for is not when it was made`() {
    let cases: [(text: String, date: String?)] = [
      ("Kiel und Husum haben ihren Vertrag bis Ende 2028 verlängert.", "2024-05-17~"),
      ("Kiel und Husum haben den seit 2004 bestehenden Vertrag erneuert.", "2024-05-17~"),
      ("Kiel und Husum hatten einen Vertrag geschlossen.", nil),
      ("Kiel und Husum hatten 2020 einen Vertrag geschlossen.", "2020"),
    ]
    for (text, date) in cases { #expect(StoryProbe(text).facts.ties.map(\.date?.edtf) == [date], "\(text)") }
  }

  @Test func `who is only meant is looked up in the same story`() {
    let partners = StoryProbe(
      "Kiel und Husum stehen vor Aufgaben. Deshalb haben die beiden Partner eine Vereinbarung unterzeichnet.")
    #expect(partners.ties == ["agreement signed: Kiel, Husum"])
    #expect(partners.facts.ties.first?.proofs.contains { $0.role == .antecedent } == true)
    #expect(partners.facts.ties.first?.confidence == .combined)
    #expect(
      StoryProbe("Kiel, Husum und Plön tagen. Deshalb haben die beiden Partner eine Vereinbarung unterzeichnet.").ties
        .isEmpty)
    #expect(
      StoryProbe("Kiel und Husum rücken enger zusammen. Hierzu haben die Partner einen Pakt geschlossen.").ties == [
        "pact signed: Kiel, Husum"
      ])
    #expect(
      StoryProbe("Kiel und Husum tagen. Die beiden Städte wollen eine Plattform in Betrieb nehmen.").ties == [
        "joint-project planned: Kiel, Husum"
      ])
    let we = StoryProbe(
      "„Wir haben einen Pakt geschlossen“, sagt Bayerns Minister Söder bei der Unterzeichnung mit den kommunalen Spitzenverbänden."
    )
    #expect(we.ties == ["pact signed: Bayern, kommunale Spitzenverbände"])
  }

  @Test func `the same tie said again is one with more evidence`() {
    let probe = StoryProbe(
      "Kiel und Husum haben einen Pakt geschlossen. Einen Pakt haben Husum und Kiel jetzt unterzeichnet.")
    #expect(probe.ties.count == 1)
    #expect(probe.facts.ties.first?.proofs.filter { $0.role == .restatement }.count == 1)
  }

  @Test func `modality and attribution are kept`() {
    let reported = StoryProbe(
      "Wie das Hessische Ministerium für Digitales mitteilt, haben Kiel und Husum einen Pakt geschlossen."
    ).facts.ties.first
    #expect(reported?.modality == .reported)
    #expect(reported?.attributedTo == "Wie das Hessische Ministerium für Digitales mitteilt")
    #expect(reported?.parties.map(\.name) == ["Kiel", "Husum"])
    #expect(StoryProbe("Kiel und Husum wollen einen Pakt schließen.").facts.ties.first?.modality == .planned)
    #expect(StoryProbe("Kiel und Husum haben einen Pakt geschlossen.").facts.ties.first?.modality == .fact)
  }

  @Test func `a quotation has its speaker and office`() {
    let saying = StoryProbe("„Das ist ein Gewinn für alle“, sagt Eva Schmidt, Oberbürgermeisterin der Stadt Ulm.").facts
      .sayings.first
    #expect(saying?.speaker == "Eva Schmidt")
    #expect(saying?.role == "Oberbürgermeisterin")
  }
}
