import CommandArguments
import Testing

@testable import IncidentCLI

@Suite struct HelpTests {
  /// The words that lead to each command of the tree, the root's none first.
  static let paths: [[String]] = [[]] + paths(below: CommandTable.root, [])

  private static func paths(below command: CommandSyntax, _ path: [String]) -> [[String]] {
    command.subcommands.flatMap { [path + [$0.name]] + paths(below: $0, path + [$0.name]) }
  }

  private static func command(_ path: [String]) -> CommandSyntax? {
    path.reduce(CommandTable.root) { command, name in command?.subcommands.first { $0.name == name } }
  }

  @Test("the table has no fault of its own")
  func table() {
    #expect(CommandTable.root.problems() == [])
    #expect(CommandTable.root.subcommands.map(\.name).sorted() == CommandName.allCases.map(\.rawValue).sorted())
  }

  @Test("every command has two examples, and they are read as commands", arguments: paths)
  func examples(path: [String]) throws {
    let command = try #require(Self.command(path))
    guard command.subcommands.isEmpty || !command.operands.isEmpty || path.isEmpty else { return }
    #expect(command.examples.count >= 2, "\(path) has \(command.examples.count) examples")
  }

  @Test("the whole tree of help is as recorded")
  func tree() throws {
    let host = try TestHost()
    let before = try host.contents()
    var transcript = ""
    for path in Self.paths {
      let outcome = host.run(path + ["--help"])
      #expect(outcome.status == 0 && outcome.error.isEmpty)
      transcript += outcome.transcript
    }
    try expectSnapshot(transcript, "help")
    #expect(try host.contents() == before)
  }

  @Test("help keeps to the terminal's width", arguments: [40, 60, 80])
  func width(columns: Int) throws {
    let host = try TestHost()
    host.isTerminal = true
    host.columns = columns
    for path in Self.paths {
      let lines = host.run(path + ["--help"]).output.split(separator: "\n")
      let long = lines.filter { $0.count > columns && !$0.contains("incident ") && $0.contains(" ") }
      #expect(long.isEmpty, "\(path) at \(columns) columns")
    }
  }

  @Test("help is asked for in any way", arguments: [["-h"], ["help"], ["--help"]])
  func ways(words: [String]) throws {
    let host = try TestHost()
    #expect(host.run(words).output == host.run("--help").output)
  }

  @Test("nothing typed is a wrong command line, answered with the help")
  func nothing() throws {
    let host = try TestHost()
    let outcome = host.run()
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.error == host.run("--help").output)
  }

  @Test("the version is one line")
  func version() throws {
    let outcome = try TestHost().run("--version")
    #expect(outcome.status == 0 && outcome.output == "incident \(CommandTable.version)\n" && outcome.error.isEmpty)
  }

  @Test("every shell gets a script", arguments: Shell.allCases)
  func completions(shell: Shell) throws {
    let outcome = try TestHost().run("completions", shell.rawValue)
    #expect(outcome.status == 0)
    for name in CommandName.allCases { #expect(outcome.output.contains(name.rawValue)) }
  }
}
