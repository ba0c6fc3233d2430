import CommandArguments
import Testing

@Suite("Completions, in the shells themselves")
struct CompletionTests {
  /// The words typed, the last one being completed, and what a shell offers for it, sorted.
  static let lines: [(typed: [String], offered: [String])] = [
    (["de"], ["declare"]),
    (["he"], ["help"]),
    ([""], ["ack", "action", "assign", "declare", "help", "import", "postmortem", "template", "update"]),
    (["--json", "a"], ["ack", "action", "assign"]),
    (["--color", "a"], ["always", "auto"]),
    (["ack", "--color", ""], ["always", "auto", "never"]),
    (["--at", "de"], []),
    (["--at", "ack", "de"], ["declare"]),
    (["help", "de"], ["declare"]),
    (["--ver"], ["--version"]),
    (["ack", "--ver"], []),
    (["declare", "--se"], ["--service", "--severity"]),
    (["open", "--se"], ["--service", "--severity"]),
    (["declare", "-s", ""], ["1", "2", "3"]),
    (["declare", "Down", "--h"], ["--help"]),
    (["declare", "--", "--se"], []),
    (["postmortem", "p"], ["publish"]),
    (["postmortem", "x", "p"], []),
    (["postmortem", "publish", "--fo"], []),
    (["postmortem", "--fo"], ["--force"]),
    (["template", ""], ["help", "list", "show"]),
    (["assign", ""], ["comms", "ic"]),
    (["assign", "ic", ""], []),
  ]

