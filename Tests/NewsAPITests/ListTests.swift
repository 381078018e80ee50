import HTTP

import Testing

@testable import NewsAPI
@testable import NewsArchive

@Suite struct ListTests {
  let api: SeedAPI

  init() throws { api = try SeedAPI() }

  func ids(_ target: String) throws -> [String] {
    try Document(json: api.ask(target).content)["items"]?.list.compactMap { $0["id"]?.string } ?? []
  }

  @Test func `totals of filters are those counted by hand`() throws {
    let totals: [(target: String, total: Int)] = [
      ("/articles", 5), ("/teasers", 50), ("/sources", 5),
      ("/articles?from=2023", 1), ("/articles?from=2020-12-11&to=2020-12-11", 1), ("/articles?to=2020-12-10", 0),
      ("/articles?section=politik", 2), ("/articles?kicker=thueringen/bayern/niedersachsen", 1),
      ("/articles?source=000_6ae238382d80987b,003_a5cf0d5a69cf1ea9", 2), ("/articles?kicker=nobody", 0),
      ("/teasers?source=000_6ae238382d80987b", 15), ("/teasers?label=interview", 3), ("/teasers?label=none", 46),
      ("/teasers?kicker=digitalisierung", 3), ("/teasers?kicker=Digitalisierung,potsdam", 5),
      ("/teasers?from=2025-05", 5),
      ("/teasers?from=2025-05&date_match=certain", 5), ("/teasers?from=2026", 0),
    ]
    for (target, total) in totals {
      #expect(try Document(json: api.ask(target).content)["total"]?.whole == total, "\(target)")
    }
  }

  @Test func `pages put together are the whole list, in every order`() throws {
    for target in [
      "/teasers?sort=-date", "/teasers?sort=date", "/teasers?sort=title",
      "/teasers?kicker=digitalisierung,potsdam&sort=title",
    ] {
      let whole = try ids(target + "&limit=100")
      #expect(Set(whole).count == whole.count)
      var pages: [String] = []
      var next: String? = target + "&limit=7"
      while let link = next {
        let page = try Document(json: api.ask(link).content)
        pages += page["items"]?.list.compactMap { $0["id"]?.string } ?? []
        next = page["links"]?["next"]?.string
      }
      #expect(pages == whole, "\(target)")
    }
  }

  @Test func `undated articles stand last both ways and ties end in the id`() throws {
    let newest = try ids("/articles?sort=-date")
    let oldest = try ids("/articles?sort=date")
    let dated = try ids("/articles?from=0001&date_match=possible")
    #expect(Array(newest.prefix(dated.count)) == oldest.prefix(dated.count).reversed())
    #expect(newest.dropFirst(dated.count) == oldest.dropFirst(dated.count))
    #expect(newest.dropFirst(dated.count).sorted() == Array(newest.dropFirst(dated.count)))
  }

