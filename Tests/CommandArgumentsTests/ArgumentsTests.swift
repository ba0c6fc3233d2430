import CommandArguments
import Testing

@Suite("Arguments")
struct ArgumentsTests {
  private func run(_ words: String...) throws -> Arguments {
    guard case .run(let arguments) = try Sample.program.parse(words) else { throw NotARun() }
    return arguments
  }

  private struct NotARun: Error {}

  @Test("are asked for by the options and operands of the table")
  func access() throws {
    let arguments = try run("open", "-a", "Down", "--service", "a", "--service=b", "-s2", "7qk4", "--json")
    #expect(arguments.path == ["declare"])
    #expect(arguments.command == Sample.declare)
    #expect(arguments.has(Sample.ack) && arguments.has(Sample.json) && arguments.has(Sample.service))
    #expect(!arguments.has(Sample.drill) && !arguments.has(Sample.message))
    #expect(arguments.value(of: Sample.severity) == "2")
    #expect(arguments.value(of: Sample.at) == nil)
    #expect(arguments.values(of: Sample.service) == ["a", "b"])
    #expect(arguments.value(of: Sample.service) == "b")
    #expect(arguments.value(of: Sample.ack) == nil)
    #expect(arguments.value(of: Sample.title) == "Down")
    #expect(arguments.value(of: Sample.reference) == "7qk4")
    #expect(arguments.operands == ["Down", "7qk4"])
  }

  @Test("an operand that was left out, or is not the command's, has no value")
  func absentOperand() throws {
    let arguments = try run("declare", "Down")
    #expect(arguments.value(of: Sample.reference) == nil)
    #expect(arguments.value(of: Sample.files) == nil)
    #expect(arguments.values(of: Sample.files).isEmpty)
  }

  @Test("an operand that takes many has every remaining word")
  func manyOperands() throws {
    #expect(try run("import", "a", "b", "-").values(of: Sample.files) == ["a", "b", "-"])
    #expect(try run("import").values(of: Sample.files).isEmpty)
  }

  @Test("a required option is given, or is a usage error of its command")
  func requiredOption() throws {
    #expect(try run("update", "-m", "x").required(Sample.message) == "x")
    let error = try #require(throws: UsageError.self) { try run("update").required(Sample.message) }
    #expect(error.kind == .missingOption(Sample.message))
    #expect(error.message == "`incident update` needs `--message TEXT`.")
    #expect(error.hint == "incident update --help")
  }
}

@Suite("Round trip")
struct RoundTripTests {
  /// SplitMix64: small, seeded, and the same on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let vocabulary = [
    "incident", "declare", "open", "ack", "update", "import", "postmortem", "publish", "template", "list", "show",
    "action", "add", "help", "--help", "-h", "--", "-", "", "--json", "--color", "--color=never", "-C", "-Cx", "-ads2",
    "-as", "-s", "--severity", "--severity=", "--service", "--service=é", "-m", "-mx", "--message=-", "--force", "--at",
    "-15m", "Down", "7qk4", "a b", "=", "--=", "-=", "🙂", "\u{301}", "-\u{301}", "--\u{301}", "-m\u{301}", "a\u{0}b",
    "\n",
  ]

  @Test("any words are read or refused, and what is read is read again the same", arguments: UInt64(1)...40)
  func roundTrip(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var runs = 0
    for _ in 0..<500 {
      let count = Int.random(in: 0...6, using: &generator)
      let start = ["declare", "ack", "update", "import", "postmortem", "template"].randomElement(using: &generator)
      var words = (0..<count).compactMap { _ in Self.vocabulary.randomElement(using: &generator) }
      if Bool.random(using: &generator), let start { words.insert(start, at: 0) }
      do throws(UsageError) {
        guard case .run(let arguments) = try Sample.program.parse(words) else { continue }
        runs += 1
        #expect(try Sample.program.parse(arguments.words) == .run(arguments), "seed \(seed): \(words)")
      } catch {
        #expect(!error.message.isEmpty && !error.usage.isEmpty, "seed \(seed): \(words)")
      }
    }
    #expect(runs > 20, "seed \(seed) tried too little")
  }
}
