import CommandArguments
import IncidentCore
import IncidentReports
import JSONTree

extension Session {
  /// What customers are not to read in a text, by what the record and the team's settings know.
  func leaks(in text: String, of incident: Incident, allowed: [String] = []) throws(CommandFailure) -> [Leak] {
    let config = try config()
    let check = LeakCheck(
      people: incident.people, services: incident.snapshot.services + config.services.map(\.key),
      publicNames: config.publicNames, internalWords: config.internalWords, allowed: allowed)
    return check.leaks(in: text)
  }

  /// Refuses to show a message to customers that holds what is not theirs, and lists each with its place.
  func refuseLeaks(in text: String, of incident: Incident) throws(CommandFailure) {
    let leaks = try leaks(in: text, of: incident, allowed: arguments.values(of: Comms.allow))
    guard !leaks.isEmpty else { return }
    for leak in leaks { tell(leak) }
    let count = leaks.count == 1 ? "something that is" : "\(leaks.count) things that are"
    var failure = CommandFailure.refused(
      "the message for customers holds \(count) not theirs to read: nothing was printed")
    failure.hints = [
      Hint("incident update --public-impact TEXT", "says it in words for customers"),
      Hint("incident retract EVENT", "takes an update back; incident show --ids names it"),
    ]
    if leaks.contains(where: { $0.rule == .secret }) {
      failure.hints.append(Hint("incident redact EVENT", "blanks a credential for good; revoke it too"))
    }
    // What is shown of a credential is not all of it, and nothing that is to be typed again.
    if let first = leaks.first(where: { $0.rule != .secret }) {
      failure.hints.append(Hint("--allow \(shellQuoted(first.text))", "lets it pass"))
    }
    throw failure
  }

  /// `message:3:12: "dana" is a person's name`.
  private func tell(_ leak: Leak) {
    if wantsJSON {
      let json: JSONObject = [
        "leak": .string(leak.rule.rawValue), "text": .string(leak.text), "line": .number(JSONNumber(leak.line)),
        "column": .number(JSONNumber(leak.column)),
      ]
      environment.streams.writeError(Array((JSON.object(json).inlineText(escaping: .terminalSafe) + "\n").utf8))
    } else {
      tell("\("message:\(leak.line):\(leak.column):", .label) \"\(leak.text, .warning)\" is \(leak.rule.title)")
    }
  }

  /// Says at once what the status page would be refused for later: whoever writes for customers is still at it.
  func warnOfLeaks(in recorded: Recorded) throws(CommandFailure) {
    for event in recorded.events {
      for text in event.publicTexts {
        for leak in try leaks(in: text, of: recorded.incident) {
          warn(
            "customers would read \"\(leak.text)\", \(leak.rule.title); comms to them are refused "
              + (leak.rule == .secret ? "while it is there" : "until it is allowed"))
        }
      }
    }
  }
}

extension Event {
  /// The words in it that are meant for customers.
  fileprivate var publicTexts: [String] {
    switch body {
    case .declared(let body): [body.publicTitle, body.publicImpact].compactMap(\.self)
    case .updated(let body):
      ([body.publicTitle, body.publicImpact] + (body.isPublic ? [body.message, body.impact] : [])).compactMap(\.self)
    default: []
    }
  }
}
