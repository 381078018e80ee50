import HTTP
import NewsArchive

extension Endpoint {
  /// Partners and cooperations as a graph with two kinds of node: a cooperation of four is one node with four links.
  static let network = Endpoint(
    path: PathPattern("/network"), summary: "Get partners and cooperations as a graph",
    parameters: Resource.cooperations.listParameters.filter {
      ["partner", "type", "kind", "status", "from", "to", "date_match"].contains($0.name)
    } + [.format([.json, .csv, .mermaid]), .excel, .dataset, .pretty],
    formats: [.json, .csv, .mermaid],
    answer: .archive { arguments, generation throws(APIError) in
      let selection = Selection(.cooperations, arguments, of: generation, isWhole: true)
      let network = Network(cooperations: selection.items, archive: generation.archive)
      let format = arguments.format(of: [.json, .csv, .mermaid])
      guard format != .json else { return Response(arguments, network.write) }
      return Response(
        .ok, fields: [.contentType: format.contentType],
        body: .bytes(SharedBytes(format == .csv ? network.csv(CSV(arguments)) : network.mermaid)))
    })
}

/// Cooperations and those who are party to them.
struct Network {
  let cooperations: [Int]
  let archive: Archive
  /// Every party once, in the archive's order.
  private var partners: [Int] { Set(cooperations.flatMap { archive.cooperations[$0].parties.map(\.partner) }).sorted() }

  /// Node-link data as D3 and NetworkX read it.
  func write(_ writer: inout JSONWriter) {
    let nodes =
      partners.map { (ItemKind.partners, $0, archive.partners[$0].kind.rawValue) }
      + cooperations.map { (.cooperations, $0, archive.cooperations[$0].kind.rawValue) }
    writer.member("nodes", nodes) { node, writer in
      let (kind, index, type) = node
      writer.member("id", kind.id(index, in: archive))
      writer.member("kind", kind.singular)
      writer.member("title", kind.title(index, in: archive))
      writer.member("type", type)
      writer.member("url", kind.url(index, in: archive))
    }
    writer.member("links", links) { link, writer in
      writer.member("source", link.partner)
      writer.member("target", link.cooperation)
      writer.member("role", link.role)
    }
  }

  func csv(_ csv: CSV) -> [UInt8] {
    csv.head(["source", "target", "role"]) + links.flatMap { csv.row([$0.partner, $0.cooperation, $0.role]) }
  }

  /// A Mermaid flowchart: partners as boxes, cooperations as rounded nodes.
  var mermaid: [UInt8] {
    var text = "graph LR\n"
    for partner in partners { text += "  p\(partner)[\"\(ItemKind.partners.title(partner, in: archive).mermaid)\"]\n" }
    for index in cooperations {
      let cooperation = archive.cooperations[index]
      text += "  c\(index)([\"\(cooperation.kindLabel.mermaid)\"])\n"
      for party in cooperation.parties {
        text += "  p\(party.partner) \(party.role == .joins ? "-->|joins|" : "---") c\(index)\n"
      }
    }
    return Array(text.utf8)
  }

  private var links: [(partner: String, cooperation: String, role: String)] {
    cooperations.flatMap { index in
      let cooperation = archive.cooperations[index]
      return cooperation.parties.map { (archive.partners[$0.partner].id, cooperation.id, $0.role.rawValue) }
    }
  }
}

extension String {
  /// The text within a quoted label, which is read as HTML and, between back quotes, as Markdown.
  fileprivate var mermaid: String {
    escaped { scalar in
      switch scalar {
      case "#", "\"", "<", ">", "&", "`", "\\": "#\(scalar.value);"
      case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}": " "
      default: nil
      }
    }
  }
}
