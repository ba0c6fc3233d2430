import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook suggest`: which runbooks are for what goes on, and why.
enum RunbookSuggest {
  static let alert = Option.repeated("alert", "NAME", help: "The name of an alert")
  static let label = Option.repeated("label", "NAME=VALUE", help: "A label of an alert")
  static let service = Option.repeated("service", "NAME", help: "A service that suffers")

  static let syntax = CommandSyntax(
    "suggest", summary: "Say which runbooks are for an incident or an alert, the best first, and why",
    discussion: [
      "What an alert links to comes first, then triggers on an alert's name, on its labels, on the words of the title, and "
        + "runbooks for the service. Exits 1 where there is none."
    ],
    operands: [.incident], options: [alert, label, service],
    examples: [
      Example("incident runbook suggest", "For the only active incident"),
      Example(
        "incident runbook suggest --alert HighLatency --label severity=page", "For an alert, without an incident"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let situation = try situation(session)
    let files = try session.runbooks()
    let matches = files.matches(for: situation)
    if session.wantsJSON {
      session.say(json: .array(matches.map { .object(RunbookHeadText.json($0)) }))
    } else if matches.isEmpty {
      session.inform("no runbook has a trigger that matches")
      session.suggest("incident runbook list", "shows which there are")
    } else {
      let rows = matches.map { match -> [StyledLine] in
        var name = match.runbook ?? ""
        if match.runbook == nil, case .link(let address) = match.reason { name = address }
        return ["\(name, .label)", "\(RunbookHeadText.reason(match.reason))"]
      }
      let columns: [TextTable.Column] = [.init("runbook", leastWidth: 16), .init("because", leastWidth: 16)]
      session.say(TextTable(columns: columns, rows: rows).lines(width: session.outputStyle.columns))
      if let name = matches.first?.runbook {
        session.suggest("incident runbook start \(shellQuoted(name))", "follows the best")
      }
    }
    if matches.isEmpty { session.status = .refused }
  }

  /// What is typed, beside what the incident says; without an incident's reference what is typed alone.
  private static func situation(_ session: Session) throws(CommandFailure) -> RunbookSituation {
    let arguments = session.arguments
    let names = arguments.values(of: alert)
    let labels = try labels(arguments)
    let services = arguments.values(of: service)
    let isTyped = !names.isEmpty || !labels.isEmpty || !services.isEmpty
    var situation = RunbookSituation()
    if !isTyped || arguments.value(of: .incident) != nil {
      situation = RunbookSituation(try session.store().load(try session.incidentID()).incident)
    }
    situation.services = services + situation.services
    // Labels alone are of an alert without a name.
    let typed = (names.isEmpty && !labels.isEmpty ? [nil] : names.map { $0 }).map { name in
      RunbookSituation.Alert(name: name, labels: labels)
    }
    situation.alerts = typed + situation.alerts
    return situation
  }

  private static func labels(_ arguments: Arguments) throws(CommandFailure) -> [AlertLabel] {
    var labels: [AlertLabel] = []
    for typed in arguments.values(of: label) {
      guard let place = typed.firstIndex(of: "="), place != typed.startIndex else {
        throw CommandFailure(arguments.failure(.invalidValue(label, typed, expected: "a label such as severity=page")))
      }
      labels.append(AlertLabel(name: String(typed[..<place]), value: String(typed[typed.index(after: place)...])))
    }
    return labels
  }
}
