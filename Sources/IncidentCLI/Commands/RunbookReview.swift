import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// `incident runbook review`: whether a runbook helped.
enum RunbookReview {
  static let helpful = Option.value("helpful", "yes|no", help: "Whether it helped", candidates: ["yes", "no"])

  static let syntax = CommandSyntax(
    "review", summary: "Say whether a runbook helped, and what it lacked",
    discussion: ["The postmortem shows it, and so the runbook gets better."],
    operands: [.runbook, .incident], options: [helpful, .message],
    examples: [
      Example("incident runbook review --helpful yes", "The one that was followed"),
      Example(
        "incident runbook review high-latency --helpful no -m \"Step 5 needs a replica\"", "A named one, with words"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let files = try session.quietRunbooks()
    let typed = try session.typedRunbook(in: files)
    guard let isHelpful = try arguments.word(helpful, among: ["yes", "no"], Self.answer) else {
      throw CommandFailure(arguments.failure(.missingOption(helpful)))
    }
    let incident = try session.store().load(try session.incidentID()).incident
    let progress: RunbookProgress
    if let typed {
      progress = try session.followedRunbook(files.library.entry(named: typed)?.name ?? typed, in: incident)
    } else {
      progress = try only(of: incident, session)
    }
    let review = RunbookReviewed(runbook: progress.name, isHelpful: isHelpful, message: try session.message())
    let recorded = try session.recorded(.reviewRunbook(review), on: incident.id)
    guard !isHelpful, recorded.decision.already == nil else { return try session.report(recorded) }
    try session.report(
      recorded,
      next: Hint(
        "incident action add \"Mend the runbook \(progress.name)\" --kind process \(incident.id.typedText)",
        "so that it helps the next time"))
  }

  /// The only one that was followed, or the only one of which nobody said.
  private static func only(of incident: Incident, _ session: Session) throws(CommandFailure) -> RunbookProgress {
    let started = incident.runbooks
    let unsaid = started.filter { $0.isHelpful == nil }
    if let progress = started.count == 1 ? started.first : unsaid.count == 1 ? unsaid.first : nil { return progress }
    guard started.count > 1 else { return try session.followedRunbook(nil, in: incident) }
    var failure = CommandFailure.refused("\(started.count) runbooks were followed in \(incident.id): say which")
    failure.hints = started.map {
      Hint("incident runbook review \(shellQuoted($0.name)) --helpful yes \(incident.id.typedText)", $0.title ?? "")
    }
    throw failure
  }

  private static func answer(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "yes", "y", "true": true
    case "no", "n", "false": false
    default: nil
    }
  }
}
