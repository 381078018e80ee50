import HTTP

/// The parameters of a request, all checked: one meaning each, none ignored.
struct Arguments {
  /// What stood in the path's placeholder.
  let placeholder: String
  /// The question in its canonical form.
  let link: Link
  private let values: [String: [String]]

  /// - Throws: `invalidParameters` with everything that is wrong at once, and the nearest question that is right.
  init(
    _ query: [RequestTarget.QueryItem], for parameters: [Parameter], path: String, placeholder: String
  ) throws(APIError) {
    var values: [String: [String]] = [:]
    var flaws: [APIError.InvalidParameter] = []
    var corrected: [(name: String, value: String)] = []
    for item in query {
      let value = item.value ?? ""
      guard let parameter = parameters.first(where: { $0.name == item.name }) else {
        let nearest = item.name.nearest(of: parameters.map(\.name))
        flaws.append(
          .init(name: item.name, reason: "unknown", didYouMean: nearest, allowed: parameters.map(\.name)))
        if let nearest, let meant = parameters.first(where: { $0.name == nearest }), meant.flaw(in: value) == nil,
          !query.contains(where: { $0.name == nearest })
        {
          corrected.append((nearest, value))
        }
        continue
      }
      if let flaw = parameter.flaw(in: value) {
        flaws.append(
          .init(
            name: item.name, value: value, reason: flaw.reason,
            didYouMean: flaw.allowed.isEmpty ? nil : flaw.correction, allowed: flaw.allowed))
        if let correction = flaw.correction { corrected.append((item.name, correction)) }
      } else if !parameter.repeats, values[item.name] != nil {
        flaws.append(.init(name: item.name, value: value, reason: "must be given only once"))
      } else {
        values[item.name, default: []].append(value)
        corrected.append((item.name, value))
      }
    }
    for parameter in parameters where values[parameter.name] == nil {
      guard let required = parameter.required else { continue }
      if !flaws.contains(where: { $0.name == parameter.name }) {
        flaws.append(.init(name: parameter.name, reason: "is required"))
      }
      if !corrected.contains(where: { $0.name == parameter.name }) { corrected.append((parameter.name, required)) }
    }
    guard flaws.isEmpty else {
      // The first value of a name given too often is kept.
      var kept: [(name: String, value: String)] = []
      for pair in corrected
      where parameters.contains(where: { $0.name == pair.name && $0.repeats })
        || !kept.contains(where: { $0.name == pair.name })
      {
        kept.append(pair)
      }
      throw .invalidParameters(flaws, try: Link(path, kept).description)
    }
    self.values = values
    self.placeholder = placeholder
    link = Link(
      path, corrected.filter { pair in !parameters.contains { $0.name == pair.name && $0.standard == pair.value } })
  }

  /// The value of a parameter that is given once; nil if it is missing.
  subscript(name: String) -> String? { values[name]?.first }

  /// All values of a parameter that may repeat.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The members of a comma list; empty if it is missing.
  func list(_ name: String) -> [String] { self[name]?.split(separator: ",").map(String.init) ?? [] }

  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  func period(_ name: String) -> Period? { self[name].flatMap { Period($0) } }

  /// The format asked for.
  func format(of formats: [Format]) -> Format {
    self["format"].flatMap(Format.init(rawValue:)) ?? formats.first ?? .json
  }
}
