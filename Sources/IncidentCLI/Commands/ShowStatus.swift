import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident status`: what is going on.
enum ShowStatus {
  static let check = Option.flag("check", help: "Show only what is overdue, and exit 1 where anything is")
  static let prompt = Option.flag("prompt", help: "One short segment for a shell's prompt, or nothing")

  static let syntax = CommandSyntax(
    "status", aliases: ["st"], summary: "Show every active incident, a line or two each",
    discussion: ["Overdue are acknowledgements, updates and postmortems; incident action list --check has actions."],
    options: [check, prompt],
    examples: [
      Example("incident status", "What is going on"),
      Example("incident status --check || notify", "For cron, CI or a bot: quiet while nothing is overdue"),
      Example("incident status --prompt", "For PS1='$(incident status --prompt) \\$ '"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    if arguments.has(prompt) {
      for option in [check, GlobalOptions.json] where arguments.has(option) {
        throw CommandFailure(arguments.failure(.conflict(prompt, option)))
      }
      return try segment(session)
    }
    try arguments.has(check) ? tellOverdue(session) : page(session)
  }

  /// Reads no more than the heads of what is active, and the team's policy where somebody still has to acknowledge. That
  /// settings cannot be used is for other commands to say: no prompt speaks.
  private static func segment(_ session: Session) throws(CommandFailure) {
    guard let store = try session.storeIfAny() else { return }
    let heads = try store.heads(standing: [.active, .unreadable], keepsMembers: false)
    let isOpen = heads.snapshots.contains { $0.milestones.acknowledged == nil }
    let policy = isOpen ? ConfigFile.read(in: store).config.policy : .standard
    let line = StatusPrompt.line(
      heads.snapshots, unreadable: heads.failures.count, now: session.now, policy: policy)
    if let line { session.say(line) }
    if !heads.failures.isEmpty { session.status = .storage }
  }

  private static func tellOverdue(_ session: Session) throws(CommandFailure) {
    let store = try session.storeIfAny()
    if store == nil { session.inform("there is no incident store here yet") }
    let heads = try store?.heads(standing: [.active, .awaitingClose, .unreadable], keepsMembers: false)
    let overdue = Overdue.all(in: heads?.snapshots ?? [], now: session.now, policy: try session.config().policy)
    if session.wantsJSON {
      session.say(json: OverduePage.json(overdue, now: session.now))
    } else {
      session.say(OverduePage.lines(overdue, width: session.outputStyle.columns))
    }
    if !overdue.isEmpty { session.status = .refused }
    for failure in heads?.failures ?? [] {
      session.tell(failure)
      session.status = .storage
    }
  }

  private static func page(_ session: Session) throws(CommandFailure) {
    let (entries, failures) = try entries(session)
    let policy = try session.config().policy
    if session.wantsJSON {
      session.say(json: StatusDocument.json(entries, now: session.now, policy: policy))
    } else {
      let page = StatusPage(entries.map(\.snapshot), now: session.now, policy: policy)
      session.say(page.lines(width: session.outputStyle.columns))
    }
    for failure in failures { session.tell(failure) }
    if !failures.isEmpty { session.status = .storage }
  }

  /// What is active, read whole, and what is resolved and not closed, of which there may be thousands, by its head.
  private static func entries(
    _ session: Session
  ) throws(CommandFailure) -> ([StatusDocument.Entry], [RecordFailure]) {
    guard let store = try session.storeIfAny() else { return ([], []) }
    let heads = try store.heads(
      standing: [.active, .awaitingClose, .unreadable], keepsMembers: session.wantsJSON)
    let active = store.loadAll(heads.snapshots.filter(\.status.isActive).map(\.id))
    let resolved = heads.snapshots.filter { $0.status == .resolved }
    return (
      active.records.map { StatusDocument.Entry(snapshot: $0.incident.snapshot, head: $0.incident.snapshotJSON) }
        + resolved.map { StatusDocument.Entry(snapshot: $0, head: heads.members[$0.id] ?? [:]) },
      heads.failures + active.failures
    )
  }
}
