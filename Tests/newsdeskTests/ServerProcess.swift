import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The built program as a process of its own: started, asked, signalled, waited for, and ended with the test.
final class ServerProcess {
  private let process = Process()
  private let standardOutput = Pipe()
  private let standardError = Pipe()
  /// What asks it: without a cache, so that every answer is the server's own.
  let session = URLSession(configuration: .ephemeral)
  /// What it has written to standard error so far.
  private(set) var log = ""
  /// `http://127.0.0.1:PORT`, as the start line says it.
  private(set) var address = ""

  /// Where SwiftPM put the program: beside the running test bundle.
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("newsdesk")
  }

  /// The project's folder, found from this file.
  static var project: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Starts the program, or another that starts it, in the project's folder. Whatever happens, it is ended after
  /// five minutes: a machine that does something else besides takes one or two.
  init(_ arguments: [String], of program: URL = executable, environment: [String: String] = [:]) throws {
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = ServerProcess.project
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    let identifier = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + 300) { [weak process] in
      if process?.isRunning == true { kill(identifier, SIGKILL) }
    }
  }

  deinit {
    session.invalidateAndCancel()
    if process.isRunning { process.terminate() }
  }

  /// Starts a server on a free port of 127.0.0.1 and waits for the line that says what it loaded.
  static func serving(
    _ arguments: [String] = [], environment: [String: String] = [:], readsOutput: Bool = true
  ) throws -> ServerProcess {
    let server = try ServerProcess(["--host", "127.0.0.1", "--port", "0"] + arguments, environment: environment)
    try server.waitForLog("dataset")
    // The access log's pipe is emptied, or a long test would fill it; not where the test reads it itself at the end.
    if readsOutput { server.standardOutput.fileHandleForReading.readabilityHandler = { _ = $0.availableData } }
    let start = try #require(server.log.range(of: "http://127.0.0.1:"))
    server.address = "http://127.0.0.1:" + server.log[start.upperBound...].prefix(while: \.isNumber)
    return server
  }

  /// Reads standard error until `text` stands in it or the program ends.
  func waitForLog(_ text: String) throws {
    while !log.contains(text) {
      let data = standardError.fileHandleForReading.availableData
      if data.isEmpty { break }
      log += String(decoding: data, as: UTF8.self)
    }
    try #require(log.contains(text), "the program wrote: \(log)")
  }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Waits for the end; what was written since, and the exit code.
  func waitForEnd() -> (code: Int32, output: String, errors: String) {
    standardOutput.fileHandleForReading.readabilityHandler = nil
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    log += String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self), log)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], of program: URL = executable, environment: [String: String] = [:]
  ) throws -> (
    code: Int32, output: String, errors: String
  ) {
    try ServerProcess(arguments, of: program, environment: environment).waitForEnd()
  }
}

/// A folder that is gone with its value.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: [UInt8]] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("newsdesk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path).appendingPathComponent(name))
  }

  /// A folder with the project's seeds, each under the name that `rename` gives it.
  static func seeds(renamed rename: (Int, String) -> String = { $1 }) throws -> TemporaryFolder {
    let seeds = ServerProcess.project.appendingPathComponent("seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path).filter { $0.hasSuffix(".txt") }.sorted()
    let folder = try TemporaryFolder()
    for (index, name) in names.enumerated() {
      try folder.write([UInt8](Data(contentsOf: seeds.appendingPathComponent(name))), to: rename(index, name))
    }
    return folder
  }
}
