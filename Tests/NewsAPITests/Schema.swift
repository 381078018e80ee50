import Testing

/// What openapi.yaml says a document is, in the part of JSON Schema it keeps to. Closed: a key that no schema names is wrong.
struct Schema {
  let contract: Document

  /// What is wrong with a document, a line each, with the path to it.
  func flaws(in document: Document, against schema: Document, at path: String = "") -> [String] {
    if let reference = schema["$ref"]?.string {
      guard let target = contract[Array(reference.split(separator: "/").dropFirst().map(String.init))] else {
        return ["\(path): no \(reference)"]
      }
      return self.flaws(in: document, against: target, at: path)
    }
    if let choices = schema["oneOf"]?.list {
      let results = choices.map { self.flaws(in: document, against: $0, at: path) }
      return results.contains(where: \.isEmpty) ? [] : results.min { $0.count < $1.count } ?? []
    }
    var found: [String] = []
    let types = schema["type"].map { $0.string.map { [$0] } ?? $0.strings } ?? []
    if !types.contains(document.typeName) && !(types.contains("number") && document.typeName == "integer") {
      return ["\(path): \(document.typeName) is not \(types)"]
    }
    if let choices = schema["enum"]?.list, !choices.contains(document) {
      found.append("\(path): \(document) is not in the enum")
    }
    switch document {
    case .map(let members, let keys):
      for key in schema["required"]?.strings ?? [] where members[key] == nil {
        found.append("\(path): \(key) is missing")
      }
      for key in keys {
        if let inner = schema["properties"]?[key], let value = members[key] {
          found += self.flaws(in: value, against: inner, at: path + "/" + key)
        } else {
          found.append("\(path): \(key) is in no schema")
        }
      }
    case .list(let elements):
      guard let inner = schema["items"] else { return found + ["\(path): no items schema"] }
      for (index, element) in elements.enumerated() {
        found += self.flaws(in: element, against: inner, at: "\(path)/\(index)")
      }
    case .null, .boolean, .number, .string: break
    }
    return found
  }
}

extension Document {
  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number(let number): number == number.rounded() ? "integer" : "number"
    case .string: "string"
    case .list: "array"
    case .map: "object"
    }
  }
}
