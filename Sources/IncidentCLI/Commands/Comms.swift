import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Mustache

/// `incident comms`: what each audience is told.
enum Comms {
  static let audience = Option.value(
    "audience", short: "a", "AUDIENCE", help: "Whom it is for",
    candidates: ["internal", "external", "executive"])

  static let syntax = CommandSyntax(
    "comms", summary: "Write the message for an audience, as Markdown",
    discussion: [
      "Customers (external) read impact, what is done and when they hear next; names, notes and estimates only where an "
        + "update was made with --public."
    ],
    operands: [.incident], options: [audience],
    examples: [
      Example("incident comms --audience internal", "For everyone in the company"),
      Example("incident comms -a external 7qk4", "For the status page"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    guard let audience = try session.arguments.word(audience, among: Audience.typedWords, Audience.init(typed:)) else {
      throw CommandFailure(session.arguments.failure(.missingOption(audience)))
    }
    let incident = try session.store().load(try session.incidentID()).incident
    let config = try session.config()
    let library = try session.templates(for: "comms-\(audience.rawValue)")
    let text = try session.rendering { () throws(TemplateError) in
      try IncidentReports.Comms.text(
        incident, for: audience, now: session.now, policy: config.policy, publicNames: config.publicNames,
        library: library)
    }
    if session.wantsJSON {
      return session.say(
        json: [
          "id": .string(incident.id.text), "audience": .string(audience.rawValue), "format": "markdown",
          "text": .string(text),
        ])
    }
    session.say(document: text)
  }
}
