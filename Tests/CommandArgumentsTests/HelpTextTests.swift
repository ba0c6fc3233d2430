import CommandArguments
import Testing

@Suite("Help")
struct HelpTextTests {
  @Test("of the program lists the commands in their groups")
  func program() {
    #expect(
      Sample.program.helpText() == """
        Track incidents.

        Usage: incident [options] COMMAND

        Respond:
          declare, open  Open an incident
          ack            Say that someone is on it
          update         Say how it is going
          assign         Give someone a role

        Learn:
          postmortem     Write the postmortem
          action         Follow-ups
          template       Templates

        Store:
          import         Read payloads

        Options:
              --version        Show the version

        Common options:
          -C, --directory DIR  Work in this directory
              --json           Print one JSON document
              --color WHEN     Colour the output (auto, always, never)
              --at TIME        When it happened
          -h, --help           Show this help

        Run `incident COMMAND --help` for more about a command.

        """)
  }

  @Test("words with a meaning each have a table of their own, once for all options that offer them")
  func explainedWords() {
    let checks = Candidates.explained(
      title: "Checks", [ExplainedWord("form", "Is it neat"), ExplainedWord("id", "One")])
    let command = CommandSyntax(
      "check", summary: "Check",
      options: [
        .repeated("only", "NAME", help: "These alone", candidates: checks),
        .repeated("skip", "NAME", help: "All but these", candidates: checks),
      ])
    #expect(
      command.helpText() == """
        Check.

        Usage: check [options]

        Options:
              --only NAME  These alone (may be repeated)
              --skip NAME  All but these (may be repeated)

        Common options:
          -h, --help       Show this help

        Checks:
          form  Is it neat
          id    One

        """)
    #expect(checks.words == ["form", "id"])
  }

  @Test("of a command has everything that can be given, and examples")
  func command() {
    #expect(
      Sample.program.helpText(of: ["declare"]) == """
        Open an incident.

        Usage: incident declare [options] TITLE [REF]

        Writes one record and says where. Nothing has to be set up first: where there is
        no store, one is made.

        Operands:
          TITLE                 what is wrong, in one line
          [REF]                 the incident, if more than one is active

        Options:
          -s, --severity LEVEL  How bad it is (1, 2, 3)
              --service NAME    Affected service (may be repeated)
          -a, --ack             Acknowledge it as well
          -d, --drill           Only practise

        Common options:
          -C, --directory DIR   Work in this directory
              --json            Print one JSON document
              --color WHEN      Colour the output (auto, always, never)
              --at TIME         When it happened
          -h, --help            Show this help

        Examples:
          incident declare 'Payment latency' --severity 2
              Declare a SEV2
          incident --at -15m declare Down -as1 && incident ack
              Declare it as of a quarter of an hour ago

        """)
  }

  @Test("of a command with operands and subcommands has a usage line for each")
  func subcommands() {
    #expect(
      Sample.program.helpText(of: ["postmortem"], width: 58) == """
        Write the postmortem.

        Usage: incident postmortem [options] [REF]
               incident postmortem [options] COMMAND

        Commands:
          publish  Mark it published

        Operands:
          [REF]                the incident, if more than one is
                               active

        Options:
              --force          Write even so

        Common options:
          -C, --directory DIR  Work in this directory
              --json           Print one JSON document
              --color WHEN     Colour the output (auto, always,
                               never)
              --at TIME        When it happened
          -h, --help           Show this help

        Run `incident postmortem COMMAND --help` for more about a
        command.

        """)
  }

  @Test("stands in one column where two do not fit")
  func narrow() {
    #expect(
      Sample.program.helpText(of: ["update"], width: 40) == """
        Say how it is going.

        Usage: incident update [options] [REF]

        Operands:
          [REF]
              the incident, if more than one is
              active

        Options:
          -m, --message TEXT
              What to say; - reads standard
              input

        Common options:
          -C, --directory DIR
              Work in this directory
          --json
              Print one JSON document
          --color WHEN
              Colour the output (auto, always,
              never)
          --at TIME
              When it happened
          -h, --help
              Show this help

        """)
  }

  @Test("keeps to its width, whatever that is", arguments: [Int.min, -1, 0, 1, 20, 40, 57, 80, 200, .max])
  func widths(width: Int) {
    for path in [[], ["declare"], ["template", "show"]] {
      let text = Sample.program.helpText(of: path, width: width)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let examples = Sample.declare.examples.map { "  " + $0.commandLine }
      let tooLong = lines.filter { $0.count > max(width, 40) && !examples.contains(String($0)) }
      #expect(tooLong == [])
      #expect(lines.allSatisfy { $0.last != " " })
    }
  }

  @Test("puts a long term on a line of its own, and survives every script")
  func longTerm() {
    let option = Option.value("a-very-long-name-for-an-option", "PLACEHOLDER", help: "日本語 🙂 e\u{301}")
    #expect(
      CommandSyntax("tool", summary: "Résumé", options: [option]).helpText(width: 60) == """
        Résumé.

        Usage: tool [options]

        Options:
              --a-very-long-name-for-an-option PLACEHOLDER
                      日本語 🙂 e\u{301}

        Common options:
          -h, --help  Show this help

        """)
  }

  @Test("a path that leads nowhere gives the help of the last command reached")
  func lostPath() {
    #expect(Sample.program.helpText(of: ["nowhere"]) == Sample.program.helpText())
    #expect(Sample.program.helpText(of: ["ack", "x"]) == Sample.program.helpText(of: ["ack"]))
  }
}
