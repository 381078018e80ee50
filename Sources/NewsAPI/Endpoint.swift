import HTTP
import NewsArchive

/// One path of the API: what it takes, in which forms it answers, and the function that answers.
///
/// `all` is the one list: routing, `Allow`, the checking of parameters, the index at `/` and the contract test read it.
struct Endpoint: Sendable {
  /// Where an answer comes from.
  enum Answer: Sendable {
    /// From the archive; before there is one, a problem.
    case archive(@Sendable (Arguments, Generation) throws(APIError) -> Response)
    /// From the server's own state, whatever that is.
    case state(@Sendable (API, API.State) throws(APIError) -> Response)
  }

  let path: PathPattern
  /// A line for people.
  let summary: String
  var parameters: [Parameter] = []
  /// The default first.
  var formats: [Format] = [.json]
  let answer: Answer

  static let all: [Endpoint] = [
    index,
    list(.articles), item(.articles), list(.teasers), item(.teasers),
    list(.partners), item(.partners), list(.cooperations), item(.cooperations),
    list(.events), item(.events), list(.timelines), timeline, network, search,
    stats, list(.sources), source, contract, problemType, dashboard, dashboardAsset, live, ready, metrics,
  ]

  /// The endpoint at a path, and the text in its placeholder.
  static func match(_ segments: [String]) -> (endpoint: Endpoint, placeholder: String)? {
    for endpoint in all {
      if let placeholder = endpoint.path.match(segments) { return (endpoint, placeholder) }
    }
    return nil
  }

  /// The methods of every path.
  static let methods = "GET, HEAD, OPTIONS"

  /// The path with its parameters as a URI template (RFC 6570).
  var uriTemplate: String {
    // A source's name has slashes that stay slashes.
    let path = path.description.replacing("{name}", with: "{+name}")
    let names = parameters.map { $0.repeats ? $0.name + "*" : $0.name }
    return names.isEmpty ? path : path + "{?" + names.joined(separator: ",") + "}"
  }
}
