/// A path with placeholders: `/articles/{id}`.
///
/// A placeholder matches one segment that is not empty; one with dots before its closing brace, at the end,
/// matches all that is left, slashes included: `/sources/{name...}`.
public struct PathPattern: Sendable, Equatable, CustomStringConvertible {
  private enum Part: Sendable, Equatable {
    case literal(String)
    case segment
    case rest
  }

  private let parts: [Part]
  /// The template as a reader of the contract writes it: `/sources/{name}`.
  public let description: String

  /// The pattern that `template` writes.
  public init(_ template: String) {
    parts = template.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { part in
      guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
      return part.hasSuffix("...}") ? .rest : .segment
    }
    description = template.hasSuffix("...}") ? String(template.dropLast(4)) + "}" : template
  }

  /// The text in the placeholder, `""` where the pattern has none; nil if the path is another one.
  public func match(_ segments: [String]) -> String? {
    var value = ""
    for (index, part) in parts.enumerated() {
      guard index < segments.count else { return nil }
      switch part {
      case .literal(let text): if segments[index] != text { return nil }
      case .segment:
        if segments[index].isEmpty { return nil }
        value = segments[index]
      case .rest:
        value = segments[index...].joined(separator: "/")
        return value.isEmpty ? nil : value
      }
    }
    return segments.count == parts.count ? value : nil
  }
}
