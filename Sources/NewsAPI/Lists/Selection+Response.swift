import HTTP
import NewsArchive

extension Selection {
  /// The list in the format asked for. `heading` writes members of the envelope before the items.
  func response(heading: (inout JSONWriter) -> Void = { _ in }) -> Response {
    let format = arguments.format(of: resource.formats)
    let limit = arguments.number("limit") ?? (format.isExport ? nil : 20)
    var response: Response
    switch format {
    case .json: response = json(limit: limit ?? 20, heading: heading)
    case .ndjson, .csv, .feed, .atom, .ics:
      let export = export(items(limit: limit), as: format)
      response = Response(
        .ok, fields: [.contentType: format.contentType], body: export.body,
        entityTag: "\(generation.archive.dataset)-\(arguments.link.description.digest)")
    case .timelinejs:
      var writer = JSONWriter()
      writer.timelineJS(items(limit: limit).compactMap { resource.entry?(generation.archive, $0) })
      response = Response(json: writer, arguments)
    case .mermaid, .text: response = Response(.ok)
    }
    response.fields[.link] = linkField(limit: limit)
    return response
  }

  private func json(limit: Int, heading: (inout JSONWriter) -> Void) -> Response {
    let properties = resource.properties(arguments.list("fields"), inList: true)
    var writer = JSONWriter()
    writer.bytes.reserveCapacity(16_384)
    writer.object { writer in
      heading(&writer)
      writer.key("items")
      writer.array(items(limit: limit)) { $1.item($0, properties, in: generation.archive) }
      writer.member("total", total)
      writer.member("limit", limit)
      writer.member("offset", offset)
      writer.key("links")
      writer.object { writer in
        writer.member("self", arguments.link.description)
        for (relation, link) in links(limit: limit) { writer.member(relation, link?.description) }
      }
      let wanted = arguments.list("facets")
      guard !wanted.isEmpty else { return }
      writer.key("facets")
      writer.object { writer in
        for dimension in resource.facets where wanted.contains(dimension.name) {
          writer.key(dimension.name)
          writer.array(facet(dimension)) { count, writer in
            writer.object {
              $0.member("value", count.value)
              $0.member("count", count.count)
              $0.member("url", dimension.apply(count.value, to: arguments.link.replacing(["facets"])).description)
            }
          }
        }
      }
    }
    return Response(json: writer, arguments)
  }

  private var offset: Int { arguments.number("offset") ?? 0 }

  /// The pages around this one; nil where there is none.
  private func links(limit: Int) -> [(relation: String, link: Link?)] {
    func page(at offset: Int) -> Link {
      arguments.link.replacing(["offset"], with: offset == 0 ? [] : [("offset", String(offset))])
    }
    let last = limit == 0 ? 0 : max(0, total - 1) / limit * limit
    let hasNext = limit > 0 && offset < total - limit
    return [
      ("first", page(at: 0)),
      ("prev", offset > 0 ? page(at: max(0, min(offset, total) - limit)) : nil),
      ("next", hasNext ? page(at: offset + limit) : nil),
      ("last", page(at: last)),
    ]
  }

  /// The pages around this one as RFC 8288 writes them; nil where there is one page only.
  private func linkField(limit: Int?) -> String? {
    guard let limit else { return nil }
    let present = links(limit: limit).compactMap { relation, link in link.map { "<\($0)>; rel=\"\(relation)\"" } }
    return present.joined(separator: ", ")
  }
}

extension String {
  /// FNV-1a of 64 bits: tells the questions put to one dataset apart, where nothing secret hangs on it.
  var digest: String {
    String(utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, radix: 16)
  }
}
