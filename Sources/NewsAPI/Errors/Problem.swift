import HTTP

/// The one face of every failure (RFC 9457).
struct Problem {
  let kind: Kind
  let detail: String
  /// The request target as it was received; nil where none could be read.
  let instance: String?
  /// Writes what this kind of problem says beyond RFC 9457's five members.
  var extensions: (inout JSONWriter) -> Void = { _ in }
  var fields = Fields()

  var response: Response {
    let document = JSONWriter.document {
      $0.member("type", kind.url)
      $0.member("title", kind.title)
      $0.member("status", kind.status.code)
      $0.member("detail", detail)
      if let instance { $0.member("instance", instance) }
      extensions(&$0)
    }
    var fields: Fields = [
      .contentType: "application/problem+json",
      .cacheControl: kind.status == .serviceUnavailable ? "no-store" : "max-age=0",
    ]
    for field in self.fields.lines { fields.append(field.name, field.value) }
    return Response(kind.status, fields: fields, body: .bytes(SharedBytes(document)))
  }
}

extension Problem {
  init(_ error: APIError, instance: String) {
    switch error {
    case .invalidParameters(let parameters, let link):
      let detail =
        parameters.count == 1 ? "1 parameter is not acceptable." : "\(parameters.count) parameters are not acceptable."
      self.init(
        kind: .invalidParameters, detail: detail, instance: instance,
        extensions: { writer in
          writer.member("invalid_params", parameters) { parameter, writer in
            writer.member("name", parameter.name)
            if let value = parameter.value { writer.member("value", value) }
            writer.member("reason", parameter.reason)
            if let meant = parameter.didYouMean { writer.member("did_you_mean", meant) }
            if !parameter.allowed.isEmpty { writer.member("allowed", parameter.allowed) }
          }
          writer.member("try", link)
        })
    case .notFound(let detail, let list, let links):
      self.init(
        kind: .notFound, detail: detail, instance: instance,
        extensions: {
          $0.member("did_you_mean", links)
          $0.member("list", list)
        })
    case .methodNotAllowed(let method, let allowed):
      self.init(
        kind: .methodNotAllowed, detail: "\(method.rawValue) is not for this path; \(allowed) are.", instance: instance,
        fields: [.allow: allowed])
    case .otherDataset(let asked, let served, let link):
      self.init(
        kind: .otherDataset, detail: "The dataset \(asked) is asked for, \(served) is served.", instance: instance,
        extensions: {
          $0.member("dataset", served)
          $0.member("try", link)
        })
    case .loading(let percent):
      self.init(
        kind: .unavailable, detail: "The pages are being read: \(percent) % done.", instance: instance,
        extensions: { $0.member("percent", percent) }, fields: [.retryAfter: "1"])
    case .draining:
      self.init(
        kind: .unavailable, detail: "This server is about to end.", instance: instance, fields: [.retryAfter: "5"])
    }
  }
}
