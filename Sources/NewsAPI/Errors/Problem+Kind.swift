import HTTP

extension Problem.Kind {
  var status: Status {
    switch self {
    case .invalidParameters, .badRequest: .badRequest
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .otherDataset: .conflict
    case .unavailable: .serviceUnavailable
    case .requestTimeout: .requestTimeout
    case .preconditionFailed: .preconditionFailed
    case .contentTooLarge: .contentTooLarge
    case .uriTooLong: .uriTooLong
    case .rangeNotSatisfiable: .rangeNotSatisfiable
    case .expectationFailed: .expectationFailed
    case .headerFieldsTooLarge: .requestHeaderFieldsTooLarge
    case .internalError: .internalServerError
    case .notImplemented: .notImplemented
    case .versionNotSupported: .httpVersionNotSupported
    }
  }

  var title: String {
    switch self {
    case .invalidParameters: "Invalid query parameters"
    case .notFound: "Not found"
    case .methodNotAllowed: "Method not allowed"
    case .otherDataset: "Another dataset is served"
    case .unavailable: "Not available now"
    case .badRequest: "Not an HTTP request"
    case .requestTimeout: "The request took too long"
    case .preconditionFailed: "A precondition failed"
    case .contentTooLarge: "The request's content is too large"
    case .uriTooLong: "The request target is too long"
    case .rangeNotSatisfiable: "The range is outside the content"
    case .expectationFailed: "The expectation cannot be met"
    case .headerFieldsTooLarge: "The request's header fields are too large"
    case .internalError: "Internal error"
    case .notImplemented: "Not implemented"
    case .versionNotSupported: "HTTP version not supported"
    }
  }

  /// What it means.
  var meaning: String {
    switch self {
    case .invalidParameters:
      "A query parameter is unknown, repeated, empty, malformed or out of range. None is ever ignored, so that a mistyped filter cannot answer with everything."
    case .notFound: "Nothing is at this path, or no item has this id. A slash at the end makes another path."
    case .methodNotAllowed: "The path is right, the method is not. This API only reads."
    case .otherDataset: "The question is pinned to a dataset with dataset=, and the server holds another one now."
    case .unavailable: "The server is reading its pages, is at its limits, or is about to end."
    case .badRequest: "The bytes received do not make a request of HTTP/1.1 (RFC 9112)."
    case .requestTimeout: "The request did not arrive whole in time."
    case .preconditionFailed: "If-Match names a version that is not the present one."
    case .contentTooLarge: "The request carries more content than the server reads. No request of this API needs any."
    case .uriTooLong: "The request line is longer than the server reads."
    case .rangeNotSatisfiable:
      "None of the ranges asked for lies within the content; Content-Range says how long it is."
    case .expectationFailed: "The Expect field asks for something other than 100-continue."
    case .headerFieldsTooLarge: "The header fields are longer or more than the server reads."
    case .internalError: "Something went wrong on the server's side."
    case .notImplemented: "The server does not know the method or the transfer coding."
    case .versionNotSupported: "The server speaks HTTP/1.0 and HTTP/1.1."
    }
  }

  /// How to put it right.
  var remedy: String {
    switch self {
    case .invalidParameters: "See invalid_params for each parameter's reason and allowed values, or follow try."
    case .notFound: "Follow did_you_mean, or look for the item in list."
    case .methodNotAllowed: "Use one of the methods in the Allow field."
    case .otherDataset: "Follow try for the present dataset, and look at what has changed."
    case .unavailable: "Ask again after the seconds in Retry-After."
    case .badRequest: "Mind the host field, the line ends and the framing of the content."
    case .requestTimeout: "Send the whole request at once, on a new connection."
    case .preconditionFailed: "Ask again without If-Match, or with the present ETag."
    case .contentTooLarge: "Send the request without content."
    case .uriTooLong: "Ask for fewer values at a time."
    case .rangeNotSatisfiable: "Ask for a range within the length in Content-Range."
    case .expectationFailed: "Leave the Expect field out."
    case .headerFieldsTooLarge: "Send fewer or shorter header fields."
    case .internalError: "Ask again; if it stays, tell whoever runs the server what you asked."
    case .notImplemented: "Use GET, HEAD or OPTIONS and no transfer coding but chunked."
    case .versionNotSupported: "Ask with HTTP/1.1."
    }
  }
}
