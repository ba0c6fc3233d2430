import Foundation
import IncidentCore
import Testing

@testable import IncidentReports

/// Every text in a record is hostile: no built-in document may change its structure for it.
@Suite("Documents of hostile records")
struct HostileRecordTests {
  @Test("have the lines of harmless ones", arguments: 0..<UInt64(60))
  func lines(seed: UInt64) throws {
    let hostile = try documents { HostileText.word(seed: seed &* 1_000 &+ $0) }
    let harmless = try documents { _ in "word" }
    for ((name, text), (_, expected)) in zip(hostile, harmless) {
      #expect(openings(text) == openings(expected), "seed \(seed), \(name)")
      #expect(
        try RegionScan(Array(text.utf8)).regions.map(\.name) == RegionScan(Array(expected.utf8)).regions.map(\.name),
        "seed \(seed), \(name)")
    }
  }

  @Test(
    "have the elements of harmless ones before GitHub's parser",
    .enabled(if: GitHubMarkdown.path != nil, "cmark-gfm is not installed"), arguments: 0..<UInt64(25))
  func elements(seed: UInt64) throws {
    let hostile = try documents { HostileText.word(seed: seed &* 1_000 &+ $0) }
    let harmless = try documents { _ in "word" }
    for ((name, text), (_, expected)) in zip(hostile, harmless) {
      #expect(try elements(text) == elements(expected), "seed \(seed), \(name)")
    }
  }

  @Test("show what was written, as it was written")
  func readable() throws {
    let title = "payment_latency_p95 > 5s & <script>"
    let story = try Story(Declared(title: title, severity: .sev2))
    let text = try Comms.text(story.incident, for: .internal, now: try Story.time("14:01"), policy: .standard)
    #expect(text.contains("# SEV2 declared: payment_latency_p95 > 5s & &lt;script>\n"))
  }

  /// Every built-in document of one incident, in each of three states, its texts made by `word`.
  private func documents(_ word: (UInt64) -> String) throws -> [(name: String, text: String)] {
    var number: UInt64 = 0
    func next() -> String {
      number += 1
      return word(number)
    }
    var story = try Story(
      Declared(
        title: next(), severity: .sev2, services: [next(), next()], impact: next(), publicTitle: next(),
        publicImpact: next()), by: next())
    try story.then("14:01", by: next(), .acknowledge(message: next()))
    try story.then("14:02", by: next(), .assign(.incidentCommander, to: "1" + next()))
    try story.then("14:03", by: next(), .assign(.incidentCommander, to: "2" + next()))
    try story.then("14:03", by: next(), .assign(.communicationsLead, to: "3" + next()))
    try story.then("14:04", by: next(), .assign(.responder, to: "4" + next()))
    try story.then("14:05", by: next(), .note(message: next()))
    let update = UpdateIntent(message: next(), impact: next(), cause: next(), isPublic: true)
    let told = Communicated(audience: .external, format: "text", channel: next(), message: next())
    try story.then("14:05", by: next(), .communicate(told))
    try story.then("14:06", by: next(), .update(update))
    let action = ActionAdded(title: "5" + next(), owner: next(), due: CivilDate("2024-03-20"), link: next())
    try story.then("14:06", by: next(), .addAction(action))
    var documents = try rendered(story, now: "14:07", name: "active")
    var cancelled = story
    try cancelled.then("14:08", by: next(), .cancel(message: next(), duplicateOf: nil))
    documents += try rendered(cancelled, now: "14:09", name: "cancelled")
    try story.then("14:10", by: next(), .mitigate(message: next()))
    try story.then("14:20", by: next(), .resolve(message: next(), cause: next()))
    return documents + (try rendered(story, now: "14:30", name: "resolved"))
  }

  private func rendered(_ story: Story, now: String, name: String) throws -> [(name: String, text: String)] {
    let now = try Story.time(now)
    let actions = story.incident.snapshot.actions.map { ActionEntry($0, of: story.incident.id) }
    let shift = ShiftContext(
      [story.incident], actions: actions, since: try Story.time("06:00"), now: now, policy: .standard)
    var documents = try Audience.allCases.map { audience in
      (
        "\(audience) \(name)",
        try Comms.text(story.incident, for: audience, now: now, policy: .standard)
      )
    }
    documents.append(("postmortem \(name)", try Postmortem.draft(story.incident, now: now, policy: .standard).text))
    let handoff = try #require(try TemplateLibrary.builtIn.render("handoff", with: shift.value))
    documents.append(("handoff \(name)", handoff))
    let one = IncidentContext(story.incident, now: now, policy: .standard)
    let handoffOfOne = try #require(try TemplateLibrary.builtIn.render("handoff", with: one.value))
    documents.append(("handoff of one \(name)", handoffOfOne))
    for action in actions { documents.append(("ticket \(name)", ActionIssueText.markdown(action))) }
    return documents
  }

  /// What opens each line that opens something in Markdown.
  private func openings(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("<!--") { return line.hasPrefix("<!-- incident:begin") ? "begin" : "comment" }
      for mark in ["# ", "## ", "### ", "- **", "- ", "|", "> ", "```", "~~~", "+ ", "* ", ">"]
      where line.hasPrefix(mark) {
        return mark
      }
      if line.allSatisfy({ "-=_* ".contains($0) }) { return "underline or break" }
      if line.first == "<", line.dropFirst().first.map({ $0.isLetter || "/!?".contains($0) }) ?? false { return "<" }
      return line.first?.isNumber == true && line.drop(while: \.isNumber).hasPrefix(". ") ? "1." : nil
    }
  }

  /// The elements of a document in order, without line breaks, paragraphs that follow one another counted as one: a text may have several.
  private func elements(_ markdown: String) throws -> [String] {
    var elements: [String] = []
    for match in try GitHubMarkdown.html(markdown).matches(of: /<!--|<\/?[a-z0-9]+/)
    where match.output != "<br" {
      let element = String(match.output)
      if element == "<p", elements.last == "</p" { elements.removeLast() } else { elements.append(element) }
    }
    return elements
  }
}

extension HostileText {
  /// A sample with something to see in it: what is only space counts as absent.
  fileprivate static func word(seed: UInt64) -> String {
    let text = sample(seed: seed)
    return text.contains { !$0.isWhitespace } ? text : "word"
  }
}
