import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The built program, seen from outside: what an operator and a newcomer meet.
@Suite(.serialized) struct ProgramTests {
  @Test func `a start line says where the server listens and what it loaded`() throws {
    let server = try ServerProcess.serving()
    #expect(server.log.contains("5 pages (0 rejected), 5 articles, 50 teasers"), "\(server.log)")
  }

  @Test func `what cannot be used is one clear line and its own exit code`() throws {
    let empty = try TemporaryFolder()
    for (arguments, code, words) in [
      (["--seeds", empty.path + "/none"], 66, "does not exist; expected a folder"),
      (["--seeds", empty.path], 66, "expected at least one page"),
      (["--seeds", ServerProcess.project.path + "/README.md"], 66, "is a file; expected a folder"),
      (["check", empty.path + "/none"], 66, "does not exist; expected a folder"),
      (["--port", "eighty"], 64, "expected a number from 0 to 65535"),
      (["--colour"], 64, "expected one of --seeds"),
      (["sing"], 64, "expected a command"),
    ] {
      let ended = try ServerProcess.run(["--host", "127.0.0.1", "--port", "0"] + arguments)
      #expect(ended.code == code, "\(arguments): \(ended.errors)")
      #expect(ended.errors.contains(words), "\(arguments): \(ended.errors)")
      #expect(ended.errors.split(separator: "\n").count <= 2, "\(arguments): \(ended.errors)")
    }
  }

  @Test func `a busy port ends the second server with 69 and names the port`() throws {
    let first = try ServerProcess.serving()
    let port = try #require(first.address.split(separator: ":").last)
    let second = try ServerProcess.run(["--host", "127.0.0.1", "--port", String(port)])
    #expect(second.code == 69)
    #expect(second.errors.contains("127.0.0.1:\(port)"), "\(second.errors)")
  }

  @Test func `SIGTERM and SIGINT end the server with 0`() throws {
    for number in [SIGTERM, SIGINT] {
      let server = try ServerProcess.serving()
      server.signal(number)
      #expect(server.waitForEnd().code == 0)
    }
  }

  @Test func `a stopped and continued server goes on answering`() async throws {
    let server = try ServerProcess.serving()
    _ = try await server.get("/")
    server.signal(SIGSTOP)
    server.signal(SIGCONT)
    #expect(try await server.get("/livez").status == 200)
  }

  @Test func `a file that is no page is listed with the reason and takes no other down`() async throws {
    let folder = try TemporaryFolder.seeds()
    try folder.write([], to: "empty.txt")
    let server = try ServerProcess.serving(["--seeds", folder.path])
    #expect(server.log.contains("empty.txt"), "\(server.log)")
    #expect(try await server.get("/articles").json["total"] as? Int == 5)
    let source = try await server.get("/sources/empty?format=json").json
    #expect(source["status"] as? String == "rejected")
    #expect((source["problem"] as? String)?.contains("expected") == true)
    let check = try ServerProcess.run(["check", folder.path])
    #expect(check.code == 65)
    #expect(check.output.contains("REJECTED empty.txt"), "\(check.output)")
    let sound = try ServerProcess.run(["check", "--format", "json"])
    #expect(sound.code == 0)
    let row = try #require(sound.output.split(separator: "\n").first)
    #expect(row.contains("\"teasers\":15,\"partners\":") && !row.contains("\"cooperations\":0"), "\(row)")
  }

  @Test func `the health check is 0 while a server is ready and 69 without one`() throws {
    let server = try ServerProcess.serving()
    let port = try #require(server.address.split(separator: ":").last)
    #expect(try ServerProcess.run(["healthcheck", "--port", String(port)]).code == 0)
    server.signal(SIGTERM)
    _ = server.waitForEnd()
    #expect(try ServerProcess.run(["healthcheck", "--port", String(port)]).code == 69)
  }

  @Test func `SIGHUP serves a page that was added, under another dataset`() async throws {
    let folder = try TemporaryFolder.seeds()
    let removed = folder.path + "/000_6ae238382d80987b.txt"
    let page = try Data(contentsOf: URL(fileURLWithPath: removed))
    try FileManager.default.removeItem(atPath: removed)
    let server = try ServerProcess.serving(["--seeds", folder.path])
    let before = try await server.get("/articles")
    try folder.write([UInt8](page), to: "000_6ae238382d80987b.txt")
    server.signal(SIGHUP)
    try server.waitForLog("reloaded")
    let after = try await server.get("/articles")
    #expect(before.json["total"] as? Int == 4)
    #expect(after.json["total"] as? Int == 5)
    #expect(before.headers["dataset"] != after.headers["dataset"])
    #expect(after.headers["etag"] != nil)
    #expect(before.headers["etag"] != after.headers["etag"])
  }

