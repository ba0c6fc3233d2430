import Testing

@testable import IncidentCore

@Suite("Globs")
struct GlobTests {
  @Test(
    "match whole names in any case",
    arguments: [
      ("*Latency*", "PaymentsHighLatency", true), ("*latency", "HighLatencyP99", false),
      ("HighLatency", "highlatency", true), ("High?atency", "High-atency", true), ("*", "", true), ("?", "", false),
      ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("Disk[0-9]", "disk7", true),
      ("Disk[!0-9]", "disk7", false), ("Disk[!0-9]", "diskX", true), ("[]x]", "]", true), ("[A-C]d", "bD", true),
      ("*ÜBERLAST*", "db überlast heute", true), ("**", "anything", true), ("[a-]", "-", true),
    ])
  func matches(pattern: String, name: String, isMatch: Bool) throws {
    #expect(try Glob(pattern).matches(name) == isMatch)
  }

  @Test(
    "say why they are none",
    arguments: [
      ("", GlobProblem.empty), (" \t", .empty), ("Disk[0-9", .openBracket(column: 5)), ("[", .openBracket(column: 1)),
      ("x[9-0]", .reversedRange(column: 3)), (String(repeating: "a", count: 201), .tooLong),
    ])
  func problems(pattern: String, problem: GlobProblem) {
    #expect(throws: problem) { try Glob(pattern) }
  }

  @Test("know how much of them is said")
  func literals() throws {
    #expect(try Glob("*High?Lat[aeiou]ncy*").literalCount == 11)
    #expect(try Glob("***").matchesEverything)
    #expect(try !Glob("?*").matchesEverything)
  }

  @Test("take no longer than both lengths multiplied")
  func time() throws {
    let glob = try Glob(String(repeating: "*a", count: 90) + "b")
    let name = String(repeating: "a", count: 20_000)
    let taken = processorTime { #expect(!glob.matches(name)) }
    // 180 × 20,000 comparisons; going back at every star would take longer than the world has stood.
    #expect(taken < .seconds(20))
  }

  @Test(
    "of labels have a name",
    arguments: [("severity=page", "severity", "page"), (" signal = lat*", "signal", "lat*"), ("a=b=c", "a", "b=c")])
  func labels(text: String, name: String, value: String) throws {
    let label = try LabelTrigger(text)
    #expect(label.name == name)
    #expect(label.value.text == value)
    #expect(label.text == "\(name)=\(value)")
  }

  @Test(
    "of labels say what they lack",
    arguments: [("severity", GlobProblem.noLabel), ("=page", .noLabel), ("", .empty), ("a=", .empty)])
  func labelProblems(text: String, problem: GlobProblem) {
    #expect(throws: problem) { try LabelTrigger(text) }
  }
}
