import NewsArchive

extension Resource {
  static let sources = Resource(
    kind: .sources,
    properties: [
      Property("name") { $0.sources[$1].file.name },
      .url(of: .sources),
      Property("status") { $0.sources[$1].page == nil ? "rejected" : "read" },
      Property("problem") { archive, index -> String? in
        guard case .failure(let error) = archive.sources[index].outcome else { return nil }
        return "\(archive.sources[index].name).txt:\(error.line): \(error)"
      },
      Property("bytes") { $0.sources[$1].file.bytes.count },
      Property("sha256") { $0.sources[$1].sha256 },
      Property("encoding") { $0.sources[$1].file.encoding.rawValue },
      Property("captured") { archive, index in
        let captured = archive.sources[index].captured
        return DateResource(captured?.date, in: index, of: archive, assumes: captured?.assumes)
      },
      Property("article") { archive, index in
        archive.sources[index].article.map { Reference(.articles, $0, in: archive) }
      },
      .set("teasers") { archive, index in
        let source = archive.sources[index]
        return (Set(source.teasers).count, Link("/teasers", [("source", source.file.name)]))
      },
      Property("segments", isListed: false) { archive, index in
        archive.sources[index].segments.map { segment in
          Object([segment.kind.rawValue]) {
            $0.member("kind", segment.kind.rawValue)
            $0.member("bytes", segment.range)
            $0.member("line", segment.line)
          }
        }
      },
      Property("unclassified_bytes") { archive, index in
        archive.sources[index].segments.reduce(0) { $1.kind == .unclassified ? $0 + $1.range.count : $0 }
      },
    ],
    sorts: [Sort(name: "name", key: .archiveOrder)],
    formats: [.json])
}
