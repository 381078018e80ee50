/// Why a file could not be read as a page. Shown as `file:line: expected …`.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; 0 where the file as a whole is meant.
  public let line: Int
  /// What a page has there.
  public let expected: String
  /// What stands there instead; short, one line.
  public let found: String

  /// `expected a head line, found the end of the file`.
  public var description: String { "expected \(expected), found \(found)" }
}
