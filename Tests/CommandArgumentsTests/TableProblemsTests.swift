import CommandArguments
import Testing

@Suite("Self-check of a table")
struct TableProblemsTests {
  @Test("finds nothing in a good table")
  func good() {
    #expect(Sample.program.problems() == [])
  }

  static func tool(_ options: [Option] = [], _ operands: [Operand] = [], _ examples: [Example] = []) -> CommandSyntax {
    CommandSyntax("tool", summary: "A tool", operands: operands, options: options, examples: examples)
  }

  static let faulty: [(CommandSyntax, String)] = [
    (CommandSyntax("tool", summary: ""), "`tool`: its summary has no help line."),
    (CommandSyntax("tool", summary: "A tool."), "`tool`: the help line of its summary ends in a period."),
    (
      CommandSyntax("Tool", summary: "A"),
      "`Tool`: `Tool` is not a name: lowercase letters, digits and single hyphens, a letter first."
    ),
    (
      CommandSyntax("t--l", summary: "A"),
      "`t--l`: `t--l` is not a name: lowercase letters, digits and single hyphens, a letter first."
    ),
    (tool([.flag("x", help: "")]), "`tool`: `--x` has no help line."),
    (tool([.flag("x", help: "a\nb")]), "`tool`: the help line of `--x` is more than one line."),
    (
      tool([.flag("x", help: String(repeating: "x", count: 81))]),
      "`tool`: the help line of `--x` is longer than 80 characters."
    ),
    (tool([.flag("x", help: "a"), .flag("x", help: "b")]), "`tool`: `--x` is named twice."),
    (tool([.flag("x", short: "x", help: "a"), .flag("y", short: "x", help: "b")]), "`tool`: `-x` is named twice."),
    (tool([.flag("help", help: "a")]), "`tool`: `--help` is named twice."),
    (tool([.flag("host", short: "h", help: "a")]), "`tool`: `-h` is named twice."),
    (tool([.flag("x", short: "é", help: "a")]), "`tool`: `-é` is not a letter or digit."),
    (tool([.value("x", "", help: "a")]), "`tool`: `--x` has an empty placeholder."),
    (
      tool([], [.optional("A", help: "a"), .required("B", help: "b")]),
      "`tool`: B is required but stands after the optional A."
    ),
    (
      tool([], [.many("A", help: "a"), .optional("B", help: "b")]),
      "`tool`: A takes many words but is not the last operand."
    ),
    (tool([], [.optional("A", help: "a"), .optional("A", help: "b")]), "`tool`: `A` is named twice."),
    (
      tool([], [], [Example("tool --x", "Try")]),
      "`tool`: example `tool --x` does not parse: `tool` has no option `--x`."
    ),
    (tool([], [], [Example("tool 'x", "Try")]), "`tool`: example `tool 'x` leaves a quote open."),
    (tool([], [], [Example("ls | wc", "Try")]), "`tool`: example `ls | wc` does not show the command."),
    (tool([], [], [Example("tool", "")]), "`tool`: example `tool` has no help line."),
    (
      CommandSyntax(
        "tool", summary: "A", sharedOptions: [.flag("x", help: "a")],
        subcommands: [CommandSyntax("go", summary: "Go", options: [.flag("x", help: "b")])]),
      "`tool go`: `--x` is named twice."
    ),
    (
      CommandSyntax(
        "tool", summary: "A",
        subcommands: [CommandSyntax("go", summary: "Go"), CommandSyntax("run", aliases: ["go"], summary: "Run")]),
      "`tool`: `go` is named twice."
    ),
    (
      CommandSyntax("tool", summary: "A", subcommands: [CommandSyntax("help", summary: "Help")]),
      "`tool`: `help` is named twice."
    ),
  ]

  @Test("finds each fault, and only it", arguments: faulty)
  func findsFault(table: CommandSyntax, problem: String) {
    #expect(table.problems() == [problem])
  }

  @Test(
    "reads examples as a shell does",
    arguments: [
      "tool -m 'a b' c", "tool -m \"a | b\" c", "tool -m a\\ b c", "journalctl -n 5 | tool -m - c", "A=1 B=2 tool c",
      "tool c > out.json", "tool c && tool c", "tool c; ls a b c d", "tool c # and so on, and on", "ls x; tool --help",
    ])
  func shell(line: String) {
    let message = Option.value("message", short: "m", "TEXT", help: "Text")
    let table = Self.tool([message], [.required("C", help: "c")], [Example(line, "Try")])
    #expect(table.problems() == [])
  }
}

@Suite("Quoting for a shell")
struct ShellQuotingTests {
  @Test(
    "leaves plain words bare and quotes the rest",
    arguments: [
      ("7qk4", "7qk4"), ("--severity=2", "--severity=2"), ("a=b", "'a=b'"), ("", "''"), ("a b", "'a b'"),
      ("it's", #"'it'"'"'s'"#), ("$(x)", "'$(x)'"), ("~", "'~'"), ("'\u{301}", "''\"'\"'\u{301}'"), ("é", "'é'"),
    ])
  func quoting(word: String, quoted: String) {
    #expect(shellQuoted(word) == quoted)
  }

  @Test(
    "every shell reads the word back as it was, and runs nothing in it",
    arguments: ["bash", "dash", "zsh", "fish"].filter { InstalledShell(named: $0) != nil })
  func shells(name: String) throws {
    let shell = try #require(InstalledShell(named: name))
    let hostile = [
      "a'; echo HIT #", "a\\'; echo HIT #", "\\", "\\\\", "\\'", "'\\", "'", "''", "\\n", "a\\", "$(echo HIT)",
      "(echo HIT)",
      "`echo HIT`", "!!", "~", "*", "{a,b}", "$HOME", "\"; echo HIT; \"", "'\u{301}; echo HIT; '", "a\nb", "#x", "%s",
    ]
    for word in hostile {
      let (output, status) = try shell.run("printf '[%s]' \(shellQuoted(word))")
      #expect(output == "[\(word)]" && status == 0, "\(name): \(word.debugDescription)")
    }
  }
}
