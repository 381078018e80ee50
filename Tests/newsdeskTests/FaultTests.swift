import Foundation
import TestSupport
import Testing

/// What is around the program fails, or somebody tries to reach past it. Tests/Faults has what needs root or minutes.
@Suite(.serialized) struct FaultTests {
  @Test func `an export that cannot be written whole leaves the one before as it was`() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    #expect(try ServerProcess.run(["export", site]).code == 0)
    let whole = try contents(of: site)
    let fewer = try TemporaryFolder.seeds()
    try FileManager.default.removeItem(atPath: fewer.path + "/000_6ae238382d80987b.txt")
    try FileManager.default.createDirectory(
      atPath: site + "/teasers.csv.part/in the way", withIntermediateDirectories: true)
    let obstructed = try ServerProcess.run(["export", site, "--seeds", fewer.path])
    #expect(obstructed.code == 73)
    #expect(obstructed.errors.contains("teasers.csv.part"), "\(obstructed.errors)")
    try FileManager.default.removeItem(atPath: site + "/teasers.csv.part")
    #expect(try contents(of: site) == whole)
    // 64 blocks of 512 bytes: the first larger file does not fit.
    let limited = try ServerProcess.run(
      ["-c", "ulimit -f 64; exec \"$0\" \"$@\"", ServerProcess.executable.path, "export", site, "--seeds", fewer.path],
      of: URL(fileURLWithPath: "/bin/sh"))
    #expect(limited.code == 73)
    #expect(limited.errors.contains("File too large"), "\(limited.errors)")
    #expect(try contents(of: site) == whole)
    #expect(try ServerProcess.run(["export", site, "--seeds", fewer.path]).code == 0)
    #expect(try contents(of: site) != whole)
  }

  @Test func `a watched folder that vanishes is told of until it is back`() async throws {
    let folder = try TemporaryFolder.seeds()
    let server = try ServerProcess.serving(["--seeds", folder.path, "--watch", "1"])
    let before = try await server.get("/articles")
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-moved")
    try server.waitForLog("reload failed")
    #expect(try await server.get("/articles").body == before.body)
    #expect(try await server.get("/readyz").json["reload_problem"] != nil)
    try FileManager.default.moveItem(atPath: folder.path + "-moved", toPath: folder.path)
    try server.waitForLog("reloaded")
    #expect(try await server.get("/readyz").json["reload_problem"] == nil)
    #expect(try await server.get("/articles").body == before.body)
  }

  @Test func `too few descriptors to serve are named before anything else happens`() throws {
    let ended = try ServerProcess.run(
      ["-c", "ulimit -n 40; exec \"$0\" --host 127.0.0.1 --port 0", ServerProcess.executable.path],
      of: URL(fileURLWithPath: "/bin/sh"))
    #expect(ended.code == 71)
    #expect(ended.errors.contains("only 40 descriptors are allowed; expected at least 64"), "\(ended.errors)")
  }

  @Test func `no path leads out of the seeds folder`() throws {
    let folder = try TemporaryFolder.seeds()
    let secret = "root:x:0:0"
    try folder.write(
      Array((secret + "\n[01.02.2025] Kein Teil des Archivs. mehr...\n").utf8), to: "../newsdesk-secret.txt")
    defer { try? FileManager.default.removeItem(atPath: folder.path + "/../newsdesk-secret.txt") }
    for (link, target) in [("link.txt", "../newsdesk-secret.txt"), ("folder", ".."), ("root.txt", "/etc/passwd")] {
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    let server = try ServerProcess.serving(["--seeds", folder.path])
    #expect(server.log.contains("5 pages (0 rejected)"), "\(server.log)")
    let port = try #require(UInt16(server.address.split(separator: ":").last ?? ""))
    let up = [
      "..", "%2e%2e", ".%2e", "%2E.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..\\", "%5c..", "....//", "%2f..",
      "..%2f",
    ]
    let below = [
      "/newsdesk-secret", "%2fnewsdesk-secret", "%252fnewsdesk-secret", "\\newsdesk-secret", "/newsdesk-secret.txt",
      "/newsdesk-secret%00.txt", "/etc/passwd",
    ]
    let places = ["/sources/", "/", "/articles/", "/dashboard/", "/problems/", "//", "/sources//"]
    var targets = places.flatMap { place in up.flatMap { up in below.map { place + up + $0 } } }
    targets += [
      "/sources/link", "/sources/root", "/sources/folder%2fnewsdesk-secret", "/sources//etc/passwd",
      "/sources/%2fetc%2fpasswd", "file:///etc/passwd", "http://localhost/../etc/passwd",
      "/sources?source=../newsdesk-secret", "/sources?q=/etc/passwd",
    ]
    for target in targets {
      let client = try RawClient(port: port)
      let answer = try client.response(to: "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect((400..<500).contains(answer?.status ?? 0), "\(target): \(answer?.head ?? "closed")")
      #expect(answer?.text.contains(secret) == false, "\(target)")
    }
    #expect(try ServerProcess.run(["export", folder.path + "-site", "--seeds", folder.path]).code == 0)
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-site") }
    #expect(
      try contents(of: folder.path + "-site").values.allSatisfy {
        !String(decoding: $0, as: UTF8.self).contains(secret)
      })
  }

  /// Every file below a folder, by its path.
  private func contents(of folder: String) throws -> [String: Data] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.reduce(into: [:]) { files, path in
      let file = URL(fileURLWithPath: folder + "/" + path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
  }
}
