import HTTP
import NewsAPI
import NewsArchive

/// `export`: every answer of the API as a file, the same bytes that a server sends.
///
/// All files are written beside their places first and moved there when the last one is: whatever keeps the export from
/// being written leaves the one before as it was, and every file is whole at any moment. `export.json` comes last: it
/// tells which URL each file answers, and that the export is complete.
struct Export {
  /// A file or folder that cannot be written; shown as one line.
  struct Failure: Error {
    let path: String
    let code: Int32

    var description: String {
      guard let reason = unsafe strerror(code) else { return "\(path): error \(code)" }
      return unsafe "\(path): \(String(cString: reason)); expected a folder that can be written to"
    }
  }

  private let folder: String
  private let handler: Handler
  /// The places whose drafts are written.
  private var drafted: [String] = []

  /// Writes all files; `cannotCreate` if one cannot be written, `noInput` without pages.
  static func run(_ configuration: Configuration, to folder: String) -> ExitCode {
    let log = Log(configuration)
    let api = API(version: Newsdesk.version, corsOrigin: configuration.corsOrigin)
    let archive: Archive
    do throws(SeedDirectoryError) {
      archive = try Archive.load(folder: configuration.seeds, version: Newsdesk.version)
    } catch {
      log.say(.error, error.description)
      return .noInput
    }
    api.serve(archive)
    var export = Export(folder: folder, handler: api.handler)
    do throws(Failure) {
      let files = api.exportedFiles
      var entries: [String] = []
      for (number, file) in files.enumerated() {
        entries.append(try export.draft(file))
        if number % 1_000 == 0 { log.progress("writing", Double(number) / Double(files.count)) }
      }
      let list = "{\"dataset\":\"\(archive.dataset)\",\"files\":[\n\(entries.joined(separator: ",\n"))\n]}\n"
      try export.draft(.bytes(SharedBytes(Array(list.utf8))), at: "export.json")
      for place in export.drafted where unsafe rename(draft(of: place), place) != 0 {
        throw Failure(path: place, code: errno)
      }
      log.say(.info, "wrote \(files.count) files to \(folder); dataset \(archive.dataset)")
      return .success
    } catch {
      for place in export.drafted { _ = unsafe unlink(Self.draft(of: place)) }
      log.say(.error, error.description)
      return .cannotCreate
    }
  }

  /// Writes the draft of the answer to a URL; what `export.json` says of it.
  private mutating func draft(_ file: ExportedFile) throws(Failure) -> String {
    guard let target = RequestTarget(file.url) else { throw Failure(path: file.url, code: EINVAL) }
    let response = handler(Request(method: .get, target: target))
    try draft(response.body, at: file.path)
    let type = response.fields[.contentType] ?? ""
    return
      "{\"url\":\"\(Log.escaped(file.url))\",\"file\":\"\(Log.escaped(file.path))\",\"content_type\":\"\(Log.escaped(type))\"}"
  }

  private mutating func draft(_ body: Body, at path: String) throws(Failure) {
    let place = folder + "/" + path
    try makeFolders(above: place)
    let draft = Self.draft(of: place)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: draft, code: errno) }
    defer { _ = close(descriptor) }
    drafted.append(place)
    func put(_ bytes: ArraySlice<UInt8>) throws(Failure) {
      let code = Log.put(bytes, to: descriptor)
      guard code == 0 else { throw Failure(path: draft, code: code) }
    }
    switch body {
    case .empty: break
    case .bytes(let bytes): try put(bytes.storage[bytes.range])
    case .chunks(let start):
      let next = start()
      while let piece = next() { try put(piece[...]) }
    }
  }

  private static func draft(of place: String) -> String { place + ".part" }

  private func makeFolders(above place: String) throws(Failure) {
    var path = ""
    for part in place.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      path += part + "/"
      guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
    }
  }
}