  @Test func `a watched folder's new page is served, its removed page is not`() async throws {
    let folder = try TemporaryFolder.seeds()
    let server = try ServerProcess.serving(["--seeds", folder.path, "--watch", "1"])
    let page = folder.path + "/001_84183b4452282d61.txt"
    try FileManager.default.copyItem(atPath: page, toPath: folder.path + "/copy.txt")
    try server.waitForLog("6 pages")
    try FileManager.default.removeItem(atPath: page)
    try FileManager.default.removeItem(atPath: folder.path + "/000_6ae238382d80987b.txt")
    try server.waitForLog("4 pages")
    #expect(try await server.get("/sources").json["total"] as? Int == 4)
  }

  @Test func `a reload that fails leaves the pages before it served`() async throws {
    let folder = try TemporaryFolder.seeds()
    let server = try ServerProcess.serving(["--seeds", folder.path])
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-moved")
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-moved") }
    server.signal(SIGHUP)
    try server.waitForLog("reload failed")
    #expect(try await server.get("/articles").json["total"] as? Int == 5)
    let metrics = String(decoding: try await server.get("/metrics").body, as: UTF8.self)
    #expect(metrics.contains("newsdesk_archive_reloads_total{result=\"failure\"} 1"))
    let ready = try await server.get("/readyz")
    #expect(ready.status == 200)
    #expect((ready.json["reload_problem"] as? String)?.contains("does not exist") == true)
  }

  @Test func `at log level warning only refusals are logged`() async throws {
    let server = try ServerProcess.serving(["--log-level", "warning", "--log-format", "json"], readsOutput: false)
    _ = try await server.get("/articles")
    _ = try await server.get("/artikel")
    server.signal(SIGTERM)
    let lines = server.waitForEnd().output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      lines.first?.contains("\"level\":\"warning\",\"method\":\"GET\",\"path\":\"/artikel\",\"status\":404") == true)
  }

  @Test func `renaming the pages keeps every article and teaser id`() async throws {
    let renamed = try TemporaryFolder.seeds(renamed: { index, _ in "page-\(9 - index).txt" })
    let first = try ServerProcess.serving()
    let second = try ServerProcess.serving(["--seeds", renamed.path])
    for path in ["/articles?limit=100&fields=id&sort=title", "/teasers?limit=100&fields=id&sort=title"] {
      let ids = try await first.get(path).json["items"] as? [[String: String]]
      #expect(try await second.get(path).json["items"] as? [[String: String]] == ids)
      #expect(ids?.isEmpty == false)
    }
  }

  @Test func `the README's curl lines answer`() throws {
    let server = try ServerProcess.serving()
    let readme = try String(contentsOf: ServerProcess.project.appendingPathComponent("README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "## Five questions"))
    let section = readme[start.upperBound...]
    let end = section.range(of: "\n## ")?.lowerBound ?? section.endIndex
    let lines = section[..<end].split(separator: "\n").filter { $0.hasPrefix("curl ") }
    #expect(lines.count >= 5)
    for line in lines {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      let command = line.replacingOccurrences(of: "http://localhost:8080", with: server.address)
        .replacingOccurrences(of: "localhost:8080", with: server.address)
      shell.arguments = ["-c", command.replacingOccurrences(of: "curl ", with: "curl --fail --max-time 10 ")]
      let output = Pipe()
      shell.standardOutput = output
      try shell.run()
      let answer = output.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0, "\(line)")
      #expect(!answer.isEmpty, "\(line)")
    }
  }
}

extension ServerProcess {
  /// What a request was answered with.
  struct Answer {
    let status: Int
    /// By name in lower case.
    let headers: [String: String]
    let body: Data

    /// The body as a JSON object; an empty one if it is none.
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body) as? [String: Any]) ?? [:] }
  }

  /// Asks the server with a client nobody here wrote.
  func get(_ path: String) async throws -> Answer {
    let url = try #require(URL(string: address + path))
    let (body, response) = try await session.data(for: URLRequest(url: url, timeoutInterval: 10))
    let http = try #require(response as? HTTPURLResponse)
    let headers = http.allHeaderFields.reduce(into: [String: String]()) { fields, field in
      if let name = field.key as? String { fields[name.lowercased()] = field.value as? String }
    }
    return Answer(status: http.statusCode, headers: headers, body: body)
  }
}
