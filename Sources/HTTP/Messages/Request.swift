/// A complete request as a handler sees it. Bodies are read and thrown away by the wire: this API only reads.
public struct Request: Sendable, Equatable {
  /// The method.
  public let method: Method
  /// What is asked for.
  public let target: RequestTarget
  /// The header fields, in order.
  public let fields: Fields

  /// A request of its parts.
  public init(method: Method, target: RequestTarget, fields: Fields = Fields()) {
    self.method = method
    self.target = target
    self.fields = fields
  }
}
