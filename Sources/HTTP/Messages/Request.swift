/// A complete request as a handler sees it. Bodies are read and thrown away by the wire: this API only reads. So are the
/// fields, once the wire has acted on them: an answer is kept for every request of the same target, whatever else it says.
public struct Request: Sendable, Equatable {
  /// The method.
  public let method: Method
  /// What is asked for.
  public let target: RequestTarget

  /// A request of its parts.
  public init(method: Method, target: RequestTarget) {
    self.method = method
    self.target = target
  }
}
