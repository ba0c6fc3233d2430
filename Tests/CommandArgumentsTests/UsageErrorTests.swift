import CommandArguments
import Testing

@Suite("Usage errors")
struct UsageErrorTests {
  static let gallery: [(line: [String], text: String)] = [
    (
      ["decl"],
      """
      `incident` has no command `decl`. Did you mean `declare`?
      Usage: incident [options] COMMAND
      Try `incident --help`.
      """
    ),
    (
      ["-m", "x", "update"],
      """
      `incident` has no option `-m`; the options of a command stand after its name.
      Usage: incident [options] COMMAND
      Try `incident --help`.
      """
    ),
    (
      ["declare", "x", "--sev", "1"],
      """
      `incident declare` has no option `--sev`. Did you mean `--severity`?
      Usage: incident declare [options] TITLE [REF]
      Try `incident declare --help`.
      """
    ),
    (
      ["declare"],
      """
      `incident declare` needs TITLE: what is wrong, in one line.
      Usage: incident declare [options] TITLE [REF]
      Try `incident declare --help`.
      """
    ),
    (
      ["declare", "Payment", "latency", "high"],
      """
      `high` is one word too many; text with spaces needs quotes.
      Usage: incident declare [options] TITLE [REF]
      Try `incident declare --help`.
      """
    ),
    (
      ["template", "list", "x"],
      """
      `incident template list` takes no operand, but was given `x`.
      Usage: incident template list [options]
      Try `incident template list --help`.
      """
    ),
    (
      ["template"],
      """
      `incident template` needs a command.
      Usage: incident template [options] COMMAND
      Try `incident template --help`.
      """
    ),
    (
      ["postmortem", "publsh", "7qk4"],
      """
      `7qk4` is one word too many; text with spaces needs quotes. Did you mean `publish`?
      Usage: incident postmortem [options] [REF]
             incident postmortem [options] COMMAND
      Try `incident postmortem --help`.
      """
    ),
    (
      ["postmortem", "--force", "publish"],
      """
      `incident postmortem publish` has no option `--force`.
      Usage: incident postmortem publish [options] [REF]
      Try `incident postmortem publish --help`.
      """
    ),
    (
      ["ack", "--at"],
      """
      `--at` needs a value: `--at TIME`.
      Usage: incident ack [options] [REF]
      Try `incident ack --help`.
      """
    ),
    (
      ["ack", "--json=1"],
      """
      `--json` takes no value, but was given `1`.
      Usage: incident ack [options] [REF]
      Try `incident ack --help`.
      """
    ),
    (
      ["ack", "--at", "1", "--at", "2"],
      """
      `--at` can be given only once.
      Usage: incident ack [options] [REF]
      Try `incident ack --help`.
      """
    ),
  ]

  @Test("say what was wrong, the usage, and what to type next", arguments: gallery)
  func text(line: [String], text: String) throws {
    let error = try #require(throws: UsageError.self) { try Sample.program.parse(line) }
    #expect(error.description == text)
  }

  @Test("of values name the option or operand, and what was expected")
  func values() throws {
    guard case .run(let arguments) = try Sample.program.parse(["declare", "x", "-s", "9"]) else { return }
    let kinds: [(UsageError.Kind, String)] = [
      (.invalidValue(Sample.severity, "9", expected: "1, 2 or 3"), "`--severity` was given `9`; expected 1, 2 or 3."),
      (.invalidOperand(Sample.role, "x", expected: "a role"), "ROLE was given `x`; expected a role."),
      (.conflict(Sample.ack, Sample.drill), "`--ack` and `--drill` exclude each other."),
    ]
    for (kind, message) in kinds {
      #expect(arguments.failure(kind).message == message)
    }
    #expect(arguments.failure(kinds[0].0, suggestion: "1").description.hasPrefix(kinds[0].1 + " Did you mean `1`?\n"))
  }

  @Test(
    "know the options of the rest of the line, so that --json decides how they are printed",
    arguments: [
      ["ack", "--bogus", "--json"], ["--json", "bogus"], ["bogus", "--json"], ["declare", "--json"],
      ["ack", "--json", "--at"],
      ["ack", "--color", "never", "--bogus", "x", "y", "--json"],
    ])
  func understood(line: [String]) throws {
    let error = try #require(throws: UsageError.self) { try Sample.program.parse(line) }
    #expect(error.understood.has(Sample.json))
    #expect(error.understood.value(of: Sample.color) == (line.contains("never") ? "never" : nil))
  }
}
