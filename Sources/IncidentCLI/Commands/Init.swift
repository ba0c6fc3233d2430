import CommandArguments
import IncidentReports
import IncidentStore
import JSONTree

/// `incident init`: a repository made ready.
enum Init {
  static let syntax = CommandSyntax(
    "init", summary: "Make the store, where there is none",
    discussion: ["Declaring an incident does the same; running it again changes nothing."],
    examples: [
      Example("incident init", "Make incidents/ at the root of this Git repository"),
      Example("incident -C ../ops init", "Make it in another one"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let (store, isNew) = try session.storeOrNew()
    let isCompleted = try store.completeIgnoreRules(by: session.lockHolder())
    if session.wantsJSON {
      return session.say(json: ["path": .string(store.location.root), "changed": .bool(isNew || isCompleted)])
    }
    switch (isNew, isCompleted) {
    case (true, _): session.say("made the store \(store.location.root)")
    case (false, true): session.say("completed the .gitignore of the store \(store.location.root)")
    case (false, false): session.say("the store \(store.location.root) is ready; nothing to do")
    }
    if isNew { session.suggest("incident declare \"TITLE\" --severity 2", "declares the first incident") }
  }
}
