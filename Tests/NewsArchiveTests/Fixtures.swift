import Foundation
import Testing

@testable import NewsArchive

/// The five real pages of the project, read from the repository.
enum Seeds {
  /// The folder `seeds` of the repository.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds").path(percentEncoded: false)

  /// The five files, by name.
  static var files: [SeedFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      let content = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      return SeedFile(name: String(name.dropLast(4)), bytes: Array(content))
    }
  }

  /// The archive of the five files.
  static var archive: Archive { Archive(sources: files.map { Source(file: $0) }, version: "test") }
}

extension Page {
  /// A page of a text, or the sentence that says why it is none.
  static func outcome(_ text: String) -> Result<Page, ReadingError> { outcome(Array(text.utf8)) }

  /// A page of bytes, or the sentence that says why it is none.
  static func outcome(_ bytes: [UInt8]) -> Result<Page, ReadingError> {
    do throws(ReadingError) { return .success(try Page.read(SeedFile(name: "page", bytes: bytes))) } catch {
      return .failure(error)
    }
  }

  /// What stands where, a line for each segment that is not blank: `head-line: Bayern…`.
  var outline: [String] {
    segments.filter { $0.kind != .blank }.map { "\($0.kind.rawValue): \(file.text($0.range))" }
  }
}

extension Result<Page, ReadingError> {
  /// The page's outline, or the error in one line.
  var outline: [String] {
    switch self {
    case .success(let page): page.outline
    case .failure(let error): ["\(error.line): \(error)"]
    }
  }
}

/// Expects that the segments of a source follow each other from its first byte to its last, each on its line.
func expectTiling(_ source: Source, _ context: String = "") {
  var position: UInt32 = 0
  var line = 1
  for segment in source.segments {
    #expect(
      segment.range.lowerBound == position && !segment.range.isEmpty && segment.line == line,
      "\(source.name): \(context)")
    position = segment.range.upperBound
    line += source.file.bytes[segment.range.indices].count { $0 == UInt8(ascii: "\n") }
  }
  #expect(Int(position) == source.file.bytes.count, "\(source.name): \(context)")
}
