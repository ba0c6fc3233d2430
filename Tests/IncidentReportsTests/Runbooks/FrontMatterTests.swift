import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Front matter")
struct FrontMatterTests {
  private func shown(_ value: FrontMatter.Value?) -> String {
    switch value {
    case nil: "absent"
    case .nothing?: "nothing"
    case .text(let text)?: text.value
    case .list(let texts)?: "[" + texts.map(\.value).joined(separator: "|") + "]"
    case .map(let entries)?: "{" + entries.map { "\($0.key)=\(shown($0.value))" }.joined(separator: ";") + "}"
    }
  }

  @Test(
    "reads texts, lists and maps",
    arguments: [
      ("key: plain text # note", "plain text"), ("key: 'it''s'", "it's"),
      ("key: \"a \\\"b\\\" \\\\ # c\"", "a \"b\" \\ # c"),
      ("key:", "nothing"), ("key: # note", "nothing"), ("key: a#b", "a#b"),
      ("key: https://x.example/y", "https://x.example/y"),
      ("key: [a, 'b, c', \"d\"]", "[a|b, c|d]"), ("key: []", "[]"), ("key:\n  - a\n  - \"*b*\"", "[a|*b*]"),
      ("key:\n- a\n# note\n\n- b\nother: 1", "[a|b]"),
      ("key:\n  in: [a]\n  on:\n    - b\n    - c", "{in=[a];on=[b|c]}"),
      ("key: {in: [a, b], on: c}", "{in=[a|b];on=c}"), ("\"key\": x", "x"), ("key: ü 😀", "ü 😀"), ("key: x\t", "x"),
    ])
  func values(settings: String, value: String) {
    let front = FrontMatter("---\n\(settings)\n---\n# Title\n")
    #expect(shown(front["key"]) == value)
    #expect(front.problems.isEmpty)
  }

  @Test(
    "says what it does not read, and where",
    arguments: [
      ("key: *Latency*", "2:6 a text that begins with * has to be quoted in YAML"),
      ("key: \"open", "2:6 these quotes do not close on their line"),
      ("key: [a, b", "2:11 this list has no end on its line"),
      ("words", "2:1 this is no setting"), ("key: 'a' b", "2:10 this follows a value that is over"),
      ("key: a\nkey: b", "3:1 `key` is set on line 2 already, and that one counts"),
      ("key: |\n  a\n  b\nother: c", "2:6 a text of several lines is not read here"),
      ("key:\n\tin: a", "3:1 a tab is no indentation in YAML"),
      ("key: a\n   b: c", "3:4 this line is indented and belongs to nothing"),
      ("key:\n  - a\n  - [b]", "4:5 a list holds texts alone"),
      ("key:\n  in:\n    on: x", "4:5 a map within a map is not read"),
      ("key: \"a\\qb\"", "2:8 this escape is not known here"), ("key:\n  -", "3:3 this item of the list is empty"),
      ("key: {a", "2:7 this map cannot be read"),
    ])
  func problems(settings: String, problem: String) {
    let front = FrontMatter("---\n\(settings)\n---\ntext")
    #expect(front.problems.map { "\($0.line):\($0.column) \($0.message)" } == [problem])
    #expect(front.problems.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test("knows where the text begins, whatever the line ends are")
  func length() {
    #expect(FrontMatter("\u{FEFF}---\r\ntitle: A\r\n---\r\ntext").length == 3)
    #expect(FrontMatter("---\ntitle: A\n...\ntext").length == 3)
    #expect(FrontMatter("# Title\n---\na: b\n---").length == 0)
    #expect(FrontMatter("").length == 0)
    #expect(FrontMatter("---").problems.map(\.line) == [1])
    let open = FrontMatter("---\ntitle: A\n\n# Title\n\ntext")
    #expect(shown(open["title"]) == "A")
    #expect(open.problems.map(\.message) == ["the settings that open with --- have no end"])
  }

  @Test("of TOML is said to be unread, and is no text")
  func toml() {
    let front = FrontMatter("+++\ntitle = \"A\"\n+++\n# A")
    #expect(front.length == 3)
    #expect(front.entries.isEmpty)
    #expect(front.problems.map(\.message) == ["settings between `+++` (TOML) are not read"])
  }

  @Test(
    "whatever is done to it, is read without a crash and with places inside the file",
    arguments: 0..<400 as Range<UInt64>)
  func mutated(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array(try #require(RunbookLibrary.builtInEntry("high-latency")).source.utf8.prefix(700))
    let marks = Array("\n\n\n---'\"[]{}:,#|>*&\t \\ü- ".utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
      case 2: bytes[place] = marks.randomElement(using: &random) ?? 0
      default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      }
      if bytes.isEmpty { bytes = [10] }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let runbook = Runbook(name: "x", origin: .team, source: text)
    let lines = SourceLines(Array(text.utf8)).lines
    for problem in runbook.head.problems {
      #expect((1...max(1, lines.count)).contains(problem.line), "seed \(seed)")
      let width = lines.isEmpty ? 0 : lines[problem.line - 1].count
      #expect((1...width + 1).contains(problem.column), "seed \(seed): \(problem)")
    }
    #expect(runbook.steps.map(\.number) == Array(1..<(runbook.steps.count + 1)), "seed \(seed)")
    #expect(runbook.steps.allSatisfy { (1...max(1, lines.count)).contains($0.line) }, "seed \(seed)")
  }
}
