import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident budget`: what objectives allow, what incidents spent of it, and what is left.
enum ShowBudget {
  static let service = Option.repeated("service", "NAME", help: "Only this service's")
  static let whatIf = Option.value("what-if", "TIME", help: "Show what a full outage of that length would leave: 20m")
  static let gate = Option.flag("gate", help: "Exit 1 where a budget is spent, or would be with --what-if")

  static let syntax = CommandSyntax(
    "budget", summary: "Show the error budget of each service: allowed, spent, left, and by what",
    discussion: [
      "The settings say what is promised: \"objectives\": {\"payments\": {\"objective\": 99.9, \"window\": \"30d\"}}, or "
        + "\"window\": \"month\". At each moment the heaviest impact counts: the share of users that the record has, else "
        + "the impactWeight of the severity that it had then. Drills and cancelled incidents spend nothing.",
      "A record that cannot be read is left out, and the exit status then is 3, whatever a gate says.",
    ],
    options: [service, whatIf, gate, FigureFormat.option, FigureFormat.strict],
    examples: [
      Example("incident budget", "What is left of every one"),
      Example("incident budget --service payments --what-if 20m", "What an outage of 20 minutes would leave"),
      Example("incident budget --gate --strict", "Before a deployment"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let format = try FigureFormat(session)
    let outage = try outage(session)
    let store = try session.store()
    let config = try session.config()
    let zone = try session.timeZone(of: config)
    let unreadable = BudgetObjectives.Unreadable(try session.configReading())
    guard let heads = try session.headsForFigures(restingOn: BudgetObjectives.settings) else { return }
    let objectives = try objectives(config, unreadable, heads.snapshots, store, session)
    let budgets = Budget.all(
      of: objectives, spentBy: heads.snapshots, policy: config.policy, now: session.now, in: zone.rules)
    answer(budgets, outage, zone.name, in: format, session)
    if session.arguments.has(gate), let failure = shut(budgets, outage) {
      session.tell(failure)
      // What was left out may weigh more than what a gate says of the rest.
      if session.status == .done { session.status = failure.status }
    }
  }

  /// Those that were asked for. That there are none may be for settings that cannot be read.
  private static func objectives(
    _ config: Config, _ unreadable: BudgetObjectives.Unreadable, _ snapshots: [Snapshot], _ store: StoreAccess,
    _ session: Session
  ) throws(CommandFailure) -> [ServiceObjective] {
    let names = session.arguments.values(of: service)
    for name in names where !name.hasWords {
      throw CommandFailure(session.arguments.failure(.invalidValue(service, name, expected: "a name")))
    }
    do throws(CommandFailure) {
      let objectives = BudgetObjectives(config, unreadable, snapshots, store)
      let chosen = try objectives.chosen(by: names)
      for warning in objectives.warnings(of: chosen) { session.warn(warning) }
      return chosen
    } catch {
      var failure = error
      if session.status == .storage { failure.status = .storage }
      throw failure
    }
  }

  private static func outage(_ session: Session) throws(CommandFailure) -> TimeSpan? {
    guard let typed = session.arguments.value(of: whatIf) else { return nil }
    guard let span = TimeSpan(typed), span.seconds > 0 else {
      throw CommandFailure(
        session.arguments.failure(.invalidValue(whatIf, typed, expected: "a length of time such as 20m")))
    }
    return span
  }

  private static func answer(
    _ budgets: [Budget], _ outage: TimeSpan?, _ timeZone: String, in format: FigureFormat, _ session: Session
  ) {
    switch format {
    case .text: session.say(BudgetPage(budgets, whatIf: outage).lines(width: session.outputStyle.columns))
    case .csv: session.say(document: BudgetCSV.text(budgets, whatIf: outage))
    case .markdown: session.say(document: BudgetMarkdown.text(budgets, whatIf: outage))
    case .json:
      session.say(json: BudgetDocument.json(budgets, now: session.now, timeZone: timeZone, whatIf: outage))
    }
  }

  /// Why the gate is shut; nil where it is open.
  private static func shut(_ budgets: [Budget], _ outage: TimeSpan?) -> CommandFailure? {
    let spent = budgets.filter { budget in
      (outage.map(budget.account.adding) ?? budget.account).isSpent
    }.map(\.objective.service)
    guard !spent.isEmpty else { return nil }
    let subject = spent.count == 1 ? "the error budget of \(spent[0])" : "the error budgets of \(listed(spent))"
    let verb = spent.count == 1 ? "is" : "are"
    return .refused(
      "the gate is shut: \(subject) "
        + (outage.map { "would be spent with \(BudgetText.minutes($0.seconds)) more" } ?? "\(verb) spent"))
  }

  private static func listed(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
