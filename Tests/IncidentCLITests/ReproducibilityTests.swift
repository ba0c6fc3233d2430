import Testing

/// The same commands at the same times write the same bytes.
@Suite struct ReproducibilityTests {
  private func record(seed: UInt64) throws -> (name: String, text: String, postmortem: String) {
    let host = try TestHost(seed: seed)
    for step in StoryTests.story {
      host.pass(minutes: step.minutes)
      host.run(step.words + (["status", "show", "list"].contains(step.words[0]) ? [] : ["--by", "dana"]))
    }
    let name = try #require(try host.records().first)
    return (name, try host.text(name), try host.text(String(name.dropLast(5)) + ".postmortem.md"))
  }

  /// With the random part of every id masked.
  private func masked(_ text: String) -> String {
    text.replacing(/INC-(\d{8})-[0-9A-Z]{4}/) { "INC-\($0.1)-____" }
      .replacing(/"id": "([0-9A-Z]{10})[0-9A-Z]{16}"/) { "\"id\": \"\($0.1)\"" }
  }

  @Test("equal seeds, equal bytes; other seeds, equal but for the random part of ids")
  func bytes() throws {
    let (first, same, other) = (try record(seed: 1), try record(seed: 1), try record(seed: 2))
    #expect(first == same)
    #expect(first.name != other.name && first.text != other.text)
    #expect(masked(first.text) == masked(other.text))
    let regions = /sha\w*=\S+|[0-9a-f]{8,}/
    #expect(
      masked(first.postmortem).replacing(regions, with: "") == masked(other.postmortem).replacing(regions, with: ""))
  }

  @Test("a record has no trace of the machine it was written on")
  func machine() throws {
    let host = try TestHost()
    let id = try host.declare()
    host.run("ack")
    let text = try host.text(id + ".json")
    #expect(!text.contains(host.directory) && !text.contains("4711"))
  }
}
