/// A request method (RFC 9110 §9 and the registry's others that software sends). Methods outside this list are answered 501 by the wire.
public enum Method: String, Sendable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case delete = "DELETE"
  case connect = "CONNECT"
  case options = "OPTIONS"
  case trace = "TRACE"
  case patch = "PATCH"
  case query = "QUERY"
}
