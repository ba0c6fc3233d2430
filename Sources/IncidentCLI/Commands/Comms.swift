import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident comms`: what each audience is told.
enum Comms {
  static let audience = Option.value(
    "audience", short: "a", "AUDIENCE", help: "Whom it is for",
    candidates: ["internal", "external", "executive"])
  static let format = Option.value(
    "format", short: "f", "FORMAT", help: "What it is written in; else Markdown",
    candidates: .explained(
      title: "Formats", CommsFormat.allCases.map { ExplainedWord($0.rawValue, $0.explanation) }))
  static let from = Option.value("from", "ADDRESS", help: "Who sends the mail; else Git's user.email")
  static let to = Option.value("to", "ADDRESS|CHANNEL", help: "Whom the mail is to; several with commas")

  static let syntax = CommandSyntax(
    "comms", summary: "Write the message for an audience, for any channel",
    discussion: [
      "Customers (external) read impact, what is done and when they hear next; names, notes and estimates only where an "
        + "update was made with --public.",
      "All formats come from one template. Text of the record does nothing in any of them: no mention, no link, no "
        + "mark-up. What a channel has no room for is cut at a word, and the message says so.",
    ],
    operands: [.incident], options: [audience, format, from, to],
    examples: [
      Example("incident comms --audience internal", "For everyone in the company"),
      Example("incident comms -a external 7qk4", "For customers"),
      Example(
        "incident comms -a internal -f slack | curl -d @- -H 'Content-Type: application/json; charset=utf-8' $WEBHOOK",
        "To Slack; likewise to Teams"),
      Example("incident comms -a executive -f email --to board@example.org | sendmail -t", "By mail"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let format = try CommsFormat(session.arguments)
    let audience = try format.audience(session.arguments)
    if format != .email, session.arguments.has(from) {
      throw CommandFailure(
        status: .usage, message: "`--from` is for `--format email`", hints: [Hint("incident comms --help", "explains")])
    }
    let incident = try session.store().load(try session.incidentID()).incident
    let rendered = try RenderedComms(incident, for: audience, format, session)
    rendered.say(session)
  }
}
