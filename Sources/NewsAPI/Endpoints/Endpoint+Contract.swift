import CAssets
import HTTP

extension Endpoint {
  /// The contract as it stands in the repository.
  static let contract = Endpoint(
    path: PathPattern("/openapi.yaml"), summary: "Get this contract", parameters: [.dataset], formats: [.text],
    answer: .archive { _, _ throws(APIError) in
      Response(.ok, fields: [.contentType: "application/yaml"], body: .bytes(contractBytes))
    })

  private static let contractBytes = SharedBytes(
    unsafe Array(UnsafeBufferPointer(start: asset_openapi_yaml, count: asset_openapi_yaml_size)))

  static let problemType = Endpoint(
    path: PathPattern("/problems/{type}"), summary: "Say what a problem means and how to put it right",
    parameters: [.dataset, .pretty],
    answer: .archive { arguments, _ throws(APIError) in
      guard let kind = Problem.Kind.all.first(where: { $0.name == arguments.placeholder }) else {
        throw .unknownDocument(
          arguments.placeholder, of: Problem.Kind.all.map(\.name), at: "/problems/", list: "/openapi.yaml")
      }
      return Response(arguments) {
        $0.member("type", kind.url)
        $0.member("title", kind.title)
        $0.member("status", kind.status.code)
        $0.member("meaning", kind.meaning)
        $0.member("remedy", kind.remedy)
      }
    })
}