  @Test("Bash offers the words of the table", .enabled(if: InstalledShell.isInstalled(.bash)))
  func bash() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let attached: [(typed: [String], offered: [String])] = [
      (["ack", "--color", "="], ["always", "auto", "never"]), (["ack", "--color", "=", "n"], ["never"]),
      (["ack", "--color=n"], ["--color=never"]), (["ack", "--color", "=", "never", "-"], Self.commonOptions),
      (["-C", folder.path + "/pay"], [folder.path + "/payloads"]),
      (["import", "a", folder.path + "/pay"], [folder.path + "/payload.json", folder.path + "/payloads"]),
    ]
    let drives = (Self.lines + attached).map { typed, _ in
      """
      COMP_WORDS=(incident \(typed.map(shellQuoted).joined(separator: " "))) COMP_CWORD=\(typed.count)
      _incident; printf '%s\\n' "${COMPREPLY[@]}" | sort | tr '\\n' ' '; echo
      """
    }
    let script = Sample.program.completionScript(for: .bash) + "\n" + drives.joined(separator: "\n")
    let (output, status) = try #require(InstalledShell(.bash)).run("set -u\n" + script, flags: ["--norc"])
    #expect(status == 0)
    compare(output, Self.lines + attached)
  }

  @Test("Zsh offers the words of the table", .enabled(if: InstalledShell.isInstalled(.zsh)))
  func zsh() throws {
    let attached: [(typed: [String], offered: [String])] = [
      (["ack", "--color=n"], ["never"]), (["-C", ""], ["-/", "files"]), (["import", "a", ""], ["files"]),
    ]
    let drives = (Self.lines + attached).map { typed, _ in
      """
      words=(incident \(typed.map(shellQuoted).joined(separator: " "))) CURRENT=\(typed.count + 1)
      prefix=${${words[CURRENT]}#--*=}
      _incident | sort | tr '\\n' ' '; echo
      """
    }
    let stubs = """
      compset() { return 0; }
      _files() { print -l -- files "$@"; }
      _describe() { local offer; for offer in ${(P)@[-1]}; do [[ $offer != $prefix* ]] || print -r -- ${offer%%:*}; done; }

      """
    let script = stubs + Sample.program.completionScript(for: .zsh) + "\n" + drives.joined(separator: "\n")
    let (output, status) = try #require(InstalledShell(.zsh)).run(script, flags: ["-f"])
    #expect(status == 0)
    compare(output, Self.lines + attached)
  }

  @Test("Fish offers the words of the table", .enabled(if: InstalledShell.isInstalled(.fish)))
  func fish() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let attached: [(typed: [String], offered: [String])] = [
      (["ack", "--color=n"], ["--color=never"]),
      (["-C", folder.path + "/pay"], [folder.path + "/payloads/"]),
      (["import", "a", folder.path + "/pay"], [folder.path + "/payload.json", folder.path + "/payloads/"]),
    ]
    let drives = (Self.lines + attached).map { typed, _ in
      let line = (["incident"] + typed).joined(separator: " ")
      return "complete -C '\(line)' | string replace -r '\\t.*' '' | sort | tr '\\n' ' '; echo"
    }
    let script = Sample.program.completionScript(for: .fish) + "\n" + drives.joined(separator: "\n")
    let (output, status) = try #require(InstalledShell(.fish)).run(script, flags: ["--no-config"])
    #expect(status == 0)
    compare(output, Self.lines + attached)
  }

  /// A table whose every text tries to run a command, end a quotation or start a line.
  static func hostile(_ folder: Folder) -> CommandSyntax {
    let mark = folder.path + "/run"
    let attack =
      "it's \"x\" `touch \(mark)1` $(touch \(mark)2) (touch \(mark)3)'\u{301}; touch \(mark)4\n\ttouch \(mark)5 \\' %s : [x] *"
    let words = Candidates.explained(title: attack, [ExplainedWord(attack, attack)])
    let option = Option.value("way", "X", help: attack, candidates: words)
    let operand = Operand.required("Y", help: attack, candidates: .words([attack, "$(touch \(mark)6)"]))
    let command = CommandSyntax("go", summary: attack, operands: [operand], options: [option])
    return CommandSyntax("tool", summary: attack, subcommands: [command])
  }

  @Test("hostile help texts and candidates are never run", arguments: Shell.allCases.filter(InstalledShell.isInstalled))
  func hostility(shell: Shell) throws {
    let folder = try Folder()
    defer { folder.remove() }
    let drive =
      switch shell {
      case .bash:
        """
        for last in '' - --way= 'i'; do COMP_WORDS=(tool go "$last") COMP_CWORD=2; _tool; echo "${COMPREPLY[@]}"; done
        COMP_WORDS=(tool '') COMP_CWORD=1; _tool; echo "${COMPREPLY[@]}"
        COMP_WORDS=(tool go '') COMP_CWORD=2; _tool; eval "set -- ${COMPREPLY[0]}"; echo "words $#"
        """
      case .zsh:
        """
        compset() { return 0; }
        _describe() { print -rl -- ${(P)@[-1]}; }
        for last in '' - --way= 'i'; do words=(tool go "$last") CURRENT=3; _tool; done
        words=(tool '') CURRENT=2; _tool; echo "words 1"
        """
      case .fish:
        "complete -C 'tool go '; complete -C 'tool go -'; complete -C 'tool go --way='; complete -C 'tool '; echo words 1"
      }
    let script = Self.hostile(folder).completionScript(for: shell) + "\n" + drive
    let flags: [String] =
      switch shell {
      case .bash: ["--norc"]
      case .zsh: ["-f"]
      case .fish: ["--no-config"]
      }
    let (output, status) = try #require(InstalledShell(shell)).run(script, flags: flags)
    #expect(status == 0, "\(output)")
    #expect(output.hasSuffix("words 1\n"))
    #expect(output.contains("$(touch ") || output.contains("\\$\\(touch"))
    #expect(try folder.contents() == ["payload.json", "payloads"])
  }

  @Test("a table with nothing in it gives a script too", arguments: Shell.allCases.filter(InstalledShell.isInstalled))
  func minimal(shell: Shell) throws {
    let script = CommandSyntax("my-tool", summary: "Nothing").completionScript(for: shell)
    let (output, status) = try #require(InstalledShell(shell)).run(script)
    #expect(status == 0)
    #expect(output == "")
  }

  static let commonOptions = ["--at", "--color", "--directory", "--help", "--json", "-C", "-h"]

  private func compare(_ output: String, _ lines: [(typed: [String], offered: [String])]) {
    let answers = output.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
    for (line, answer) in zip(lines, answers) {
      #expect(answer.map(String.init).sorted() == line.offered.sorted(), "\(line.typed)")
    }
    #expect(answers.count == lines.count + 1, "\(output)")
  }
}
