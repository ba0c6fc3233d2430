import JSONTree

/// One pass over a `config.json`, keeping what is right and noting what is not.
struct ConfigReader {
  var config = Config.standard
  private(set) var problems: [Config.Problem] = []

  mutating func read(_ json: JSON) {
    guard let root = json.object else {
      problems.append(Config.Problem(path: [], kind: .unexpected(expected: "an object")))
      return
    }
    for member in root {
      let path: [JSONPathComponent] = [.key(member.key)]
      switch member.key {
      case "policy": readPolicy(member.value, at: path)
      case "services": readServices(member.value, at: path)
      case "objectives": readObjectives(member.value, at: path)
      case "timeZone": readTimeZone(member.value, at: path)
      case "workingHours": readWorkingHours(member.value, at: path)
      case "commit": readCommit(member.value, at: path)
      case "internalWords": readInternalWords(member.value, at: path)
      case "alerts": readAlerts(member.value, at: path)
      default: unknown(member.key, among: Self.keys, at: path)
      }
    }
  }

  private static let keys = [
    "policy", "services", "objectives", "timeZone", "workingHours", "commit", "internalWords", "alerts",
  ]

  private static let ruleKeys = ["respondWithin", "updateEvery", "postmortem", "requiredRoles", "impactWeight"]

  private mutating func readPolicy(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else { return expected("an object with SEV1 to SEV4", at: path) }
    for member in object {
      let memberPath = path + [.key(member.key)]
      guard let severity = Severity(label: member.key) else {
        unknown(member.key, among: Severity.allCases.map(\.label), at: memberPath)
        continue
      }
      guard let rules = member.value.object else {
        expected("an object", at: memberPath)
        continue
      }
      for rule in rules { readRule(rule, of: severity, at: memberPath + [.key(rule.key)]) }
    }
  }

  private mutating func readRule(
    _ member: JSONObject.Member, of severity: Severity, at path: [JSONPathComponent]
  ) {
    switch member.key {
    case "respondWithin":
      guard let target = member.value.string.flatMap(ResponseTarget.init(_:)) else {
        return expected("a length of time such as \"15m\", or \"nextBusinessDay\"", at: path)
      }
      config.policy[severity].respondWithin = target
    case "updateEvery":
      if member.value == .string("none") {
        config.policy[severity].updateEvery = nil
      } else if let span = member.value.string.flatMap({ TimeSpan($0) }), span.seconds > 0 {
        config.policy[severity].updateEvery = span
      } else {
        expected("a length of time such as \"30m\", or \"none\"", at: path)
      }
    case "postmortem":
      guard let rule = member.value.string.flatMap(PostmortemRule.init(_:)) else {
        return expected("a length of time such as \"72h\", \"optional\" or \"none\"", at: path)
      }
      config.policy[severity].postmortem = rule
    case "requiredRoles":
      guard let words = member.value.array else { return expected("an array of roles", at: path) }
      let roles = words.map { $0.string.flatMap(Role.init(typed:)) }
      for (index, role) in roles.enumerated() where role == nil {
        expected(
          "a role: \(Role.allCases.map(\.rawValue).joined(separator: ", "))", at: path + [.index(index)])
      }
      config.policy[severity].requiredRoles = roles.compactMap { $0 }
    case "impactWeight":
      guard case .number(let number) = member.value, let weight = number.int, (0...100).contains(weight) else {
        return expected("a whole percentage from 0 to 100", at: path)
      }
      config.policy[severity].impactWeight = weight
    default:
      unknown(member.key, among: Self.ruleKeys, at: path)
    }
  }

  private mutating func readServices(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object with a member for each service: {\"payments\": {}}", at: path)
    }
    config.services = object
    for service in object {
      guard let name = service.value["publicName"], name.string?.hasWords != true else { continue }
      expected("a name that customers know", at: path + [.key(service.key), .key("publicName")])
    }
  }

  private mutating func readInternalWords(_ json: JSON, at path: [JSONPathComponent]) {
    guard let elements = json.array else { return expected("an array of words", at: path) }
    for (index, element) in elements.enumerated() {
      if let word = element.string, word.hasWords {
        config.internalWords.append(word)
      } else {
        expected("a word", at: path + [.index(index)])
      }
    }
  }

  private mutating func readObjectives(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object with a member for each service: {\"payments\": {\"objective\": 99.9}}", at: path)
    }
    for member in object {
      let memberPath = path + [.key(member.key)]
      if member.key.hasWords {
        readObjective(member, at: memberPath)
      } else {
        expected("a service's name, not an empty one", at: memberPath)
      }
    }
  }

  private mutating func readTimeZone(_ json: JSON, at path: [JSONPathComponent]) {
    guard let text = json.string, ZoneName(text) != nil || TimeZoneRules(posix: text) != nil else {
      return expected(
        "a time zone such as \"Europe/Berlin\", or its rules: \"CET-1CEST,M3.5.0,M10.5.0/3\"", at: path)
    }
    config.timeZoneName = text
  }

  private mutating func readCommit(_ json: JSON, at path: [JSONPathComponent]) {
    switch json.string {
    case "each": config.commitsEach = true
    case "none": config.commitsEach = false
    default: expected("\"each\", which commits every write at once, or \"none\"", at: path)
    }
  }

  mutating func unknown(_ key: String, among known: [String], at path: [JSONPathComponent]) {
    problems.append(Config.Problem(path: path, kind: .unknownKey(key, known: known)))
  }

  mutating func expected(_ what: String, at path: [JSONPathComponent]) {
    problems.append(Config.Problem(path: path, kind: .unexpected(expected: what)))
  }
}
