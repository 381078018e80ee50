import Testing

@testable import NewsArchive

struct DateInTextTests {
  @Test func `dates are as exact as their words`() {
    let cases: [(text: String, dates: [String])] = [
      ("Sie trat am 1. August 2013 bei.", ["2013-08-01"]),
      ("Am 07.07.2026 beginnt es.", ["2026-07-07"]),
      ("Am Mittwoch (25. Mai 2027) beginnt es.", ["2027-05-25"]),
      ("Die Tagung (29. und 30.3.2023) war voll.", ["2023-03-29/2023-03-30"]),
      ("Sie tagt vom 8. Oktober bis 13. November 2020 dort.", ["2020-10-08/2020-11-13"]),
      ("Sie tagt am 6. und 7. Juli 2027 dort.", ["2027-07-06/2027-07-07"]),
      ("Im Mai 2009 ging sie online.", ["2009-05"]),
      ("Das Portal kommt im Frühjahr 2015.", ["2015-21"]),
      ("Das Portal kommt im Winter 2025/26.", ["2025-24"]),
      ("Anfang März 2021 ging es los.", ["2021-03~"]),
      ("Das läuft bis Ende 2025.", ["2025~"]),
      ("Das läuft bis 2030.", ["../2030"]),
      ("Etwa im Jahr 2015 ging es los.", ["2015~"]),
      ("Seit Anfang 2021 ist sie da.", ["2021~/.."]),
      ("Seit dem Herbst 2021 ist sie da.", ["2021-23/.."]),
      ("Im zweiten Quartal 2027 geht es los.", ["2027-34"]),
      ("Im ersten Halbjahr 2012 ging es los.", ["2012-40"]),
      ("Das lief in den Jahren 2018 bis 2020.", ["2018/2020"]),
      ("Das lief zwischen 2013 und 2017.", ["2013/2017"]),
      ("Die Studie für 2024/25 liegt vor.", ["2024/2025"]),
      ("In den 2010er-Jahren war das so.", ["2010/2019"]),
      ("Wie schon 2014 und 2016 gewann sie.", ["2014"]),
      ("Die 2021 auf den Weg gebrachte Offensive läuft.", ["2021"]),
      ("2019 wurde das Projekt gestartet.", ["2019"]),
      ("Im Frühjahr startet die Phase.", ["2024-21"]),
      ("Am 3. Juni eröffnet sie.", ["2024-06-03"]),
      ("Das war im vergangenen Jahr so.", ["2023"]),
      ("Seit dem 1. Mai läuft es.", ["2024-05-01/.."]),
      ("Am Freitag, 7. Juni, beginnt es.", ["2024-06-07"]),
      ("Es bleibt vom 10. bis 21. Juni zu.", ["2024-06-10/2024-06-21"]),
      ("Sie tagt vom 03.05.2024 bis zum 05.05.2024 dort.", ["2024-05-03/2024-05-05"]),
      ("Sie tagt vom 03.05.2024 bis 5. Juni 2024 dort.", ["2024-05-03/2024-06-05"]),
      ("Es läuft vom 1. Oktober 2024 bis zum 30. September 2027.", ["2024-10-01/2027-09-30"]),
      ("Im November soll es beginnen.", ["2024-11"]),
      ("Im November hatte es begonnen.", ["2023-11"]),
      ("Ende Juni läuft es aus.", ["2024-06~"]),
      ("Im März hatte sie gesagt, es solle beginnen.", ["2024-03"]),
      ("2022 lag der Anteil bei 58 Prozent.", ["2022"]),
      ("Im Schuljahr 2023/24 beginnt es.", ["2023/2024"]),
      ("Das hatten die beiden Städte 2020 schon so.", ["2020"]),
    ]
    for (text, dates) in cases { #expect(StoryProbe(text).dates.first == dates.first, "\(text)") }
  }

  @Test func `numbers that are no dates date nothing`() {
    let cases = [
      "Rund 900 unserer 1.136 Kommunen nutzen es.", "Knapp 770.000 Menschen nutzen es.",
      "Die Datei umfasst 2024 Zeichen.",
      "Smartes Quartier 2030 heißt das Vorhaben.", "Die Strategie Montgelas 3.0 wirkt.",
      "Den 11. Fachkongress besuchten viele.",
      "Das besteht seit mehr als 15 Jahren.", "Er war zehn Jahre lang dort.", "In den kommenden Jahren wächst es.",
      "Wir haben heute viel vor.", "§ 3 Abs. 2 OZG bleibt.", "Eine 24/7-Hotline hilft.", "Rund 2.030 Sensoren messen.",
      "Im Oktober beginnt es.", "2022 neue Dienste wurden gezählt.",
    ]
    for text in cases { #expect(StoryProbe(text).dates.isEmpty, "\(text)") }
    for text in ["Das kam in diesem Jahr.", "Im Frühjahr startet es.", "Am 3. Juni beginnt es.", "Im Mai begann es."] {
      #expect(StoryProbe(text, day: nil).dates.isEmpty, "undated: \(text)")
    }
    let (first, last) = (CalendarDate(year: 1, month: 1, day: 15), CalendarDate(year: 9999, month: 12, day: 15))
    for (text, day) in [
      ("Im Dezember wurde es beschlossen.", first), ("Im Januar wird es beschlossen.", last),
      ("Im vergangenen Jahr kam es.", first), ("Im kommenden Jahr kommt es.", last),
      ("Im Frühjahr wird es kommen.", last),
    ] {
      #expect(StoryProbe(text, day: day).dates.isEmpty, "beyond the years there are: \(text)")
    }
  }

  @Test func `what lies ahead of the day it is told is a plan, unless it is a meeting`() {
    let cases: [(text: String, kind: Event.Kind)] = [
      ("Am 3. Juni 2024 startet die zweite Phase.", .plan), ("Am 3. Mai 2024 startete die zweite Phase.", .event),
      ("Am 3. Juni 2024 lädt Kiel zur Konferenz.", .event), ("Im Jahr 2024 führt Kiel den Vorsitz.", .event),
    ]
    for (text, kind) in cases { #expect(StoryProbe(text).facts.events.map(\.kind) == [kind], "\(text)") }
  }

  @Test func `an event is of the kind its words tell`() {
    let cases: [(text: String, kind: Event.Kind)] = [
      ("Grundlage ist eine Vereinbarung vom 3. Februar 2021.", .agreement),
      ("Die 2016 geschlossene Vereinbarung gilt weiter.", .agreement),
      ("Die Bilanz für 2023 zählt 20 eingeführte Dienste.", .statistic),
      ("Der Bericht für 2023/24 wurde vorgelegt.", .publication),
      ("Dazu zählt die Einführung bis Ende 2024.", .plan), ("Das gab es bis Ende 2020.", .event),
      ("Kiel und Husum haben 2022 die Quellix GmbH gegründet.", .founding),
    ]
    for (text, kind) in cases { #expect(StoryProbe(text).facts.events.map(\.kind) == [kind], "\(text)") }
  }

  @Test func `the actors of an event are those who do it`() {
    let cases: [(text: String, actors: [String])] = [
      ("Wie das Hessische Ministerium für Digitales mitteilt, nutzt Ulm seit 2012 ein Portal.", ["Ulm"]),
      ("Die Tagung der FITKO findet am 6. Juni 2024 in Ulm statt.", ["FITKO"]),
      ("Ulm ist groß. Seit 2021 arbeitet sie bei der Stadtverwaltung.", ["Ulm"]),
      ("Laut einer Umfrage des Bitkom waren es 2023 rund 64 Prozent.", ["Bitkom"]),
    ]
    for (text, actors) in cases {
      #expect(StoryProbe(text).facts.events.first?.actors.map(\.name) == actors, "\(text)")
    }
  }

  @Test func `sentences end where a reader stops`() {
    let cases: [(text: String, sentences: [String])] = [
      ("Dr. Martin Hagen kam. Er blieb.", ["Dr. Martin Hagen kam.", "Er blieb."]),
      ("Den 11. Fachkongress gibt es. Das ist gut.", ["Den 11. Fachkongress gibt es.", "Das ist gut."]),
      ("Er ist dort seit 2018. Das ist lang.", ["Er ist dort seit 2018.", "Das ist lang."]),
      ("Es kostet ca. 4,8 Mio. Euro. Das ist viel.", ["Es kostet ca. 4,8 Mio. Euro.", "Das ist viel."]),
      ("§ 3 Abs. 2 OZG gilt. So ist es.", ["§ 3 Abs. 2 OZG gilt.", "So ist es."]),
      ("„Gut. Sehr gut“, sagt sie. „Ja.“ Ende.", ["„Gut.", "Sehr gut“, sagt sie.", "„Ja.“", "Ende."]),
      ("Das war gut. ekom21 hat geliefert.", ["Das war gut.", "ekom21 hat geliefert."]),
      ("Gelingt das? Ja!", ["Gelingt das?", "Ja!"]),
    ]
    for (text, expected) in cases {
      let file = SeedFile(name: "probe", bytes: Array(text.utf8))
      let passage = Passage(.body, TextRange(0, file.bytes.count), in: file)
      #expect(passage.sentences.map(passage.text) == expected, "\(text)")
    }
  }
}
