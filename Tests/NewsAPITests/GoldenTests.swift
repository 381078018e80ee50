import HTTP
import TestSupport
import Testing

@testable import NewsAPI

/// Whole answers over the seeds: status, fields and body.
@Test func `answers over the seeds are as approved`() throws {
  let api = try SeedAPI()
  let article = "/articles/thueringen-bayern-niedersachsen-zusammen-fuers-ozg-8eafc8c7"
  let answers: [(name: String, target: String)] = [
    ("index", "/?pretty=1"),
    ("articles", "/articles?facets=kicker,partner,section,year,month,source&pretty=1"),
    ("article", article + "?pretty=1"),
    ("articles-csv", "/articles?format=csv"),
    ("articles-ndjson", "/articles?format=ndjson"),
    ("articles-feed", "/articles?format=feed"),
    ("articles-atom", "/articles?format=atom"),
    ("teasers", "/teasers?facets=kicker,partner,label,year,month,source&limit=3&offset=3&pretty=1"),
    ("teasers-filtered", "/teasers?label=interview,bericht&from=2025-02&to=2025-04&sort=title&pretty=1"),
    ("teaser", "/teasers/2025-05-19-deutscher-staedtetag-burkhard-jung-ist-praesident-067fa05b?pretty=1"),
    ("teasers-csv", "/teasers?format=csv&limit=5&fields=id,date,kicker,title,sightings"),
    ("sources", "/sources?pretty=1"),
    ("source", "/sources/001_84183b4452282d61?format=json&pretty=1"),
    ("source-text", "/sources/001_84183b4452282d61"),
    ("stats", "/stats?pretty=1"),
    ("stats-csv", "/stats?format=csv"),
    ("stats-kickers", "/stats?format=csv&table=by_kicker"),
    ("metrics", "/metrics"),
    ("partner", "/partners/brandenburg?pretty=1"),
    ("partners-csv", "/partners?format=csv&limit=5"),
    ("cooperations", "/cooperations?kind=letter-of-intent&facets=kind,status,partner&pretty=1"),
    ("event", "/events?kind=agreement&limit=1&pretty=1"),
    ("timeline", "/timelines/thueringen?pretty=1&limit=3&fields=id,date,title,about"),
    ("timeline-js", "/timelines/thueringen?format=timelinejs&pretty=1"),
    ("timeline-calendar", "/timelines/thueringen?format=ics"),
    ("network", "/network?partner=thueringen&pretty=1"),
    ("network-csv", "/network?partner=brandenburg&format=csv&excel=1"),
    ("network-mermaid", "/network?partner=brandenburg&format=mermaid"),
  ]
  for answer in answers {
    #expect(Golden.difference(try api.transcript(answer.target), "\(answer.name).txt") == nil)
  }
}

@Test func `problems are as approved, and their try works`() throws {
  let api = try SeedAPI()
  let targets = [
    "/teasers?partnr=bayern&limit=500", "/teasers?limit=-1", "/teasers?limit=x&limit=3", "/teasers?limit=",
    "/teasers?limit",
    "/teasers?kicker=", "/teasers?kicker=a,,b", "/teasers?from=2024-13", "/teasers?from=24", "/teasers?to=2023-02-29",
    "/articles?sort=dat", "/articles?fields=id,headlin", "/articles?facets=kickr,section", "/articles?format=xml",
    "/articles?offset=99999999999999999999", "/articles?date_match=maybe", "/articles?dataset=abc",
    "/articles?dataset=000000000000&kicker=OZG", "/partners?cooperating=yes", "/partners?type=stat",
    "/articles/", "/artikles", "/articles/nothing-here", "/articles/thueringen-00000000", "/sources/999",
    "/problems/unknown",
    "/nothing/at/all", "/articles?%F0%9F%98%80=1", "/livez?x=1",
    "/search?q=a-b%20c-d%20e-f%20g-h%20i-j",
  ]
  var transcript = ""
  for target in targets {
    transcript += try api.transcript(target) + "\n"
    let problem = try Document(json: api.ask(target).content)
    if let link = problem["try"]?.string { #expect(try api.ask(link).status == .ok, "\(link)") }
    for link in problem["did_you_mean"]?.strings ?? [] { #expect(try api.ask(link).status == .ok, "\(link)") }
    #expect(try api.ask(problem["type"]?.string ?? "").status == .ok)
  }
  transcript += try api.transcript("/articles", .delete)
  #expect(Golden.difference(transcript, "problems.txt") == nil)
}

@Test func `what the wire refuses is a problem with a page of its own`() throws {
  let api = try SeedAPI()
  let refusals: [RequestError] = [
    .malformedRequestLine, .malformedTarget, .unsupportedVersion, .unsupportedMethod, .malformedLine, .malformedField,
    .malformedHost, .malformedContentLength, .malformedTransferEncoding, .unsupportedTransferCoding, .malformedChunk,
    .unsupportedExpectation, .requestLineTooLong, .headTooLarge, .contentTooLarge, .timedOut, .tooManyConnections,
    .preconditionFailed, .unsatisfiableRange(length: 8436),
  ]
  var transcript = ""
  for refusal in refusals {
    let response = api.api.refusal(refusal)
    #expect(try api.ask(try #require(Document(json: response.content)["type"]?.string)).status == .ok)
    transcript += response.transcript("\(refusal)") + "\n"
  }
  #expect(Golden.difference(transcript, "refusals.txt") == nil)
}

@Test func `every kind of problem is explained`() throws {
  let api = try SeedAPI()
  let pages = try Problem.Kind.all.map { try api.text("/problems/\($0.name)?pretty=1") }
  #expect(Golden.difference(pages.joined(), "problem-types.txt") == nil)
}

extension SeedAPI {
  /// A question and its whole answer.
  func transcript(_ target: String, _ method: HTTP.Method = .get) throws -> String {
    try ask(target, method).transcript("\(method.rawValue) \(target)")
  }
}

extension Response {
  func transcript(_ question: String) -> String {
    let lines =
      ["\(question) → \(status.code) \(status.reasonPhrase)"] + fields.lines.map { "\($0.name.rawValue): \($0.value)" }
    return lines.joined(separator: "\n") + "\n\n" + String(decoding: content, as: UTF8.self)
  }
}
