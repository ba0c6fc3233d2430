import IncidentCore
import Testing

@testable import IncidentReports

/// The last lines that a command wrote.
@Suite("Output of commands")
struct RanOutputTests {
  private func story(
    _ output: String?, isCut: Bool = false, command: String = "df -h", message: String? = nil
  ) throws -> Story {
    var story = try Story(Declared(title: "Disk full", severity: .sev3))
    try story.add(
      "14:05", .ran(Ran(command: command, status: 1, seconds: 3, output: output, isCut: isCut, message: message)))
    return story
  }

  private func lines(_ output: String?, isCut: Bool = false, most: Int = 3) throws -> [String] {
    let event = try #require(try story(output, isCut: isCut).incident.events.last)
    return RanOutput.lines(of: event, most: most)
  }

  @Test("is its last lines, and a mark for what came before")
  func last() throws {
    #expect(try lines(nil).isEmpty && lines(" \n\n").isEmpty)
    #expect(try lines("\n\na\n\nb  \n") == ["a", "", "b"])
    #expect(try lines("a\r\nb\nc\nd\n") == ["…", "b", "c", "d"])
    #expect(try lines("a\n", isCut: true) == ["…", "a"])
    #expect(try lines("\u{1B}[31mred\n") == ["\\u{1b}[31mred"])
    let note = try #require(try Story(Declared(title: "t", severity: .sev3)).incident.events.first)
    #expect(RanOutput.lines(of: note, most: 3).isEmpty)
  }

  @Test("stands in a block in Markdown whose fence is longer than any run of backticks in it")
  func fence() {
    #expect(RanOutput.markdown([]) == nil)
    #expect(RanOutput.markdown(["a", "", "  b"]) == "  ```text\n  a\n\n    b\n  ```")
    #expect(RanOutput.markdown(["```", "x ````` y"])?.hasPrefix("  ``````text\n  ```\n") == true)
    #expect(RanOutput.markdown(["<!-- incident:end timeline -->"])?.contains("<!--") == false)
  }

  @Test("stands in the postmortem's timeline, and nothing in it gets out of its block", arguments: 0..<UInt64(40))
  func hostile(seed: UInt64) throws {
    let words = (0..<8).map { HostileText.sample(seed: seed &* 100 &+ $0) }
    let output = "<!-- incident:end timeline -->\n```\n# heading\n" + words.joined(separator: "\n") + "\nlast"
    var story = try story(output, command: words[0].nonBlank ?? "a", message: words[1])
    try story.then("14:06", .note(message: "after"))
    let text = try Postmortem.draft(story.incident, now: try Story.time("15:00"), policy: .standard).text
    var plain = try self.story("last", command: "a", message: words[1].nonBlank == nil ? nil : "b")
    try plain.then("14:06", .note(message: "after"))
    let expected = try Postmortem.draft(plain.incident, now: try Story.time("15:00"), policy: .standard).text
    #expect(
      try RegionScan(Array(text.utf8)).regions.map(\.name) == RegionScan(Array(expected.utf8)).regions.map(\.name),
      "seed \(seed)")
    guard GitHubMarkdown.path != nil else { return }
    #expect(try structure(text) == structure(expected), "seed \(seed)\n\(text)")
  }

  /// The elements of a document without line breaks.
  private func structure(_ markdown: String) throws -> [Substring] {
    try GitHubMarkdown.html(markdown).matches(of: /<!--|<\/?[a-z0-9]+/)
      .map(\.output).filter { !["<br", "<p", "</p"].contains($0) }
  }

  @Test("is five muted lines in show, below the command and why it was run")
  func page() throws {
    let incident = try story(
      "1\n2\n3\n4\n5\n6 \u{1B}[2J" + String(repeating: "x", count: 90), command: "df -h\n/var", message: "Where is it?"
    ).incident
    let lines = ShowPage(incident, now: try Story.time("15:00"), policy: .standard).lines(width: 60)
    let start = try #require(lines.firstIndex { $0.plainText.contains("ran df -h⏎/var: exit 1 after 3 s") })
    #expect(
      lines.dropFirst(start + 1).prefix(7).map(\.plainText) == [
        "         Where is it?", "         …", "         2", "         3", "         4", "         5",
        "         6 \\u{1b}[2J" + String(repeating: "x", count: 39) + "…",
      ], "\(lines.map(\.plainText))")
    #expect(Array(lines.dropFirst(start + 3).prefix(1)).text(color: true).contains("\u{1B}["))
  }
}
