import HTTP

extension Problem {
  /// A kind of problem with a page of its own under `/problems/`.
  struct Kind: Sendable {
    let name: String
    let status: Status
    let title: String
    /// What it means.
    let meaning: String
    /// How to put it right.
    let remedy: String

    init(_ name: String, _ status: Status, _ title: String, _ meaning: String, _ remedy: String) {
      (self.name, self.status, self.title, self.meaning, self.remedy) = (name, status, title, meaning, remedy)
    }

    var url: String { "/problems/" + name }

    static let all = [
      invalidParameters, notFound, methodNotAllowed, otherDataset, unavailable, badRequest, requestTimeout,
      preconditionFailed, contentTooLarge, uriTooLong, rangeNotSatisfiable, expectationFailed, headerFieldsTooLarge,
      internalError, notImplemented, versionNotSupported,
    ]
  }
}

extension Problem.Kind {
  static let invalidParameters = Self(
    "invalid-parameters", .badRequest, "Invalid query parameters",
    "A query parameter is unknown, repeated, empty, malformed or out of range. None is ever ignored, so that a mistyped filter cannot answer with everything.",
    "See invalid_params for each parameter's reason and allowed values, or follow try.")
  static let notFound = Self(
    "not-found", .notFound, "Not found",
    "Nothing is at this path, or no item has this id. A slash at the end makes another path.",
    "Follow did_you_mean, or look for the item in list.")
  static let methodNotAllowed = Self(
    "method-not-allowed", .methodNotAllowed, "Method not allowed",
    "The path is right, the method is not. This API only reads.",
    "Use one of the methods in the Allow field.")
  static let otherDataset = Self(
    "other-dataset", .conflict, "Another dataset is served",
    "The question is pinned to a dataset with dataset=, and the server holds another one now.",
    "Follow try for the present dataset, and look at what has changed.")
  static let unavailable = Self(
    "unavailable", .serviceUnavailable, "Not available now",
    "The server is reading its pages, is at its limits, or is about to end.",
    "Ask again after the seconds in Retry-After.")
  static let badRequest = Self(
    "bad-request", .badRequest, "Not an HTTP request",
    "The bytes received do not make a request of HTTP/1.1 (RFC 9112).",
    "Mind the host field, the line ends, the framing of the content and the target's escapes; curl writes those with -G --data-urlencode 'q=münchen'."
  )
  static let requestTimeout = Self(
    "request-timeout", .requestTimeout, "The request took too long",
    "The request did not arrive whole in time.",
    "Send the whole request at once, on a new connection.")
  static let preconditionFailed = Self(
    "precondition-failed", .preconditionFailed, "A precondition failed",
    "If-Match names a version that is not the present one.",
    "Ask again without If-Match, or with the present ETag.")
  static let contentTooLarge = Self(
    "content-too-large", .contentTooLarge, "The request's content is too large",
    "The request carries more content than the server reads. No request of this API needs any.",
    "Send the request without content.")
  static let uriTooLong = Self(
    "uri-too-long", .uriTooLong, "The request target is too long",
    "The request line is longer than the server reads.",
    "Ask for fewer values at a time.")
  static let rangeNotSatisfiable = Self(
    "range-not-satisfiable", .rangeNotSatisfiable, "The range is outside the content",
    "None of the ranges asked for lies within the content; Content-Range says how long it is.",
    "Ask for a range within the length in Content-Range.")
  static let expectationFailed = Self(
    "expectation-failed", .expectationFailed, "The expectation cannot be met",
    "The Expect field asks for something other than 100-continue.",
    "Leave the Expect field out.")
  static let headerFieldsTooLarge = Self(
    "header-fields-too-large", .requestHeaderFieldsTooLarge, "The request's header fields are too large",
    "The header fields are longer or more than the server reads.",
    "Send fewer or shorter header fields.")
  static let internalError = Self(
    "internal-error", .internalServerError, "Internal error",
    "Something went wrong on the server's side.",
    "Ask again; if it stays, tell whoever runs the server what you asked.")
  static let notImplemented = Self(
    "not-implemented", .notImplemented, "Not implemented",
    "The server does not know the method or the transfer coding.",
    "Use GET, HEAD or OPTIONS and no transfer coding but chunked.")
  static let versionNotSupported = Self(
    "version-not-supported", .httpVersionNotSupported, "HTTP version not supported",
    "The server speaks HTTP/1.0 and HTTP/1.1.",
    "Ask with HTTP/1.1.")
}
