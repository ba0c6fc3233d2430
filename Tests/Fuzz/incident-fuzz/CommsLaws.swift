import IncidentCore
import IncidentExchange
import IncidentReports
import JSONTree

/// A team's template and hostile words become a message for every channel, within its limits, and the check for leaks
/// finds a name wherever it stands.
enum CommsLaws {
  static func hold(for input: [UInt8]) {
    // A template, and behind a byte that no text in UTF-8 has the words of the record.
    let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
    guard let source = String(validating: parts[0], as: UTF8.self),
      let words = String(validating: parts.count > 1 ? parts[1] : [], as: UTF8.self),
      let id = IncidentID("INC-20261120-7QK4"), let start = Timestamp(rfc3339: "2026-11-20T20:00:00Z")
    else { return }
    var random = SystemRandomNumberGenerator()
    let declared = Declared(title: words, severity: .sev2, services: [words], publicTitle: words, publicImpact: words)
    let event = Event(
      id: EventID(milliseconds: UInt64(start.seconds) * 1_000, random: &random), at: start, by: words,
      body: .declared(declared))
    guard let incident = try? Incident(id: id, events: [event]) else { return law("it is an incident", false) }
    let library = TemplateLibrary(team: ["comms-external.md": source])
    let message = try? Comms.message(incident, for: .external, now: start, policy: .standard, library: library)
    if let message = message ?? nil { hold(for: message, of: incident, at: start) }
    let check = LeakCheck(people: ["Qxzzy"], internalWords: ["zorblax nine"])
    _ = check.leaks(in: words)
    // A name on a line of its own is found whatever stands on the others.
    law("a name is found", check.leaks(in: words + "\nQxzzy").contains { $0.rule == .person })
  }

  private static func hold(for message: Message, of incident: Incident, at now: Timestamp) {
    for body in [
      SlackMessage.body(of: message), TeamsCard.body(of: message),
      StatuspageIncident.body(of: message, status: .monitoring),
    ] {
      law("a body is JSON", (try? JSON.parse(Array(body.json.inlineText().utf8))) == body.json)
    }
    law("Teams takes it", TeamsCard.body(of: message).json.inlineText().utf8.count <= 28_000)
    guard let sender = EmailAddress("ops@example.org") else { return law("an address is one", false) }
    let mail = EmailMessage.text(of: message, about: incident.id, for: .external, from: sender, to: [], date: now)
    for line in mail.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      law("lines of a mail end with CR LF", line.last == UInt8(ascii: "\r"))
      law("lines of a mail are short", line.count <= 999)
    }
  }
}
