import CommandArguments
import Testing

@Suite("Parsing")
struct ParserTests {
  /// A line, and its canonical form.
  static let accepted: [([String], [String])] = [
    (["ack"], ["ack"]),
    (["ack", "7qk4"], ["ack", "7qk4"]),
    (["open", "Down"], ["declare", "Down"]),
    (["declare", "Down", "--severity", "2"], ["declare", "--severity=2", "Down"]),
    (["declare", "Down", "--severity=2"], ["declare", "--severity=2", "Down"]),
    (["declare", "--severity=a=b", "Down"], ["declare", "--severity=a=b", "Down"]),
    (["declare", "--severity=", "Down"], ["declare", "--severity=", "Down"]),
    (["declare", "--severity", "", "Down"], ["declare", "--severity=", "Down"]),
    (["declare", "-s", "2", "Down"], ["declare", "--severity=2", "Down"]),
    (["declare", "-s2", "Down"], ["declare", "--severity=2", "Down"]),
    (["declare", "-ads2", "Down"], ["declare", "--ack", "--drill", "--severity=2", "Down"]),
    (["declare", "-as", "2", "Down"], ["declare", "--ack", "--severity=2", "Down"]),
    (["declare", "-s=2", "Down"], ["declare", "--severity==2", "Down"]),
    (["ack", "--at", "-15m"], ["ack", "--at=-15m"]),
    (["ack", "--at", "--json"], ["ack", "--at=--json"]),
    (["ack", "--at", "--"], ["ack", "--at=--"]),
    (["ack", "--at", "--help"], ["ack", "--at=--help"]),
    (["update", "-m", "-"], ["update", "--message=-"]),
    (["update", "-m", "-h"], ["update", "--message=-h"]),
    (["update", "-m\u{301}"], ["update", "--message=\u{301}"]),
    (["update", "--message=\u{301}x"], ["update", "--message=\u{301}x"]),
    (["update", "-"], ["update", "--", "-"]),
    (["update", "--", "-x"], ["update", "--", "-x"]),
    (["update", "--", "--"], ["update", "--", "--"]),
    (["declare", "--", "--json", "-x"], ["declare", "--", "--json", "-x"]),
    (["declare", "", ""], ["declare", "", ""]),
    (["--json", "-C", "x", "ack"], ["ack", "--json", "--directory=x"]),
    (["--json", "ack", "-Cx", "7qk4"], ["ack", "--json", "--directory=x", "7qk4"]),
    (["-C", "ack", "ack"], ["ack", "--directory=ack"]),
    (["declare", "--service", "a", "Down", "--service=b"], ["declare", "--service=a", "--service=b", "Down"]),
    (["postmortem"], ["postmortem"]),
    (["postmortem", "7qk4"], ["postmortem", "7qk4"]),
    (["postmortem", "7qk4", "--force"], ["postmortem", "--force", "7qk4"]),
    (["postmortem", "publish", "7qk4"], ["postmortem", "publish", "7qk4"]),
    (["postmortem", "--json", "publish"], ["postmortem", "publish", "--json"]),
    (["postmortem", "--", "publish"], ["postmortem", "--", "publish"]),
    (["postmortem", "publish", "publish"], ["postmortem", "publish", "publish"]),
    (["ack", "help"], ["ack", "help"]),
    (["--", "ack"], ["ack"]),
    (["action"], ["action"]),
    (["action", "add", "x"], ["action", "add", "x"]),
    (["template", "--json", "list"], ["template", "list", "--json"]),
    (["import"], ["import"]),
    (["import", "a", "-", "c"], ["import", "--", "a", "-", "c"]),
    (["--version"], ["--version"]),
    (["--json", "--version"], ["--json", "--version"]),
  ]

  @Test("accepts what the standards accept", arguments: accepted)
  func accepts(line: [String], canonical: [String]) throws {
    guard case .run(let arguments) = try Sample.program.parse(line) else {
      Issue.record("taken for a wish for help")
      return
    }
    #expect(arguments.words == canonical)
    #expect(try Sample.program.parse(arguments.words) == .run(arguments))
  }

