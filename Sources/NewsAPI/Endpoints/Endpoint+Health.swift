import HTTP
import NewsArchive

extension Endpoint {
  static let live = Endpoint(
    path: PathPattern("/livez"), summary: "Say that the process answers",
    answer: .state { _, _ throws(APIError) in Response(health: "ok") })

  static let ready = Endpoint(
    path: PathPattern("/readyz"), summary: "Say whether requests should be sent here",
    answer: .state { _, state throws(APIError) in
      if state.isDraining { throw .draining }
      if state.generation == nil { throw .loading(percent: state.percent) }
      return Response(health: "ready", reloadProblem: state.reloadProblem)
    })

  static let metrics = Endpoint(
    path: PathPattern("/metrics"), summary: "Get counts for Prometheus", formats: [.text],
    answer: .state { api, state throws(APIError) in
      guard let archive = state.generation?.archive else { throw .loading(percent: state.percent) }
      var lines = api.metrics()
      lines += "# HELP newsdesk_archive_records Items of the archive served.\n# TYPE newsdesk_archive_records gauge\n"
      for kind in ItemKind.allCases {
        lines += "newsdesk_archive_records{type=\"\(kind.rawValue)\"} \(kind.count(in: archive))\n"
      }
      lines += """
        # HELP newsdesk_archive_rejected_sources Seed files that could not be read.
        # TYPE newsdesk_archive_rejected_sources gauge
        newsdesk_archive_rejected_sources \(archive.sources.count { $0.page == nil })
        # HELP newsdesk_build_info The program and the dataset it serves.
        # TYPE newsdesk_build_info gauge
        newsdesk_build_info{version="\(api.version)",dataset="\(archive.dataset)"} 1

        """
      return Response(
        .ok, fields: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
        body: .bytes(SharedBytes(Array(lines.utf8))))
    })
}

extension Response {
  fileprivate init(health status: String, reloadProblem: String? = nil) {
    let document = JSONWriter.document { writer in
      writer.member("status", status)
      if let reloadProblem { writer.member("reload_problem", reloadProblem) }
    }
    self.init(
      .ok, fields: [.contentType: Format.json.contentType, .cacheControl: "no-store"],
      body: .bytes(SharedBytes(document)))
  }
}
