import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

/// `incident check`: is every record sound?
enum Check {
  static let operands = Operand.many(
    "FILE|INCIDENT", help: "Records, by path or id; none for the whole store", candidates: .files)
  static let fix = Option.flag("fix", help: "Mend what needs no judgement, and check again")
  static let staged = Option.flag("staged", help: "Check what Git's index holds, as a commit would")
  static let strict = Option.flag("strict", help: "Exit 1 for a warning, too")
  static let only = Option.repeated(
    "only", "NAME", help: "Make these checks alone; several with commas", candidates: names)
  static let skip = Option.repeated("skip", "NAME", help: "Make all checks but these", candidates: names)
  static let format = Option.value(
    "format", "FORMAT", help: "How findings are told; github annotates a workflow run",
    candidates: .words(CheckFormat.allCases.map(\.rawValue)))

  private static let names = Candidates.explained(
    title: "Checks", CheckName.allCases.map { ExplainedWord($0.rawValue, $0.explanation) })

  static let syntax = CommandSyntax(
    "check", summary: "Check the records, for CI and before a commit",
    discussion: [
      "Names every finding with its place and what mends it. An error is in the file: whoever commits it can mend it. A "
        + "warning is about what people owe by now, and keeps nobody from committing in the middle of an incident.",
      "Exits 1 where there is an error; with --strict or --only for a warning, too. Says how many runbooks the "
        + "incidents followed, how many of those did not help, and how many of the team's were never used.",
    ],
    operands: [operands], options: [fix, staged, strict, only, skip, format],
    examples: [
      Example("incident check", "The whole store"),
      Example("incident check --fix 7qk4", "Rewrite one record in canonical form"),
      Example("incident check --staged", "In a pre-commit hook: what the commit will hold"),
      Example("incident check --format github", "In a workflow: findings beside the source"),
      Example("incident check --strict --only overdue-updates,postmortem", "In a nightly job: does anybody wait?"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    if arguments.has(staged), arguments.has(fix) { throw CommandFailure(arguments.failure(.conflict(staged, fix))) }
    let format = try CheckFormat(arguments)
    let checks: Set<CheckName> = try arguments.selection(only: only, skip: skip)
    var scope = try CheckScope(session)
    if arguments.has(fix), let unfinished = UnfinishedMerges(scope, session) {
      try unfinished.mend(session)
      scope = try CheckScope(session)
    }
    var findings = scope.findings(checks, session)
    if arguments.has(fix) {
      let mended = try CheckMending(scope, session).mend(findings)
      if !mended.isEmpty {
        scope = try scope.after(mended, session)
        findings = scope.findings(checks, session)
      }
    }
    if checks.contains(.conflictMarkers), !arguments.has(staged),
      let unfinished = UnfinishedMerges(scope, session)
    {
      findings = (findings + unfinished.findings(beside: findings)).sorted()
    }
    CheckAnswer(
      subject: .records, findings: findings.map { ToldFinding($0) }, count: scope.files.count,
      aside: scope.listing == nil || arguments.has(staged) ? nil : session.runbookCounts(in: scope.store)
    ).tell(format, session)
    // What was asked for by name is what the caller wants to know.
    let isStrict = arguments.has(strict) || arguments.has(only)
    if findings.contains(where: { isStrict || $0.gravity == .error }) { session.status = .refused }
  }
}

extension CheckName {
  /// What help says of it.
  fileprivate var explanation: String {
    gravity == .warning ? summary + " (warning)" : summary
  }
}
