import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident comms`: what each audience is told.
enum Comms {
  static let audience = Option.value(
    "audience", short: "a", "AUDIENCE", help: "Whom it is for; Slack and Teams: else internal",
    candidates: ["internal", "external", "executive"])
  static let format = Option.value(
    "format", short: "f", "FORMAT", help: "What it is written in; else Markdown",
    candidates: .explained(
      title: "Formats", CommsFormat.allCases.map { ExplainedWord($0.rawValue, $0.explanation) }))
  static let from = Option.value(
    "from", "ADDRESS", help: "Who sends the mail; within the company else Git's user.email")
  static let to = Option.value(
    "to", "ADDRESS|CHANNEL", help: "Whom the mail is to, with commas; where it goes, for --record")
  static let record = Option.flag("record", help: "Note on the timeline what was sent, word for word")
  static let allow = Option.repeated("allow", "WORD", help: "Words that customers may read all the same")

  static let syntax = CommandSyntax(
    "comms", summary: "Write the message for an audience, for any channel",
    discussion: [
      "Customers (external) read what was written for them: --public-title, --public-impact, updates with --public. A "
        + "message to them that holds a name, a host, a private or e-mail address, a ticket, a credential, a severity or one "
        + "of the config's internalWords is not printed, and each is listed with its place. While the config's words cannot "
        + "be read, nothing is; and no drill goes to a status page.",
      "All formats come from one template. Text of the record does nothing in any of them: no mention, no link, no "
        + "mark-up. What a channel has no room for is cut at a word, and the message says so.",
    ],
    operands: [.incident], options: [audience, format, from, to, record, allow],
    examples: [
      Example("incident comms --audience internal", "For everyone in the company"),
      Example("incident comms -a external -f text --record --to \"status page\" 7qk4", "For customers, and noted"),
      Example(
        "incident comms --format slack | curl -d @- -H 'Content-Type: application/json; charset=utf-8' $WEBHOOK",
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
    if !session.arguments.has(record) { try session.refuseRecordingOptions(without: record) }
    if format != .email, !session.arguments.has(record), session.arguments.has(to) {
      throw CommandFailure(
        status: .usage, message: "`--to` is for `--format email` and `--record`",
        hints: [Hint("incident comms --help", "explains")])
    }
    let addresses = try CommsAddresses(format, for: audience, session)
    let incident = try session.store().load(try session.incidentID()).incident
    if format == .statuspage { try refuseDrill(incident) }
    if audience == .external { try session.requireInternalWords() }
    let rendered = try RenderedComms(incident, for: audience, format, addresses, session)
    if audience == .external { try session.refuseLeaks(in: rendered.rawText, of: incident) }
    guard session.arguments.has(record) else { return rendered.say(session) }
    let told = Communicated(
      audience: audience, format: format.rawValue, channel: try session.arguments.text(to), message: rendered.sentText)
    let recorded = try session.recorded(.communicate(told), on: incident.id)
    rendered.say(session, recorded)
    try session.commitIfAsked(incident.id)
  }
  /// A status page is public: what is read there of a drill is read as true.
  private static func refuseDrill(_ incident: Incident) throws(CommandFailure) {
    guard incident.snapshot.kind == .drill else { return }
    throw .refused(
      "\(incident.id) is a drill, and a status page is public: nothing was printed",
      Hint("incident comms -a external -f text \(incident.id.typedText)", "has the words, to practise with"))
  }
}
