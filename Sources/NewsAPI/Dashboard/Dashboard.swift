import CAssets
import HTTP

/// The newsroom's page: files of its own beside this one, built into the program. It asks the API like any other client.
enum Dashboard {
  /// A file of the page.
  struct Asset {
    let contentType: String
    let bytes: SharedBytes
  }

  /// The page itself is a file among the others, but has an address of its own.
  fileprivate static let page = "index.html"

  /// What the page is made of, by name.
  static let assets = files.filter { $0.key != page }

  fileprivate static let files: [String: Asset] = {
    let files = unsafe UnsafeBufferPointer(start: dashboard_assets, count: dashboard_asset_count)
    return Dictionary(
      uniqueKeysWithValues: (0..<dashboard_asset_count).map { index in
        let file = unsafe files[index]
        let name = unsafe String(cString: file.name)
        let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
        let type = name.split(separator: ".").last.flatMap { contentTypes[$0] } ?? "application/octet-stream"
        return (name, Asset(contentType: type, bytes: SharedBytes(bytes)))
      })
  }()

  /// Nothing inline, nothing from elsewhere, and no text of a page can become markup.
  static let contentSecurityPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'
    """

  /// By the endings of names.
  private static let contentTypes: [Substring: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
  ]

  fileprivate static func response(_ name: String, of files: [String: Asset]) throws(APIError) -> Response {
    guard let asset = files[name] else {
      throw .unknownDocument(name, of: assets.keys.sorted(), at: "/dashboard/", list: "/dashboard")
    }
    return Response(
      .ok, fields: [.contentType: asset.contentType, .contentSecurityPolicy: contentSecurityPolicy],
      body: .bytes(asset.bytes))
  }
}

extension Endpoint {
  static let dashboard = Endpoint(
    path: PathPattern("/dashboard"), summary: "Look at everything in a browser",
    parameters: [.dataset], formats: [.text],
    answer: .archive { _, _ throws(APIError) in try Dashboard.response(Dashboard.page, of: Dashboard.files) })

  static let dashboardAsset = Endpoint(
    path: PathPattern("/dashboard/{asset}"), summary: "Get a file of the dashboard",
    parameters: [.dataset], formats: [.text],
    answer: .archive { arguments, _ throws(APIError) in
      try Dashboard.response(arguments.placeholder, of: Dashboard.assets)
    })
}
