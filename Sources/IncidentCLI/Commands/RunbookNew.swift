import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook new`: a runbook of the team's own begins.
enum RunbookNew {
  static let name = Operand.required("NAME", help: "What its file is called, without .md: queue-backlog")

  static let syntax = CommandSyntax(
    "new", summary: "Begin a runbook of the team's own in incidents/runbooks",
    discussion: ["One that is called as a built-in one is a copy of it, to be changed; it shadows that one."],
    operands: [name],
    examples: [
      Example("incident runbook new queue-backlog", "One to be filled in"),
      Example("incident runbook new high-latency", "The built-in one, to be changed"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let typed = arguments.value(of: name) ?? ""
    let stem = typed.hasSuffix(".md") ? String(typed.dropLast(3)) : typed
    guard RunbookLibrary.name(ofFile: stem + ".md") != nil else {
      throw CommandFailure(
        arguments.failure(.invalidOperand(name, typed, expected: "a file's name such as queue-backlog")))
    }
    let original = RunbookLibrary.builtInEntry(stem)
    let source: String
    if let original {
      source = original.source
    } else {
      source = RunbookSkeleton.source(named: stem, owner: try session.author(), reviewed: session.now.date)
    }
    let (store, isNew) = try session.storeOrNew()
    if isNew { session.inform("made the store \(store.location.root)") }
    let fileName = "\(RunbookFiles.folder)/\(stem).md"
    let path = store.location.path(fileName)
    let isMade = try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      try store.make(Array(source.utf8), fileNamed: fileName, under: lock)
    }
    guard isMade else {
      throw .refused(
        "\(path) is there already, and stays as it is", Hint("incident runbook show \(shellQuoted(stem))", "shows it"))
    }
    if session.wantsJSON {
      var json: JSONObject = ["name": .string(stem), "path": .string(path)]
      if let original { json["copyOf"] = .string(original.name) }
      return session.say(json: .object(json))
    }
    session.say("\(path)\(original == nil ? "" : ", a copy of the built-in one")")
    session.suggest("$EDITOR \(shellQuoted(path))", "fill it in; incident runbook show \(shellQuoted(stem)) shows it")
  }
}
