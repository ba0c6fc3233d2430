import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident list`: the incidents there are.
enum List {
  static let status = Option.repeated(
    "status", "STATUS", help: "Only these: active, declared, monitoring, resolved …",
    candidates: ["active", "declared", "investigating", "mitigating", "monitoring", "resolved", "closed", "cancelled"])
  static let severity = Option.repeated(
    "severity", short: "s", "LEVEL", help: "Only these: 1 to 4, or SEV2, P2, major …")
  static let service = Option.repeated("service", "NAME", help: "Only those that hit this service")
  static let since = Option.value("since", "TIME", help: "Only those declared then or later: 7d, 2026-11-01")
  static let until = Option.value("until", "TIME", help: "Only those declared before then")
  static let limit = Option.value("limit", short: "n", "COUNT", help: "The newest COUNT of them")
  static let csv = Option.flag("csv", help: "Answer as CSV (RFC 4180)")

  static let syntax = CommandSyntax(
    "list", aliases: ["ls"], summary: "List incidents, newest first",
    options: [status, severity, service, since, until, limit, csv],
    examples: [
      Example("incident list --status active", "Those going on"),
      Example("incident list -s 1 -s 2 --service payments --since 30d", "The bad ones of a month"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let filter = try filter(session)
    guard let store = try session.storeIfAny() else {
      session.inform("there is no incident store here yet")
      return answer([], [:], session)
    }
    var heads = try store.heads(keepsMembers: session.wantsJSON)
    answer(filter.newest(heads.takeSnapshots()), heads.members, session)
    for failure in heads.failures { session.tell(failure) }
    if !heads.failures.isEmpty { session.status = .storage }
  }

  private static func answer(_ snapshots: [Snapshot], _ members: [IncidentID: JSONObject], _ session: Session) {
    if session.wantsJSON {
      session.say(json: .array(snapshots.compactMap { members[$0.id].map(JSON.object) }))
    } else if session.arguments.has(csv) {
      session.say(document: SnapshotCSV.text(snapshots))
    } else if snapshots.isEmpty {
      session.inform("no incidents")
    } else {
      session.say(list: snapshots)
    }
  }

  private static func filter(_ session: Session) throws(CommandFailure) -> SnapshotFilter {
    let arguments = session.arguments
    if arguments.has(csv), session.wantsJSON {
      throw CommandFailure(arguments.failure(.conflict(csv, GlobalOptions.json)))
    }
    var filter = SnapshotFilter()
    for typed in arguments.values(of: status) {
      if typed.lowercased() == "active" {
        filter.statuses.formUnion(Status.allCases.filter(\.isActive))
      } else {
        filter.statuses.insert(
          try arguments.word(status, typed, among: ["active"] + Status.typedWords, Status.init(typed:)))
      }
    }
    for typed in arguments.values(of: severity) {
      filter.severities.insert(try arguments.word(severity, typed, among: Severity.typedWords, Severity.init(typed:)))
    }
    filter.services = Set(arguments.values(of: service))
    filter.since = try arguments.moment(since, now: session.now, direction: .since)
    filter.until = try arguments.moment(until, now: session.now)
    if let typed = arguments.value(of: limit) {
      guard let count = Int(typed), count > 0 else {
        throw CommandFailure(arguments.failure(.invalidValue(limit, typed, expected: "a whole number from 1 on")))
      }
      filter.limit = count
    }
    return filter
  }
}
