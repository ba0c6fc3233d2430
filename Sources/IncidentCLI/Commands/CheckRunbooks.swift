import CommandArguments
import IncidentExchange
import IncidentReports

/// `incident runbook check`: would somebody at 03:12 find it, and get through it?
enum CheckRunbooks {
  static let operands = Operand.many(
    "NAME|FILE", help: "Runbooks, by name or path; none for all of the team's", candidates: .files)
  static let only = Option.repeated(
    "only", "NAME", help: "Make these checks alone; several with commas", candidates: names)
  static let skip = Option.repeated("skip", "NAME", help: "Make all checks but these", candidates: names)

  private static let names = Candidates.explained(
    title: "Checks", RunbookCheckRule.allCases.map { ExplainedWord($0.rawValue, $0.explanation) })

  static let syntax = CommandSyntax(
    "check", summary: "Check the runbooks, for CI and before a commit",
    discussion: [
      "Names every finding with its place and what mends it. An error is in the file: nothing leads to it, nobody owns it, a "
        + "section is missing, a link is dead. A warning is for a person to judge; a notice is about the alerts in the store.",
      "Exits 1 where there is an error; with --strict for a warning, too; with --only for any finding.",
    ],
    operands: [operands], options: [Check.strict, only, skip, Check.format],
    examples: [
      Example("incident runbook check", "The team's runbooks, and alerts that none is for"),
      Example("incident runbook check high-latency docs/dns.md", "A named one, and a file"),
      Example("incident runbook check --strict --format github", "In a workflow: findings beside the source"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let format = try CheckFormat(arguments)
    let rules: Set<RunbookCheckRule> = try arguments.selection(only: only, skip: skip)
    let files = try session.quietRunbooks()
    let targets = try RunbookTargets(arguments.values(of: operands), files, session)
    if targets.isWhole, targets.all.isEmpty {
      session.inform("the team has no runbook of its own; incident runbook new NAME begins one")
    }
    let findings = try RunbookChecking(targets, files, rules, session).findings()
    CheckAnswer(subject: .runbooks, findings: findings, count: targets.all.count).tell(format, session)
    // What was asked for by name is what the caller wants to know.
    let failing: [ToldFinding] = findings.filter { finding in
      switch finding.level {
      case .error: true
      case .warning: arguments.has(Check.strict) || arguments.has(only)
      case .notice: arguments.has(only)
      }
    }
    if !failing.isEmpty { session.status = .refused }
  }
}

extension RunbookCheckRule {
  /// What help says of it.
  fileprivate var explanation: String {
    gravity == .error ? summary : "\(summary) (\(gravity.rawValue))"
  }
}
