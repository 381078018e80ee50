import Foundation

/// Compares a whole output with a file that a person has read and approved.
///
/// `RECORD_GOLDEN=1` writes the file anew and still fails, so that a recorded golden is looked at before it counts.
public enum Golden {
  /// What is wrong; nil if `output` is the content of `Goldens/<name>` beside the test's file.
  public static func difference(_ output: String, _ name: String, testFile: String = #filePath) -> String? {
    let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Goldens").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(output.utf8).write(to: file)
        return "\(name) was recorded; read it, then run again without RECORD_GOLDEN"
      } catch {
        return "\(name) cannot be recorded: \(error)"
      }
    }
    guard let content = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
      return "\(name) does not exist; record it with RECORD_GOLDEN=1"
    }
    let expected = String(decoding: content, as: UTF8.self)
    if expected == output { return nil }
    let lines = (
      expected: expected.split(separator: "\n", omittingEmptySubsequences: false),
      found: output.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let index = zip(lines.expected, lines.found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let index else { return "\(name) has \(lines.expected.count) lines, the output \(lines.found.count)" }
    return "\(name):\(index + 1): expected “\(lines.expected[index])”, found “\(lines.found[index])”"
  }
}
