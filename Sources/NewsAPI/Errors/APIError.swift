import HTTP

/// What kept a question from being answered. `Problem` gives it its face.
enum APIError: Error {
  struct InvalidParameter {
    let name: String
    var value: String?
    let reason: String
    var didYouMean: String?
    var allowed: [String] = []
  }

  /// All that is wrong with the parameters, and a link that is right.
  case invalidParameters([InvalidParameter], try: String)
  /// What there is nothing of, where it would be listed, and links to the nearest.
  case notFound(String, list: String, didYouMean: [String])
  /// The path has these methods only.
  case methodNotAllowed(Method, allowed: String)
  /// Another dataset is served; the link asks for that one.
  case otherDataset(asked: String, served: String, try: String)
  /// The pages are being read; percent of them are.
  case loading(percent: Int)
  /// The server is about to end.
  case draining
}

extension APIError {
  /// The error for a name that none of the documents at a path has.
  static func unknownDocument(_ name: String, of names: [String], at path: String, list: String) -> APIError {
    .notFound(
      "Nothing is called \(name) here.", list: list, didYouMean: name.nearest(of: names).map { [path + $0] } ?? [])
  }
}
