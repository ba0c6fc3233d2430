import CommandArguments
import IncidentCore

/// `incident action`: what is to change, so that it does not happen again.
enum Action {
  static let title = Operand.required("TITLE", help: "What is to be done, so that somebody can tell when it is")
  static let newTitle = Option.value("title", "TITLE", help: "What is to be done, put better")
  static let owner = Option.value("owner", "NAME", help: "Who sees to it")
  static let due = Option.value("due", "DATE", help: "The last day in time: 2026-12-04, 2w, tomorrow")
  static let kind = Option.value(
    "kind", "KIND", help: "What it is to change about the next one",
    candidates: .words(ActionKind.allCases.map(\.rawValue)))
  static let priority = Option.value(
    "priority", "LEVEL", help: "What comes first",
    candidates: .words(ActionPriority.allCases.map(\.rawValue)))
  static let link = Option.value("link", "URL", help: "Where it is tracked elsewhere: an address, a ticket's key")

  static let syntax = CommandSyntax(
    "action", summary: "Follow up: what is to change, who sees to it, by when",
    discussion: [
      "An action is open, started, done, and verified once somebody saw that the change works; or it is dropped. Its name, "
        + "A1, is unique within its incident, whatever the incident's status.",
      "Without a command it lists what is unfinished.",
    ],
    examples: [
      Example("incident action add \"Alert on pool saturation\" --owner dana --due 2w --kind detect", "Add one"),
      Example("incident action list --overdue", "What is late, in every incident"),
    ],
    subcommands: [
      CommandSyntax(
        "add", summary: "Add an action", operands: [title, .incident], options: [owner, due, kind, priority, link],
        examples: [
          Example("incident action add \"Alert on pool saturation\" --owner dana --due 2w --kind detect", "Whole"),
          Example("incident action add \"Bound the retry queue\" 7qk4", "The rest may follow with action edit"),
        ]),
      CommandSyntax(
        "edit", aliases: ["set"], summary: "Change an action: its owner, its due date, its words",
        operands: [.action, .incidentOfAction], options: [newTitle, owner, due, kind, priority, link, .message],
        examples: [
          Example("incident action edit A1 --owner li --due 2026-12-18", "Somebody else, and later"),
          Example("incident action edit A1 7qk4 --link https://tracker.example.org/OPS-12", "Of a named incident"),
        ]),
      step("start", "Say that somebody works on an action, for the first time or again", "Back after the freeze"),
      step("done", "Say that the change is made; whether it works is not known yet", "Merged as 4f2a91c"),
      step("verify", "Say that somebody saw that the change works", "It rang in Tuesday's drill"),
      step("drop", "Say that an action will not be done", "The service is switched off"),
      ActionList.syntax,
    ], runsAlone: true)

  private static func step(_ name: String, _ summary: String, _ words: String) -> CommandSyntax {
    CommandSyntax(
      name, summary: summary, operands: [.action, .incidentOfAction], options: [.message],
      examples: [
        Example("incident action \(name) A1", "Of the only incident that has it"),
        Example("incident action \(name) A1 7qk4 -m \"\(words)\"", "Of a named incident, with words"),
      ])
  }

  static func run(_ session: Session) throws(CommandFailure) {
    switch session.arguments.path.last {
    case "add": try add(session)
    case "edit": try edit(session)
    case "start": try move(to: .started, session)
    case "done": try move(to: .done, session)
    case "verify": try move(to: .verified, session)
    case "drop": try move(to: .dropped, session)
    default: try ActionList.run(session)
    }
  }

  private static func add(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let typed = arguments.value(of: title) ?? ""
    guard typed.hasWords else {
      throw CommandFailure(arguments.failure(.invalidOperand(title, typed, expected: "some words")))
    }
    let action = ActionAdded(
      title: typed, kind: try kind(arguments), owner: try arguments.text(owner),
      due: try arguments.day(due, from: session.at), priority: try priority(arguments), link: try arguments.text(link))
    let recorded = try session.recorded(.addAction(action), on: try session.incidentID())
    let added = recorded.incident.snapshot.actions.first { $0.event == recorded.events.first?.id }
    try session.report(recorded, next: added.flatMap { completion(of: $0, session) })
  }

  private static func edit(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    guard [newTitle, owner, due, kind, priority, link, .message].contains(where: arguments.has) else {
      throw CommandFailure(
        status: .usage, message: "say what is to change: --title, --owner, --due, --kind, --priority, --link or -m",
        hints: [Hint("incident action edit --help", "explains")])
    }
    let (kind, priority) = (try kind(arguments), try priority(arguments))
    let day = try arguments.day(due, from: session.at)
    let (incident, item) = try session.action()
    let change = ActionChanged(
      action: item.event, title: try arguments.text(newTitle), kind: kind, owner: try arguments.text(owner), due: day,
      priority: priority, link: try arguments.text(link), message: try session.message())
    try session.report(try session.recorded(.editAction(change), on: incident.id))
  }

  private static func move(to status: ActionStatus, _ session: Session) throws(CommandFailure) {
    let (incident, item) = try session.action()
    let message = try session.message()
    let recorded = try session.recorded(.moveAction(item.event, to: status, message: message), on: incident.id)
    let isDone = status == .done && recorded.decision.already == nil
    try session.report(
      recorded,
      next: isDone
        ? Hint(command("verify \(item.name)", session), "once somebody saw that the change works") : nil)
  }

  /// What a new action lacks.
  private static func completion(of item: ActionItem, _ session: Session) -> Hint? {
    switch (item.owner, item.due) {
    case (nil, nil):
      Hint(command("edit \(item.name) --owner NAME --due 2w", session), "it has no owner and no due date")
    case (nil, _): Hint(command("edit \(item.name) --owner NAME", session), "it has no owner")
    case (_, nil): Hint(command("edit \(item.name) --due 2w", session), "it has no due date")
    default: nil
    }
  }

  /// The reference is named where it was.
  private static func command(_ words: String, _ session: Session) -> String {
    let reference = session.arguments.value(of: .incident).map { " \($0)" } ?? ""
    return "incident action \(words)\(reference)"
  }

  static func kind(_ arguments: Arguments) throws(CommandFailure) -> ActionKind? {
    try arguments.word(kind, among: ActionKind.allCases.map(\.rawValue), ActionKind.init(typed:))
  }

  private static func priority(_ arguments: Arguments) throws(CommandFailure) -> ActionPriority? {
    try arguments.word(priority, among: ActionPriority.allCases.map(\.rawValue), ActionPriority.init(typed:))
  }
}
