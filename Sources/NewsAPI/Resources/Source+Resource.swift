import NewsArchive

extension Resource {
  static let sources = Resource(
    kind: .sources,
    properties: [
      .string("name") { $0.sources[$1].file.name },
      .url(of: .sources),
      .string("status") { $0.sources[$1].page == nil ? "rejected" : "read" },
      .string("problem") { archive, index in
        guard case .failure(let error) = archive.sources[index].outcome else { return nil }
        return "\(archive.sources[index].file.name).txt:\(error.line): expected \(error.expected), found \(error.found)"
      },
      .number("bytes") { $0.sources[$1].file.bytes.count },
      .string("sha256") { $0.sources[$1].sha256 },
      .string("encoding") { $0.sources[$1].file.encoding.rawValue },
      Property(
        name: "captured",
        write: { archive, index, writer in
          let captured = archive.sources[index].captured
          writer.date(captured?.date, in: archive.sources[index].file, assumes: captured?.assumes ?? [])
        }, columns: [.init(name: "captured") { $0.sources[$1].captured?.date.edtf ?? "" }]),
      .reference("article", to: .articles) { $0.sources[$1].article },
      .set("teasers") { archive, index in
        let source = archive.sources[index]
        return (Set(source.teasers).count, Link("/teasers", [("source", source.file.name)]))
      },
      .list("segments", { $0.sources[$1].segments }, cell: { $1.kind.rawValue }) { _, segment, writer in
        writer.object {
          $0.member("kind", segment.kind.rawValue)
          $0.member("bytes", segment.range)
          $0.member("line", segment.line)
        }
      }.inItemsOnly,
      .number("unclassified_bytes") { archive, index in
        archive.sources[index].segments.reduce(0) { $1.kind == .unclassified ? $0 + $1.range.count : $0 }
      },
    ],
    sorts: [Sort(name: "name", key: .archiveOrder)],
    formats: [.json])
}
