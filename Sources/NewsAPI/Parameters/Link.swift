import HTTP
import NewsArchive

/// A URL of this API in its one canonical form: parameters by name, defaults left out.
///
/// Equal questions have equal links, so a link is what streamed answers are tagged by.
struct Link: CustomStringConvertible, JSONValue {
  private struct Parameter {
    let name: String
    let value: String
    /// Percent-encoded.
    let text: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
      text = name + "=" + value.percentEncoded(keeping: ",:/")
    }
  }

  /// Percent-encoded.
  var path: String
  private var parameters: [Parameter]

  /// A link to a path, which is percent-encoded already, with parameters in any order.
  init(_ path: String, _ parameters: [(name: String, value: String)] = []) {
    self.path = path
    self.parameters = parameters.map(Parameter.init)
    sort()
  }

  /// The same with every parameter of these names taken out, and others put in.
  func replacing(_ names: [String], with others: [(name: String, value: String)] = []) -> Link {
    var link = self
    link.parameters.removeAll { names.contains($0.name) }
    guard !others.isEmpty else { return link }
    link.parameters += others.map(Parameter.init)
    link.sort()
    return link
  }

  private mutating func sort() { parameters.sort { ($0.name, $0.value) < ($1.name, $1.value) } }

  var description: String { String(append) }
  var cells: [String] { [description] }

  func write(to writer: inout JSONWriter) { writer.string(append) }

  /// Adds the URL to a text.
  func append(to text: inout TextBuffer) {
    text.append(path)
    for (index, parameter) in parameters.enumerated() {
      text.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
      text.append(parameter.text)
    }
  }
}
