import HTTP

/// The parameters of a request, all checked: one meaning each, none ignored.
struct Arguments {
  /// What stood in the path's placeholder.
  let placeholder: String
  /// The question in its canonical form.
  let link: Link
  private let given: [(name: String, value: String)]

  /// - Throws: `invalidParameters` with everything that is wrong at once, and the nearest question that is right.
  init(
    _ query: [RequestTarget.QueryItem], for parameters: [Parameter], path: String, placeholder: String
  ) throws(APIError) {
    // What is right, and in place of what is wrong what comes nearest.
    var given: [(name: String, value: String)] = []
    var accepted: Set<String> = []
    var flaws: [APIError.InvalidParameter] = []
    for item in query {
      let value = item.value ?? ""
      guard let parameter = parameters.first(where: { $0.name == item.name }) else {
        let nearest = item.name.nearest(of: parameters.map(\.name))
        flaws.append(.init(name: item.name, reason: "unknown", didYouMean: nearest, allowed: parameters.map(\.name)))
        let meant = parameters.first { $0.name == nearest && $0.flaw(in: value) == nil }
        if let meant, !query.contains(where: { $0.name == meant.name }) { given.append((meant.name, value)) }
        continue
      }
      if let flaw = parameter.flaw(in: value) {
        flaws.append(
          .init(
            name: item.name, value: value, reason: flaw.reason,
            didYouMean: flaw.allowed.isEmpty ? nil : flaw.correction, allowed: flaw.allowed))
        if let correction = flaw.correction { given.append((item.name, correction)) }
      } else if accepted.insert(item.name).inserted || parameter.repeats {
        given.append((item.name, value))
      } else {
        flaws.append(.init(name: item.name, value: value, reason: "must be given only once"))
      }
    }
    for parameter in parameters {
      guard let required = parameter.required, !accepted.contains(parameter.name) else { continue }
      if !flaws.contains(where: { $0.name == parameter.name }) {
        flaws.append(.init(name: parameter.name, reason: "is required"))
      }
      if !given.contains(where: { $0.name == parameter.name }) { given.append((parameter.name, required)) }
    }
    func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }
    guard flaws.isEmpty else {
      // The first value of a name given too often is kept.
      var kept: Set<String> = []
      let right = given.filter { kept.insert($0.name).inserted || parameter($0.name)?.repeats == true }
      throw .invalidParameters(flaws, try: Link(path, right).description)
    }
    self.given = given
    self.placeholder = placeholder
    link = Link(path, given.filter { parameter($0.name)?.standard != $0.value })
  }

  /// The value of a parameter that is given once; nil if it is missing.
  subscript(name: String) -> String? { given.first { $0.name == name }?.value }

  /// All values of a parameter that may repeat.
  func all(_ name: String) -> [String] { given.compactMap { $0.name == name ? $0.value : nil } }

  /// The members of a comma list; empty if it is missing.
  func list(_ name: String) -> [String] { self[name]?.split(separator: ",").map(String.init) ?? [] }

  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  func period(_ name: String) -> Period? { self[name].flatMap { Period($0) } }

  func format(of formats: [Format]) -> Format {
    self["format"].flatMap(Format.init(rawValue:)) ?? formats.first ?? .json
  }
}
