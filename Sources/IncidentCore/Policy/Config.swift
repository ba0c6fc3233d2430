public import JSONTree

/// What a team sets in `config.json`; every key has a default, so that no file is needed.
public struct Config: Hashable, Sendable {
  /// The team's numbers.
  public var policy: Policy
  /// The services the team knows, by name, in the file's order; what the file says of each is kept as it stands.
  public var services: JSONObject
  /// What the team promises of its services, in the file's order, at most one for each.
  public var objectives: [ServiceObjective]

  /// The zone that days, weeks and months are cut in: a name such as `Europe/Berlin`, or a POSIX `TZ` text; nil for UTC.
  public var timeZoneName: String?

  /// When the team is at work anyway, by the clocks of its zone.
  public var workingHours: OfficeHours

  /// Whether each write is committed to Git at once.
  public var commitsEach: Bool

  /// Words that no customer is to read: names of products in the making, of customers, of suppliers.
  public var internalWords: [String]

  /// How alerts are read.
  public var alerts: AlertPolicy

  /// What customers call a service, by its name here: the `publicName` of `services`.
  public var publicNames: [String: String] {
    var names: [String: String] = [:]
    for service in services {
      if let name = service.value["publicName"]?.string, name.hasWords { names[service.key] = name }
    }
    return names
  }

  /// Nothing set.
  public static let standard = Config(
    policy: .standard, services: [:], objectives: [], timeZoneName: nil, workingHours: .standard, commitsEach: false,
    internalWords: [], alerts: .standard)

  /// One thing in the file that cannot be used; the default stands in its place.
  public struct Problem: Hashable, Sendable {
    /// Where in the document: keys from the top.
    public let path: [JSONPathComponent]
    /// What is wrong, and what was expected.
    public let kind: Kind

    /// What can be wrong with a setting.
    public enum Kind: Hashable, Sendable {
      /// No setting has that name; those it may have.
      case unknownKey(String, known: [String])
      /// The value is not what it has to be.
      case unexpected(expected: String)
    }
  }

  /// A team's settings over the defaults, and everything in the file that could not be used.
  public static func read(_ json: JSON) -> (config: Config, problems: [Problem]) {
    var reader = ConfigReader()
    reader.read(json)
    return (reader.config, reader.problems)
  }

  /// Every setting, in the form the file has.
  public var json: JSONObject {
    var policies: JSONObject = [:]
    for severity in Severity.allCases {
      policies[severity.label] = .object(policy[severity].json)
    }
    var json: JSONObject = ["policy": .object(policies), "services": .object(services)]
    if !objectives.isEmpty {
      json["objectives"] = .object(JSONObject(objectives.map { ($0.service, .object($0.json)) }))
    }
    json["timeZone"] = .string(timeZoneName ?? "UTC")
    json["workingHours"] = .object(workingHours.json)
    json["commit"] = .string(commitsEach ? "each" : "none")
    json["internalWords"] = .array(internalWords.map(JSON.string))
    json["alerts"] = .object(alerts.json)
    return json
  }
}

extension SeverityRules {
  var json: JSONObject {
    [
      "respondWithin": .string(respondWithin.text),
      "updateEvery": .string(updateEvery?.description ?? "none"),
      "postmortem": .string(postmortem.text),
      "requiredRoles": .array(requiredRoles.map { .string($0.rawValue) }),
      "impactWeight": .number(JSONNumber(impactWeight)),
    ]
  }
}

extension ResponseTarget {
  /// `5m` or `nextBusinessDay`, as the file has it.
  public var text: String {
    switch self {
    case .within(let span): span.description
    case .nextBusinessDay: "nextBusinessDay"
    }
  }

  /// A length of time, or `nextBusinessDay`; nil for anything else.
  init?(_ text: String) {
    if text == "nextBusinessDay" {
      self = .nextBusinessDay
    } else if let span = TimeSpan(text) {
      self = .within(span)
    } else {
      return nil
    }
  }
}

extension PostmortemRule {
  /// `72h`, `optional` or `none`, as the file has it.
  public var text: String {
    switch self {
    case .required(let span): span.description
    case .optional: "optional"
    case .none: "none"
    }
  }

  /// A length of time, `optional` or `none`; nil for anything else.
  init?(_ text: String) {
    switch text {
    case "optional": self = .optional
    case "none": self = .none
    default:
      guard let span = TimeSpan(text) else { return nil }
      self = .required(within: span)
    }
  }
}