  @Test func `items of the same days stand by their ids, whichever way a list is sorted`() throws {
    for target in ["/articles", "/teasers", "/events", "/cooperations", "/timelines/all"] {
      for sort in ["date", "-date"] {
        let items = try #require(Document(json: api.ask("\(target)?sort=\(sort)&limit=100").content)["items"]).list
        for (item, next) in zip(items, items.dropFirst()) {
          guard item["date"]?["earliest"] == next["date"]?["earliest"],
            item["date"]?["latest"] == next["date"]?["latest"]
          else { continue }
          let ids = try [item, next].map { try #require($0["id"]?.string) }
          #expect(ids[0] < ids[1], "\(target) \(sort)")
        }
      }
    }
  }

  @Test func `prev and last lead back from past the end`() throws {
    let page = try Document(json: api.ask("/teasers?offset=1000&limit=20").content)
    #expect(page["items"] == .list([]))
    #expect(page["links"]?["prev"]?.string == "/teasers?limit=20&offset=30")
    #expect(page["links"]?["last"]?.string == "/teasers?limit=20&offset=40")
    #expect(page["links"]?["next"] == .null)
  }

  @Test func `fields choose the keys of items, rows and whole items`() throws {
    let item = try Document(json: api.ask("/articles?fields=paragraphs,id&limit=1").content)["items"]?.list.first
    #expect(item?.keys == ["id", "paragraphs"])
    #expect(try api.text("/teasers?format=csv&fields=title,date&limit=0") == "date,date_earliest,date_latest,title\r\n")
    let url = try #require(try ids("/articles").first)
    #expect(try Document(json: api.ask("/articles/\(url)?fields=lead").content).keys == ["lead"])
  }

  @Test func `statistics add up to the lists`() throws {
    let stats = try Document(json: api.ask("/stats").content)
    for kind in ItemKind.allCases {
      let total = try Document(json: api.ask("\(kind.listURL)?limit=0").content)["total"]
      #expect(stats["counts"]?[kind.rawValue] == total)
    }
    #expect(stats["counts"]?["sightings"]?.whole == 75)
    let months = stats["by_month"]?.list ?? []
    #expect(months.count > 12)
    for (month, next) in zip(months, months.dropFirst()) {
      let parts = month["month"]?.string?.split(separator: "-").compactMap { Int($0) } ?? []
      let after = parts[1] == 12 ? (parts[0] + 1, 1) : (parts[0], parts[1] + 1)
      #expect(next["month"]?.string == "\(after.0)-\(after.1 < 10 ? "0" : "")\(after.1)")
    }
    for month in months where month["teasers"] != .number(0) {
      let name = try #require(month["month"]?.string)
      let total = try Document(json: api.ask("/teasers?from=\(name)&to=\(name)&limit=0").content)["total"]
      #expect(total == month["teasers"])
    }
    #expect(months.reduce(0) { $0 + ($1["teasers"]?.whole ?? 0) } == 50)
    #expect(stats["by_kicker"]?.list.reduce(0) { $0 + ($1["teasers"]?.whole ?? 0) } == 50)
    #expect(try api.text("/stats?format=csv&table=by_month").split(separator: "\r\n").count == months.count + 1)
  }

  @Test func `the first and the last year there are cost no more than any other, nor does a date without an end`()
    throws
  {
    let page = ["0001", "2024", "9999"].map {
      "Ort: Titel\n\n[31.12.\($0)] Seit 2009 arbeiten Bayern und Hessen zusammen. mehr...\n\n"
    }.joined()
    let archive = Archive(
      sources: [
        Source(file: SeedFile(name: "years", bytes: Array(("Kopf\n\n\n\n\n\nWeitere Meldungen\n" + page).utf8)))
      ],
      version: "test")
    let api = API(version: "test")
    api.serve(archive)
    func ask(_ target: String) throws -> Document {
      try Document(json: api.handler(Request(method: .get, target: #require(RequestTarget(target)))).content)
    }
    let list = try ask("/teasers?facets=year,month&fields=date&sort=date")
    #expect(list["facets"]?["year"]?.list.map { $0["value"]?.string } == ["0001", "2024", "9999"])
    #expect(list["facets"]?["month"]?.list.map { $0["value"]?.string } == ["0001-12", "2024-12", "9999-12"])
    #expect(try ask("/stats")["by_month"]?.list.map { $0["month"]?.string } == ["0001-12", "2024-12", "9999-12"])
    let events = try ask("/events?facets=year,month&limit=0")
    for facet in ["year", "month"] {
      let periods = events["facets"]?[facet]?.list.compactMap { $0["value"]?.string } ?? []
      #expect(
        periods.count == 1_200 && periods == periods.sorted() && periods.first == (facet == "year" ? "0001" : "0001-12")
      )
    }
  }

  @Test func `a table for a spreadsheet has its mark, its semicolons and no formulas`() throws {
    let csv = CSV(try Arguments(#require(RequestTarget("/?excel=1")).query, for: [.excel], path: "/", placeholder: ""))
    #expect(csv.head(["a", "b"]) == [0xEF, 0xBB, 0xBF] + Array("a;b\r\n".utf8))
    let cells = ["=1+1", "+49", "-5", "@x", "1;2", "1,2", "say \"hi\"", "two\nlines", "", "Köln"]
    let expected = "'=1+1;'+49;'-5;'@x;\"1;2\";\"1,2\";\"say \"\"hi\"\"\";\"two\nlines\";;Köln\r\n"
    #expect(String(decoding: csv.row(cells), as: UTF8.self) == expected)
    let plain = CSV(try Arguments([], for: [.excel], path: "/", placeholder: ""))
    #expect(String(decoding: plain.row(["=1+1", "1;2"]), as: UTF8.self) == "=1+1,\"1;2\"\r\n")
  }

  @Test func `exports hold all matches, one line each`() throws {
    #expect(try api.text("/teasers?format=ndjson").split(separator: "\n").count == 50)
    #expect(try api.text("/teasers?format=ndjson&limit=3").split(separator: "\n").count == 3)
    let items = try Document(json: api.ask("/teasers?limit=100").content)["items"]
    let lines = try api.text("/teasers?format=ndjson").split(separator: "\n").map { try Document(json: $0.utf8) }
    #expect(items?.list == lines)
    // By now each is kept as it was written.
    #expect(try Document(json: api.ask("/teasers?limit=100&sort=-date").content)["items"] == items)
  }

  @Test func `the first item that comes to a place is kept, and no long one`() {
    let items = WrittenItems(count: 2 * WrittenItems.mostPlaces)
    let texts: [(number: Int, length: Int, isKept: Bool)] = [
      (0, 1, true), (WrittenItems.mostPlaces, 2, false), (1, WrittenItems.largest + 1, false),
      (WrittenItems.mostPlaces + 1, WrittenItems.largest, true), (1, 3, false), (0, 4, false),
    ]
    for text in texts {
      let json = Array(repeating: UInt8(ascii: "0"), count: text.length)
      items.keep(text.number, json.span)
      #expect((items[text.number] == json) == text.isKept, "\(text)")
    }
  }

  @Test func `a large export comes in pieces that together are the whole`() throws {
    let response = try api.ask("/articles?fields=id,paragraphs,sightings&format=ndjson")
    let tag = try #require(response.entityTag)
    #expect(try api.ask("/articles?format=ndjson&fields=id,paragraphs,sightings").entityTag == tag)
    #expect(try api.ask("/articles?format=ndjson").entityTag != tag)
    let large = Export(items: Array(0..<5000)) { item, _ in
      Array("\(item) is a line of an export that is longer than one piece\n".utf8)
    }
    guard case .chunks(let start) = large.body else {
      Issue.record("not in pieces")
      return
    }
    var sizes: [Int] = []
    var whole: [UInt8] = []
    let next = start()
    while let piece = next() {
      sizes.append(piece.count)
      whole += piece
    }
    #expect(sizes.allSatisfy { (1...65_536).contains($0) })
    #expect(sizes.dropLast().allSatisfy { $0 == 65_536 })
    #expect(String(decoding: whole, as: UTF8.self).split(separator: "\n").count == 5000)
    var again: [UInt8] = []
    let second = start()
    while let piece = second() { again += piece }
    #expect(again == whole)
  }

  @Test func `pretty changes nothing but white space`() throws {
    for target in ["/articles?limit=3", "/stats", "/sources/000_6ae238382d80987b?format=json", "/articles?limit=0"] {
      let separator = target.contains("?") ? "&" : "?"
      let pretty = try api.ask(target + separator + "pretty=1")
      var plain = try Document(json: api.ask(target).content)
      if case .map(var members, let keys) = plain, members["links"] != nil {
        members["links"] = try Document(json: pretty.content)["links"]
        plain = .map(members, keys: keys)
      }
      #expect(try Document(json: pretty.content) == plain, "\(target)")
    }
    #expect(
      String(decoding: Array("{\"a\":[],\"b\":{},\"c\":[1,{\"d\":\"x,{\\\"\"}]}".utf8).prettyJSON(), as: UTF8.self)
        == """
        {
          "a": [],
          "b": {},
          "c": [
            1,
            {
              "d": "x,{\\""
            }
          ]
        }
        """)
  }
}

@Suite struct AddressTests {
  let api: SeedAPI

  init() throws { api = try SeedAPI() }

  @Test func `an old slug or the hash alone is sent to the present address, question kept`() throws {
    let id = "thueringen-bayern-niedersachsen-zusammen-fuers-ozg-8eafc8c7"
    for old in ["8eafc8c7", "another-slug-8eafc8c7"] {
      let response = try api.ask("/articles/\(old)?pretty=1&fields=id")
      #expect(response.status == .movedPermanently)
      #expect(response.fields[.location] == "/articles/\(id)?fields=id&pretty=1")
    }
    #expect(try api.ask("/articles/\(id)").status == .ok)
  }

  @Test func `a pinned question is immutable while its dataset is served`() throws {
    let dataset = try #require(try api.ask("/").fields[.dataset])
    #expect(try api.ask("/articles?dataset=\(dataset)").fields[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(try api.ask("/articles").fields[.cacheControl] == "public, max-age=0, s-maxage=60, stale-if-error=86400")
  }

  @Test func `a browser's question before the question is answered on every path`() throws {
    for endpoint in Endpoint.all {
      let path = endpoint.path.description.replacing("{id}", with: "x").replacing("{name}", with: "x").replacing(
        "{type}", with: "x")
      let response = try api.ask(path, .options)
      #expect(response.status == .noContent && response.content.isEmpty)
      #expect(response.fields[.allow] == "GET, HEAD, OPTIONS")
      #expect(response.fields[.accessControlAllowOrigin] == "*")
      #expect(response.fields[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
      #expect(response.fields[.accessControlMaxAge] == "86400")
      for method in [HTTP.Method.post, .put, .delete, .patch, .trace] {
        let refused = try api.ask(path, method)
        #expect(refused.status == .methodNotAllowed && refused.fields[.allow] == "GET, HEAD, OPTIONS")
        #expect(refused.route == endpoint.path.description)
      }
    }
    #expect(try api.ask("*", .options).status == .noContent)
  }

  @Test func `a source is its file, byte for byte, and any part of it can be asked for`() throws {
    let response = try api.ask("/sources/001_84183b4452282d61")
    #expect(response.acceptsRanges)
    let listed = try Document(json: api.ask("/sources/001_84183b4452282d61?format=json").content)
    #expect(response.content.count == listed["bytes"]?.whole)
    var position = 0
    for segment in listed["segments"]?.list ?? [] {
      let bounds = segment["bytes"]?.string?.split(separator: "-").compactMap { Int($0) } ?? []
      #expect(bounds.count == 2 && bounds[0] == position)
      position = (bounds.last ?? 0) + 1
    }
    #expect(position == response.content.count)
  }
}
