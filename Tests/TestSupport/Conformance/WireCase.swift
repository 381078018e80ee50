/// Bytes a client sends at once, and what the wire answers: the same table for the pure machine and for a socket.
public struct WireCase: Sendable {
  /// What the case shows, as a sentence.
  public let name: String
  /// What is sent, all of it; the client sends nothing more.
  public let input: [UInt8]
  /// The statuses answered, interim ones included.
  public let statuses: [Int]
  /// Whether the connection would take another request then.
  public let isOpen: Bool
  /// Fields of the last answer: a value, or nil for a field that must not be there.
  public let fields: [(name: String, value: String?)]
  /// The content of the last answer, if it matters.
  public let content: String?
  /// Which of the final answers are to HEAD.
  public let areHeads: [Bool]

  /// A case as it stands in the tables: `input` with CRLF written out.
  public init(
    _ name: String, _ input: String, _ statuses: [Int], isOpen: Bool = true,
    fields: [(name: String, value: String?)] = [], content: String? = nil, areHeads: [Bool] = []
  ) {
    self.name = name
    self.input = Array(input.utf8)
    self.statuses = statuses
    self.isOpen = isOpen
    self.fields = fields
    self.content = content
    self.areHeads = areHeads
  }

  /// A request that breaks a rule: answered once, and then the connection ends.
  public static func refused(_ name: String, _ status: Int, _ input: String) -> WireCase {
    WireCase(name, input, [status], isOpen: false)
  }

  /// A GET of `target` with these field lines beside Host.
  public static func get(
    _ name: String, _ target: String, _ lines: [String] = [], _ status: Int = 200, isOpen: Bool = true,
    fields: [(name: String, value: String?)] = [], content: String? = nil
  ) -> WireCase {
    WireCase(
      name, message("GET \(target) HTTP/1.1", ["Host: a"] + lines), [status], isOpen: isOpen, fields: fields,
      content: content)
  }

  /// A head of a request line and field lines.
  public static func message(_ requestLine: String, _ lines: [String], _ content: String = "") -> String {
    ([requestLine] + lines).map { $0 + "\r\n" }.joined() + "\r\n" + content
  }

  /// All cases.
  public static let all: [WireCase] =
    requestLines + versions + hosts + fieldLines + contentLengths + chunked + persistence + expectations + methods
    + preconditions + ranges + codings + pipelines
}
