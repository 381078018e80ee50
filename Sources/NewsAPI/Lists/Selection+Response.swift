import HTTP
import NewsArchive

extension Selection {
  /// The list in the format asked for. `heading` writes members of the envelope before the items.
  func response(heading: (inout JSONWriter) -> Void = { _ in }) -> Response {
    let format = arguments.format(of: resource.formats)
    if let export = export(as: format) {
      return Response(
        .ok, fields: [.contentType: format.contentType, .link: Selection.field(links)], body: export.body,
        entityTag: "\(generation.archive.dataset)-\(arguments.link.description.digest)")
    }
    if format == .timelinejs {
      var response = Response(arguments) {
        $0.timelineJS(items.compactMap { Entry($0, of: resource, in: generation.archive) })
      }
      response.fields.append(.link, Selection.field(links))
      return response
    }
    let fields = arguments.list("fields")
    let properties = resource.properties(fields, inList: true)
    return json(heading: heading) { index, writer in
      writer.object(keptIn: fields.isEmpty ? table.written : nil, index) {
        $0.members(of: index, properties, in: generation.archive)
      }
    }
  }

  /// The list's envelope with each item written by `write`.
  func json(heading: (inout JSONWriter) -> Void = { _ in }, _ write: (Int, inout JSONWriter) -> Void) -> Response {
    let links = links
    var response = Response(arguments, room: 8_192) { writer in
      heading(&writer)
      writer.key("items")
      writer.array(items, write)
      writer.member("total", total)
      writer.member("limit", limit ?? total)
      writer.member("offset", offset)
      writer.member("links") { writer in
        writer.member("self", arguments.link)
        for (relation, link) in links { writer.member(relation, link) }
      }
      let wanted = arguments.list("facets")
      if !wanted.isEmpty { writer.member("facets") { facets(wanted, &$0) } }
    }
    response.fields.append(.link, Selection.field(links))
    return response
  }

  private func facets(_ names: [String], _ writer: inout JSONWriter) {
    let link = arguments.link.replacing(["facets"])
    for dimension in resource.facets where names.contains(dimension.name) {
      writer.member(dimension.name, facet(dimension)) { facet, writer in
        writer.member("value", facet.value)
        if let title = facet.title { writer.member("title", title) }
        writer.member("count", facet.count)
        writer.member("url", dimension.apply(facet.value, to: link))
      }
    }
  }

  private var offset: Int { arguments.number("offset") ?? 0 }

  /// The pages around this one; nil where there is none.
  private var links: [(relation: String, link: Link?)] {
    let limit = limit ?? max(total, 1)
    func page(at offset: Int) -> Link {
      arguments.link.replacing(["offset"], with: offset == 0 ? [] : [("offset", String(offset))])
    }
    return [
      ("first", page(at: 0)),
      ("prev", limit > 0 && offset > 0 ? page(at: max(0, min(offset, total) - limit)) : nil),
      ("next", limit > 0 && offset < total - limit ? page(at: offset + limit) : nil),
      ("last", page(at: limit == 0 ? 0 : max(0, total - 1) / limit * limit)),
    ]
  }

  /// The pages as RFC 8288 writes them.
  private static func field(_ links: [(relation: String, link: Link?)]) -> String {
    links.compactMap { relation, link in link.map { "<\($0)>; rel=\"\(relation)\"" } }.joined(separator: ", ")
  }
}

extension String {
  /// FNV-1a of 64 bits: tells the questions put to one dataset apart, where nothing secret hangs on it.
  var digest: String {
    String(utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, radix: 16)
  }
}
