import CommandArguments
import JSONTree

/// `incident completions`: what a shell completes.
enum Completions {
  static let shell = Operand.required("SHELL", help: "The shell", candidates: ["bash", "zsh", "fish"])

  static let syntax = CommandSyntax(
    "completions", summary: "Print a script that completes commands and options in a shell", operands: [shell],
    examples: [
      Example("incident completions bash > ~/.local/share/bash-completion/completions/incident", "For Bash"),
      Example("incident completions fish > ~/.config/fish/completions/incident.fish", "For Fish"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    guard let shell = try session.arguments.word(shell, among: Shell.allCases.map(\.rawValue), Shell.init(rawValue:))
    else { throw CommandFailure(session.arguments.failure(.missingOperand(shell))) }
    let script = CommandTable.root.completionScript(for: shell)
    if session.wantsJSON { return session.say(json: ["shell": .string(shell.rawValue), "script": .string(script)]) }
    session.say(document: script)
  }
}
