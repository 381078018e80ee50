import HTTP
import NewsArchive

/// One answer of the API as a file: which URL it answers, and where in a folder it belongs.
public struct ExportedFile: Sendable, Equatable {
  /// The URL: `/events?format=ics`.
  public let url: String
  /// The path of the file, relative, without `.` and `..`: `events.ics`.
  public let path: String
}

extension API {
  /// Everything the API can be asked without a question of one's own: every item, and every list in every form.
  ///
  /// A list's JSON is its first page; its NDJSON and CSV hold all of it. Empty while no archive is served.
  /// O(*n*) in the items.
  public var exportedFiles: [ExportedFile] {
    guard let archive = archive else { return [] }
    return Endpoint.all.flatMap { endpoint -> [ExportedFile] in
      guard case .archive = endpoint.answer, endpoint.path != Endpoint.search.path else { return [] }
      let formats = endpoint.formats
      return endpoint.paths(in: archive).flatMap { path in
        formats.map { format in
          ExportedFile(
            url: format == formats.first ? path : path + "?format=" + format.rawValue,
            path: endpoint.file(of: path, as: format))
        }
      }
    }
  }
}

extension Endpoint {
  /// The endpoint's path with everything its placeholder can stand for.
  fileprivate func paths(in archive: Archive) -> [String] {
    let template = path.description
    guard let open = template.firstIndex(of: "{") else { return [template] }
    let list = String(template[..<open])
    switch path {
    case Endpoint.problemType.path: return Problem.Kind.all.map { list + $0.name }
    case Endpoint.dashboardAsset.path: return Dashboard.assets.keys.sorted().map { list + $0 }
    case _:
      guard let kind = ItemKind(rawValue: list.filter { $0 != "/" }) else { return [] }
      return (0..<kind.count(in: archive)).map { kind.url($0, in: archive) }
    }
  }

  /// Where an answer belongs: its path, with an ending that tells its form.
  fileprivate func file(of path: String, as format: Format) -> String {
    let name = path == "/" ? "index" : String(path.dropFirst())
    switch format {
    case .json, .ndjson, .csv, .atom, .ics: return name + "." + format.rawValue
    case .feed, .timelinejs: return name + "." + format.rawValue + ".json"
    case .mermaid: return name + ".mmd"
    case .text where self.path == Endpoint.source.path: return name + ".txt"
    case .text where self.path == Endpoint.dashboard.path: return name + ".html"
    // The contract and the dashboard's files have their endings already.
    case .text: return name
    }
  }
}
