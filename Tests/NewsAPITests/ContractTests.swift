import HTTP
import TestSupport
import Testing

@testable import NewsAPI

@Suite struct ContractTests {
  let api: SeedAPI
  let contract: Document

  init() throws {
    api = try SeedAPI()
    contract = try Document(yaml: api.text("/openapi.yaml"))
  }

  @Test func `every endpoint is in the contract and nothing else is`() {
    #expect(contract["paths"]?.keys == Endpoint.all.map(\.path.description))
    for endpoint in Endpoint.all {
      let operation = contract[["paths", endpoint.path.description, "get"]]
      #expect(operation?["operationId"]?.string == endpoint.operation)
      #expect(operation?["summary"]?.string == endpoint.summary)
    }
  }

  @Test func `parameters are the same in name, order, values, default and limits`() throws {
    for endpoint in Endpoint.all {
      let written = contract[["paths", endpoint.path.description, "get", "parameters"]]?.list.map(resolved) ?? []
      let query = written.filter { $0["in"]?.string == "query" }
      #expect(query.map { $0["name"]?.string } == endpoint.parameters.map(\.name), "\(endpoint.path)")
      #expect(written.count == query.count + (endpoint.path.description.contains("{") ? 1 : 0))
      for (parameter, document) in zip(endpoint.parameters, query) {
        let schema = try #require(document["schema"])
        let place = "\(endpoint.path) \(parameter.name)"
        let values = schema["items"]?["enum"]?.strings ?? schema["enum"]?.strings
        #expect(document["description"]?.string != nil, "\(place)")
        switch parameter.values {
        case .integer(let maximum, let standard):
          #expect(schema["minimum"]?.whole == 0 && schema["maximum"]?.whole == maximum, "\(place)")
          #expect(schema["default"]?.whole == standard, "\(place)")
        case .choice(let choices):
          #expect(schema["type"]?.string == "string" && values == choices, "\(place)")
          #expect(schema["default"]?.string == parameter.standard, "\(place)")
        case .choices(let choices): #expect(schema["type"]?.string == "array" && values == choices, "\(place)")
        case .words:
          #expect(schema["type"]?.string == "array" && values == nil, "\(place)")
          #expect(document["explode"] == .boolean(parameter.repeats), "\(place)")
        case .query, .period, .dataset: #expect(schema["type"]?.string == "string" && values == nil, "\(place)")
        }
        #expect((document["required"] == .boolean(true)) == (parameter.required != nil), "\(place)")
      }
    }
  }

  @Test func `formats are the same`() {
    // What has one form only may have a type of its own: the contract, the dashboard's files.
    for endpoint in Endpoint.all where endpoint.formats != [.text] {
      let written = contract[["paths", endpoint.path.description, "get", "responses", "200", "content"]]?.keys ?? []
      let served = endpoint.formats.map { $0.contentType.split(separator: ";").first.map(String.init) ?? "" }
      #expect(Set(written) == Set(served), "\(endpoint.path)")
    }
  }

  @Test func `schemas have the keys of the resources in their order`() {
    let names: [ItemKind: String] = [
      .articles: "Article", .teasers: "Teaser", .partners: "Partner", .cooperations: "Cooperation", .events: "Event",
      .timelines: "TimelineEntry", .sources: "Source",
    ]
    for kind in ItemKind.allCases {
      let schema = contract[["components", "schemas", names[kind] ?? "", "properties"]]
      #expect(schema?.keys == Resource.of(kind).properties.map(\.name))
    }
  }

  @Test func `every schema, parameter, header and response is used`() throws {
    let text = try api.text("/openapi.yaml")
    for part in contract["components"]?.keys ?? [] {
      for name in contract[["components", part]]?.keys ?? [] {
        #expect(text.contains("'#/components/\(part)/\(name)'"), "\(part)/\(name)")
      }
    }
  }

  @Test func `examples are what the server answers, byte for byte`() throws {
    var count = 0
    var expected: [String] = []
    var request: String?
    for line in try api.text("/openapi.yaml").split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("summary: GET ") { request = String(content.dropFirst(13)) }
      guard let target = request, content.hasPrefix("value: ") else {
        expected.append(String(line))
        continue
      }
      let response = try api.ask(target)
      #expect(response.status.code < 500, "\(target)")
      let body = String(decoding: response.content, as: UTF8.self)
      let isJSON = ["application/json", "application/feed+json", "application/problem+json"]
        .contains(response.fields[.contentType])
      expected.append(line.prefix { $0 == " " } + "value: " + (isJSON ? String(body.dropLast()) : body.quoted))
      request = nil
      count += 1
    }
    #expect(count >= 40)
    #expect(Golden.difference(expected.joined(separator: "\n"), "../../../openapi.yaml") == nil)
  }

  private func resolved(_ document: Document) -> Document {
    guard let reference = document["$ref"]?.string else { return document }
    return contract[Array(reference.split(separator: "/").dropFirst().map(String.init))] ?? .null
  }
}

extension String {
  /// The text as a JSON string.
  fileprivate var quoted: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