  static let refused: [([String], UsageError.Kind, String?)] = [
    ([], .missingCommand, nil),
    (["--json"], .missingCommand, nil),
    (["template"], .missingCommand, nil),
    (["acknowledge"], .unknownCommand("acknowledge"), "ack"),
    (["decalre", "x"], .unknownCommand("decalre"), "declare"),
    (["DECLARE", "x"], .unknownCommand("DECLARE"), "declare"),
    (["post"], .unknownCommand("post"), "postmortem"),
    (["template", "lsit"], .unknownCommand("lsit"), "list"),
    (["hlep"], .unknownCommand("hlep"), "help"),
    ([""], .unknownCommand(""), nil),
    (["-"], .unknownCommand("-"), nil),
    (["ack", "--help-me"], .unknownOption("--help-me"), "--help"),
    (["declare", "Down", "--sev", "2"], .unknownOption("--sev"), "--severity"),
    (["declare", "Down", "--sev=2"], .unknownOption("--sev"), "--severity"),
    (["declare", "Down", "--severiyt=2"], .unknownOption("--severiyt"), "--severity"),
    (["ack", "--JSON"], .unknownOption("--JSON"), "--json"),
    (["ack", "-json"], .unknownOption("-j"), "--json"),
    (["ack", "-c", "x"], .unknownOption("-c"), "-C"),
    (["ack", "--severity=1"], .unknownOption("--severity"), nil),
    (["ack", "--=x"], .unknownOption("--"), nil),
    (["declare", "-axs2", "Down"], .unknownOption("-x"), nil),
    (["ack", "--version"], .unknownOption("--version"), nil),
    (["--version", "ack"], .misplacedOption(Sample.version), nil),
    (["postmortem", "--force", "publish"], .misplacedOption(Sample.force), nil),
    (["ack", "--at"], .missingValue(Sample.at), nil),
    (["ack", "-C"], .missingValue(Sample.directory), nil),
    (["ack", "--json=1"], .unexpectedValue(Sample.json, "1"), nil),
    (["ack", "--json="], .unexpectedValue(Sample.json, ""), nil),
    (["ack", "--help=x"], .unexpectedValue(Option.help, "x"), nil),
    (["ack", "--json", "--json"], .repeatedOption(Sample.json), nil),
    (["-C", "a", "ack", "-C", "a"], .repeatedOption(Sample.directory), nil),
    (["declare"], .missingOperand(Sample.title), nil),
    (["declare", "--severity", "2"], .missingOperand(Sample.title), nil),
    (["assign"], .missingOperand(Sample.role), nil),
    (["declare", "Payment", "latency", "high"], .unexpectedOperand("high"), nil),
    (["template", "list", "x"], .unexpectedOperand("x"), nil),
    (["postmortem", "publsh", "7qk4"], .unexpectedOperand("7qk4"), "publish"),
    (["ack", "--bogus", "--sev", "a", "b"], .unknownOption("--bogus"), nil),
  ]

  @Test("refuses what is wrong, and names the nearest right word", arguments: refused)
  func refuses(line: [String], kind: UsageError.Kind, suggestion: String?) throws {
    let error = try #require(throws: UsageError.self) { try Sample.program.parse(line) }
    #expect(error.kind == kind)
    #expect(error.suggestion == suggestion)
    #expect(!error.usage.isEmpty)
    #expect(error.hint.hasPrefix("incident") && error.hint.hasSuffix("--help"))
  }

  static let help: [([String], [String])] = [
    (["--help"], []),
    (["-h"], []),
    (["help"], []),
    (["help", "help"], []),
    (["help", "open"], ["declare"]),
    (["help", "postmortem", "publish"], ["postmortem", "publish"]),
    (["--json", "help", "ack"], ["ack"]),
    (["declare", "--help"], ["declare"]),
    (["--help", "declare"], ["declare"]),
    (["declare", "-adh"], ["declare"]),
    (["declare", "--bogus", "--json=1", "a", "b", "c", "--help", "--at"], ["declare"]),
    (["postmortem", "publish", "-h"], ["postmortem", "publish"]),
    (["template", "-h"], ["template"]),
    (["template", "help", "show"], ["template", "show"]),
    (["template", "show", "help", "-h"], ["template", "show"]),
  ]

  @Test("grants a wish for help whatever else is missing", arguments: help)
  func helps(line: [String], path: [String]) throws {
    #expect(try Sample.program.parse(line) == .help(path: path))
  }

  @Test("no help for a command that does not exist", arguments: [["delcare", "--help"], ["help", "delcare"]])
  func noHelp(line: [String]) throws {
    let error = try #require(throws: UsageError.self) { try Sample.program.parse(line) }
    #expect(error.kind == .unknownCommand("delcare"))
    #expect(error.suggestion == "declare")
  }

  @Test("after -- nothing asks for help")
  func helpAfterEnd() throws {
    guard case .run(let arguments) = try Sample.program.parse(["ack", "--", "--help"]) else {
      Issue.record("taken for a wish for help")
      return
    }
    #expect(arguments.operands == ["--help"])
  }
}
