import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Mustache

/// `incident template`: the texts that comms, postmortem, handoff and report are made from.
enum Template {
  static let name = Operand.required("NAME", help: "A template, as template list names it")
  static let context = Option.value(
    "context", "INCIDENT", help: "Show what the template is told of that incident, as JSON; report: of that period")
  static let file = Operand.required("TEMPLATE", help: "A template's name, or a Mustache file")
  static let data = Option.value("data", "FILE", help: "Render with a JSON file's data; - reads standard input")
  /// The one that is told of a period.
  private static let report = "report"
  static let incident = Option.value(
    "incident", "INCIDENT", help: "Render with what templates are told of that incident")

  static let syntax = CommandSyntax(
    "template", summary: "List, show and render templates",
    discussion: [
      "Templates are Mustache. A team's incidents/templates/NAME.md shadows the built-in one of the same name."
    ],
    examples: [
      Example("incident template list", "Which there are"),
      Example("incident template show comms-external", "What one says"),
    ],
    subcommands: [
      CommandSyntax(
        "list", summary: "List the templates and where each comes from",
        examples: [
          Example("incident template list", "Built-in ones and the team's"),
          Example("incident template list --json", "The same for a program"),
        ]),
      CommandSyntax(
        "show", summary: "Print a template, or what it is told", operands: [name], options: [context],
        examples: [
          Example("incident template show postmortem > postmortem.md", "A copy to change, for incidents/templates/"),
          Example("incident template show postmortem --context 7qk4", "What there is to use in it"),
        ]),
      CommandSyntax(
        "render", summary: "Render a template", operands: [file], options: [data, incident],
        examples: [
          Example("incident template render page.md --data page.json", "Any Mustache file, partials beside it"),
          Example("incident template render comms-internal --incident 7qk4", "A template with an incident"),
        ]),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    switch session.arguments.path.last {
    case "show": try show(session)
    case "render": try render(session)
    default: try list(session)
    }
  }

  private static func list(_ session: Session) throws(CommandFailure) {
    let library = try session.templates()
    let entries = library.names.compactMap(library.entry(named:))
    if session.wantsJSON {
      return session.say(
        json: .array(entries.map { ["name": .string($0.name), "origin": .string($0.origin.rawValue)] }))
    }
    let rows = entries.map { entry -> [StyledLine] in
      ["\(entry.name, .label)", "\(entry.origin == .builtIn ? "built in" : "incidents/templates/\(entry.fileName)")"]
    }
    session.say(
      TextTable(columns: [.init("template"), .init("from")], rows: rows).lines(width: session.outputStyle.columns))
  }

  private static func show(_ session: Session) throws(CommandFailure) {
    let typed = session.arguments.value(of: name) ?? ""
    let library = try session.templates(for: typed)
    guard let entry = library.entry(named: typed) else { throw unknown(typed, library) }
    if let reference = session.arguments.value(of: context) {
      let value =
        entry.name == report
        ? try session.reportContext(reference) : try incidentContext(reference, for: entry.name, session)
      return session.say(json: value.json)
    }
    if session.wantsJSON {
      return session.say(
        json: [
          "name": .string(entry.name), "origin": .string(entry.origin.rawValue), "source": .string(entry.source),
        ])
    }
    session.say(document: entry.source)
  }

  private static func render(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let typed = arguments.value(of: file) ?? ""
    let library = try session.templates(for: typed)
    let value: MustacheValue
    switch (arguments.value(of: data), arguments.value(of: incident)) {
    case (.some, .some): throw CommandFailure(arguments.failure(.conflict(data, incident)))
    case (let dataFile?, nil): value = MustacheValue(json: try json(in: dataFile, session))
    case (nil, .some) where TemplateFile.name(typed, isOf: report):
      throw CommandFailure(
        status: .usage, message: "the template \"report\" is told of a period, not of an incident",
        hints: [Hint("incident report --month 2026-10", "renders it with one")])
    case (nil, nil) where TemplateFile.name(typed, isOf: report): value = try session.reportContext(nil)
    case (nil, let reference?): value = try incidentContext(reference, for: typed, session)
    case (nil, nil) where IncidentReports.Comms.audience(ofTemplate: typed) != nil:
      throw CommandFailure(arguments.failure(.missingOption(incident)))
    case (nil, nil): value = try session.shift(since: session.now.adding(-Session.shiftLength)).value
    }
    let path = session.path(typed)
    let text: String
    let template = TemplateFile(path, session.environment.fileSystem)
    if arguments.has(data), try template.exists() {
      text = try template.render(value, session)
    } else if let rendered = try session.rendering({ () throws(TemplateError) in
      try library.render(typed, with: value)
    }) {
      text = rendered
    } else if try template.exists() {
      text = try template.render(value, session)
    } else {
      throw unknown(typed, library)
    }
    if session.wantsJSON { return session.say(json: ["text": .string(text)]) }
    session.say(document: text)
  }

  private static func unknown(_ name: String, _ library: TemplateLibrary) -> CommandFailure {
    let nearest = nearestWord(to: name, among: library.names).map { ". Did you mean `\($0)`?" } ?? ""
    return CommandFailure(
      status: .usage, message: "no template is called \"\(name)\"\(nearest)",
      hints: [Hint("incident template list", "shows which there are")])
  }

  /// What a template is told of an incident: by its name, or by that of its file.
  private static func incidentContext(
    _ reference: String, for template: String, _ session: Session
  ) throws(CommandFailure) -> MustacheValue {
    let incident = try session.store().load(try session.incidentID(named: reference)).incident
    let config = try session.config()
    let audience = IncidentReports.Comms.audience(ofTemplate: template) ?? .internal
    return IncidentContext(incident, now: session.now, policy: config.policy, publicNames: config.publicNames)
      .value(for: audience)
  }

  private static func json(in typed: String, _ session: Session) throws(CommandFailure) -> JSON {
    let bytes: [UInt8]
    let path = typed == "-" ? "standard input" : session.path(typed)
    if typed == "-" {
      bytes = try session.standardInput()
    } else {
      bytes = try TemplateFile(path, session.environment.fileSystem).bytes()
    }
    do throws(JSONError) {
      return try JSON.parse(bytes)
    } catch {
      throw .storage(
        error.message, at: FilePlace(path: path, line: error.position.line, column: error.position.column))
    }
  }
}
