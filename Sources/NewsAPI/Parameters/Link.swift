import HTTP

/// A URL of this API in its one canonical form: parameters by name, defaults left out.
///
/// Equal questions have equal links, so a link is what streamed answers are tagged by.
struct Link: CustomStringConvertible {
  let path: String
  let parameters: [(name: String, value: String)]

  /// A link to a path, which is percent-encoded already, with parameters in any order.
  init(_ path: String, _ parameters: [(name: String, value: String)] = []) {
    self.path = path
    self.parameters = parameters.sorted { $0 < $1 }
  }

  /// The same with every parameter of these names taken out, and others put in.
  func replacing(_ names: [String], with others: [(name: String, value: String)] = []) -> Link {
    Link(path, parameters.filter { !names.contains($0.name) } + others)
  }

  var description: String {
    var text = path
    var separator = "?"
    for (name, value) in parameters {
      text += separator
      text += name
      text += "="
      text += value.percentEncoded(keeping: ",:/")
      separator = "&"
    }
    return text
  }
}
