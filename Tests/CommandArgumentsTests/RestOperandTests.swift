import CommandArguments
import Testing

@Suite("An operand that takes a command line")
struct RestOperandTests {
  static let command = Operand.rest("COMMAND", help: "What to run")
  static let message = Option.value("message", short: "m", "TEXT", help: "Why")
  static let tool = CommandSyntax(
    "tool", summary: "A tool", sharedOptions: [.flag("json", help: "As JSON")],
    subcommands: [
      CommandSyntax(
        "run", summary: "Run", operands: [command], options: [message], examples: [Example("tool run -- ls -l", "Try")]),
      CommandSyntax("in", summary: "Run in", operands: [.required("PLACE", help: "Where"), command]),
    ])

  static let read: [(typed: [String], command: [String], canonical: [String])] = [
    (["run", "ls"], ["ls"], ["run", "ls"]),
    (["run", "--", "ls", "-l"], ["ls", "-l"], ["run", "--", "ls", "-l"]),
    (["run", "ls", "-l", "--json", "--help", "-m"], ["ls", "-l", "--json", "--help", "-m"], []),
    (["run", "ls", "--", "-l"], ["ls", "--", "-l"], []),
    (["run", "--", "--", "ls"], ["--", "ls"], []),
    (["run", "-m", "x", "ls", "-m", "y"], ["ls", "-m", "y"], ["run", "--message=x", "--", "ls", "-m", "y"]),
    (["--json", "run", "ls", "run"], ["ls", "run"], ["run", "--json", "ls", "run"]),
    (["run", "help"], ["help"], ["run", "help"]),
    (["run", "-", "-x"], ["-", "-x"], []),
    (["run", "", "x"], ["", "x"], []),
    (["in", "here", "ls", "-l"], ["ls", "-l"], ["in", "--", "here", "ls", "-l"]),
    (["in", "--json", "here", "--", "ls", "-l"], ["ls", "-l"], []),
  ]

  @Test("takes every word from its first on as it is", arguments: read)
  func takes(typed: [String], command: [String], canonical: [String]) throws {
    guard case .run(let arguments) = try Self.tool.parse(typed) else {
      Issue.record("taken for a wish for help")
      return
    }
    #expect(arguments.values(of: Self.command) == command)
    if !canonical.isEmpty { #expect(arguments.words == canonical) }
    #expect(try Self.tool.parse(arguments.words) == .run(arguments))
  }

  @Test("is required, and options before it are still the command's own")
  func refused() throws {
    for typed in [["run"], ["run", "--"], ["run", "-m", "x"], ["in", "here"]] {
      #expect(
        try #require(throws: UsageError.self) { try Self.tool.parse(typed) }.kind == .missingOperand(Self.command))
    }
    #expect(
      try #require(throws: UsageError.self) { try Self.tool.parse(["run", "-l", "ls"]) }.kind == .unknownOption("-l"))
    #expect(try Self.tool.parse(["run", "--help", "ls"]) == .help(path: ["run"]))
  }

  @Test("is the last operand, or the table is at fault; help shows that -- may stand before it")
  func table() {
    #expect(Self.tool.problems() == [])
    let faulty = CommandSyntax("tool", summary: "A", operands: [Self.command, .optional("X", help: "x")])
    #expect(faulty.problems() == ["`tool`: COMMAND takes many words but is not the last operand."])
    let behind = CommandSyntax("tool", summary: "A", operands: [.optional("X", help: "x"), Self.command])
    #expect(behind.problems() == ["`tool`: COMMAND is required but stands after the optional X."])
    #expect(Self.tool.helpText(of: ["run"]).contains("Usage: tool run [options] [--] COMMAND..."))
  }

  @Test("Bash completes programs, and behind one leaves options alone", .enabled(if: InstalledShell.isInstalled(.bash)))
  func bash() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let drives = [
      ["run", "tou"], ["run", "-m", "x", "tou"], ["run", "touch", "--js"], ["run", "--js"],
      ["run", "--", "touch", "-x", folder.path + "/payl"],
    ].map { words in
      "COMP_WORDS=(tool \(words.map(shellQuoted).joined(separator: " "))) COMP_CWORD=\(words.count)\n"
        + "_tool; printf '%s\\n' \"${COMPREPLY[@]}\" | grep -x -e touch -e '.*pay.*' -e '--js.*' | sort | tr '\\n' ' '; echo"
    }
    let script = "set -u\n" + Self.tool.completionScript(for: .bash) + "\n" + drives.joined(separator: "\n")
    let (output, status) = try #require(InstalledShell(.bash)).run(script, flags: ["--norc"])
    #expect(status == 0)
    #expect(
      output.replacing(folder.path, with: "") == "touch \ntouch \n\n--json \n/payload.json /payloads \n", "\(output)")
  }

  @Test("Zsh hands the command line on to the shell's own completion", .enabled(if: InstalledShell.isInstalled(.zsh)))
  func zsh() throws {
    let script = """
      compset() { return 0; }
      _command_names() { print commands; }
      _normal() { print "normal $CURRENT $words"; }
      _describe() { print described; }
      \(Self.tool.completionScript(for: .zsh))
      words=(tool run tou) CURRENT=3; _tool
      words=(tool run -m x touch -x '') CURRENT=7; _tool
      words=(tool run --js) CURRENT=3; _tool
      """
    let (output, status) = try #require(InstalledShell(.zsh)).run(script, flags: ["-f"])
    #expect(status == 0)
    #expect(output == "commands\nnormal 3 touch -x \ndescribed\n", "\(output)")
  }

  @Test("Fish hands the command line on to the shell's own completion", .enabled(if: InstalledShell.isInstalled(.fish)))
  func fish() throws {
    let script = """
      complete -c touch -f -l flavour -d Taste
      \(Self.tool.completionScript(for: .fish))
      complete -C 'tool run touc' | string match -r '^touch\\b'
      complete -C 'tool run -m x -- touch --flav' | string replace -r '\\t.*' ''
      complete -C 'tool run --js' | string replace -r '\\t.*' ''
      """
    let (output, status) = try #require(InstalledShell(.fish)).run(script, flags: ["--no-config"])
    #expect(status == 0)
    #expect(output == "touch\n--flavour\n--json\n", "\(output)")
  }
}
