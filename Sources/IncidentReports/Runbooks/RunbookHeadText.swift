public import IncidentCore
public import JSONTree

/// What a runbook is for and where it comes from, in words.
public enum RunbookHeadText {
  /// Where it comes from.
  public static func origin(_ origin: RunbookLibrary.Origin) -> String {
    switch origin {
    case .builtIn: "built in"
    case .team: "the team's"
    }
  }

  /// Why it is for something, in a few words without a full stop.
  public static func reason(_ reason: RunbookReason) -> String {
    switch reason {
    case .link: "an alert links to it"
    case .alert(let glob, let name): "trigger `\(glob.text)` matches the alert \(name)"
    case .label(let label, let value): "label \(label.name)=\(value) matches `\(label.text)`"
    case .title(let glob): "trigger `\(glob.text)` matches the title"
    case .service(let name): "service \(name)"
    }
  }

  /// A match for a program.
  public static func json(_ match: RunbookMatch) -> JSONObject {
    var json: JSONObject = [:]
    if let name = match.runbook { json["name"] = .string(name) }
    if case .link(let address) = match.reason { json["url"] = .string(address) }
    json["reason"] = .string(reason(match.reason))
    return json
  }
}
