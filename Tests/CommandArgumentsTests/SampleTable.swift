import CommandArguments

/// A small program with every shape that a table can have.
enum Sample {
  static let directory = Option.value(
    "directory", short: "C", "DIR", help: "Work in this directory", candidates: .directories)
  static let json = Option.flag("json", help: "Print one JSON document")
  static let color = Option.value(
    "color", "WHEN", help: "Colour the output", candidates: ["auto", "always", "never"])
  static let at = Option.value("at", "TIME", help: "When it happened")
  static let version = Option.flag("version", help: "Show the version")

  static let severity = Option.value(
    "severity", short: "s", "LEVEL", help: "How bad it is", candidates: ["1", "2", "3"])
  static let service = Option.repeated("service", "NAME", help: "Affected service")
  static let ack = Option.flag("ack", short: "a", help: "Acknowledge it as well")
  static let drill = Option.flag("drill", short: "d", help: "Only practise")
  static let message = Option.value("message", short: "m", "TEXT", help: "What to say; - reads standard input")
  static let force = Option.flag("force", help: "Write even so")

  static let title = Operand.required("TITLE", help: "what is wrong, in one line")
  static let reference = Operand.optional("REF", help: "the incident, if more than one is active")
  static let files = Operand.many("FILE", help: "files to read", candidates: .files)
  static let role = Operand.required("ROLE", help: "the role", candidates: ["ic", "comms"])

  static let declare = CommandSyntax(
    "declare", aliases: ["open"], summary: "Open an incident",
    discussion: [
      "Writes one record and says where. Nothing has to be set up first: where there is no store, one is made."
    ],
    operands: [title, reference], options: [severity, service, ack, drill],
    examples: [
      Example("incident declare 'Payment latency' --severity 2", "Declare a SEV2"),
      Example("incident --at -15m declare Down -as1 && incident ack", "Declare it as of a quarter of an hour ago"),
    ])
  static let acknowledge = CommandSyntax("ack", summary: "Say that someone is on it", operands: [reference])
  static let update = CommandSyntax("update", summary: "Say how it is going", operands: [reference], options: [message])
  static let importFiles = CommandSyntax("import", summary: "Read payloads", operands: [files])
  static let assign = CommandSyntax("assign", summary: "Give someone a role", operands: [role, reference])
  static let postmortem = CommandSyntax(
    "postmortem", summary: "Write the postmortem", operands: [reference], options: [force],
    subcommands: [CommandSyntax("publish", summary: "Mark it published", operands: [reference])])
  static let template = CommandSyntax(
    "template", summary: "Templates",
    subcommands: [
      CommandSyntax("list", summary: "List the templates"),
      CommandSyntax("show", summary: "Print one", operands: [.required("NAME", help: "the template")]),
    ])
  static let action = CommandSyntax(
    "action", summary: "Follow-ups", subcommands: [CommandSyntax("add", summary: "Add one", operands: [title])],
    runsAlone: true)

  static let program = CommandSyntax(
    "incident", summary: "Track incidents", options: [version], sharedOptions: [directory, json, color, at],
    groups: [
      CommandGroup("Respond", [declare, acknowledge, update, assign]),
      CommandGroup("Learn", [postmortem, action, template]),
      CommandGroup("Store", [importFiles]),
    ])
}
