/// The name of a header field of a response, as its specification spells it: those that this program writes.
///
/// The fields of a request are compared where they lie in its bytes.
public enum FieldName: String, Sendable {
  case acceptEncoding = "Accept-Encoding"
  case acceptRanges = "Accept-Ranges"
  case accessControlAllowHeaders = "Access-Control-Allow-Headers"
  case accessControlAllowMethods = "Access-Control-Allow-Methods"
  case accessControlAllowOrigin = "Access-Control-Allow-Origin"
  case accessControlExposeHeaders = "Access-Control-Expose-Headers"
  case accessControlMaxAge = "Access-Control-Max-Age"
  case allow = "Allow"
  case cacheControl = "Cache-Control"
  case contentEncoding = "Content-Encoding"
  case contentLength = "Content-Length"
  case contentRange = "Content-Range"
  case contentSecurityPolicy = "Content-Security-Policy"
  case contentType = "Content-Type"
  case dataset = "Dataset"
  case entityTag = "ETag"
  case link = "Link"
  case location = "Location"
  case retryAfter = "Retry-After"
  case vary = "Vary"
  case contentTypeOptions = "X-Content-Type-Options"
}
