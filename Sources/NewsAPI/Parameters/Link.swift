import HTTP
import NewsArchive

/// A URL of this API in its one canonical form: parameters by name, defaults left out.
///
/// Equal questions have equal links, so a link is what streamed answers are tagged by.
struct Link: CustomStringConvertible, JSONValue {
  /// Percent-encoded.
  var path: String
  private let parameters: [(name: String, value: String)]

  /// A link to a path, which is percent-encoded already, with parameters in any order.
  init(_ path: String, _ parameters: [(name: String, value: String)] = []) {
    self.path = path
    self.parameters = parameters.sorted { $0 < $1 }
  }

  /// The same with every parameter of these names taken out, and others put in.
  func replacing(_ names: [String], with others: [(name: String, value: String)] = []) -> Link {
    Link(path, parameters.filter { !names.contains($0.name) } + others)
  }

  var description: String { String(append) }
  var cells: [String] { [description] }

  func write(to writer: inout JSONWriter) { writer.string(append) }

  func append(to text: inout TextBuffer) {
    text.append(path)
    for (index, parameter) in parameters.enumerated() {
      text.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
      text.append(parameter.name)
      text.append(UInt8(ascii: "="))
      text.append(parameter.value.percentEncoded(keeping: ",:/"))
    }
  }
}
