import Foundation
import IncidentCore
import Mustache
import Testing

@testable import IncidentReports

@Suite("The message of an audience")
struct MessageTests {
  /// Every place that a value may stand in.
  private static let template = """
    # {{a}}

    {{b}}

    - **{{c}}**: {{d}}
    - {{e}}
      {{f}}

    1. `{{g}}` and *{{h}}*, _{{i}}_

    > {{j}}

    [{{k}}](https://example.org/{{l}}) {{m}}{{n}}

    ```
    {{o}}
    ```

    <!-- {{p}} -->
    {{#q}}
    - {{.}}
    {{/q}}

    """

  @Test("holds every value as it was written, in the blocks of harmless ones", arguments: 0..<UInt64(200))
  func hostile(seed: UInt64) throws {
    func values(_ word: (UInt64) -> String) -> MustacheValue {
      var values: [String: MustacheValue] = [:]
      for (index, name) in "abcdefghijklmnop".enumerated() { values[String(name)] = .string(word(UInt64(index))) }
      values["q"] = .list((20..<23).map { .string(word($0)) })
      return .object(values)
    }
    func word(_ number: UInt64) -> String { HostileText.word(seed: seed &* 100 &+ number) }
    let message = try MessageParserTests.message(Self.template, values(word))
    let harmless = try MessageParserTests.message(Self.template, values { _ in "word" })
    #expect(shape(message) == shape(harmless), "seed \(seed)")
    let text = texts(message)
    for number in (0..<15).map(UInt64.init) + [20, 21, 22] where number != 11 {
      #expect(text.contains(VisibleText.block(word(number))), "seed \(seed), value \(number)")
    }
    let hidden = text.unicodeScalars.first { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0 == "\u{202E}" }
    #expect(hidden == nil, "seed \(seed)")
  }

  @Test("has the same blocks whatever the record holds", arguments: 0..<UInt64(40), Audience.allCases)
  func incidents(seed: UInt64, audience: Audience) throws {
    let hostile = try messages(for: audience) { HostileText.word(seed: seed &* 1_000 &+ $0) }
    let harmless = try messages(for: audience) { _ in "word" }
    #expect(hostile.map(shape) == harmless.map(shape), "seed \(seed)")
    for message in hostile { #expect(message.subject?.contains(where: \.isNewline) == false, "seed \(seed)") }
  }

  @Test(
    "reads as GitHub's parser reads the Markdown",
    .enabled(if: GitHubMarkdown.path != nil, "cmark-gfm is not installed"),
    arguments: Audience.allCases)
  func parser(audience: Audience) throws {
    let word = "words"
    for (message, markdown) in zip(
      try messages(for: audience) { _ in word }, try incidents { _ in word }.map { try text($0, for: audience) })
    {
      let html = try GitHubMarkdown.html(markdown).replacing(/<!--.*?-->/, with: "")
        .replacing(/<\/?(em|strong|a)[^>]*>/, with: "").replacing(/<[^>]*>/, with: " ")
        .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
      #expect(words(texts(message)) == words(html))
    }
  }

  @Test("of a drill says so in its subject, which may be all that is read", arguments: Audience.allCases)
  func drill(audience: Audience) throws {
    let story = try Story(Declared(title: "Slow", severity: .sev2, services: ["search"], kind: .drill))
    let subject = try #require(try message(story.incident, for: audience).subject)
    #expect(subject.hasPrefix("DRILL: "))
    let library = TemplateLibrary(team: ["comms-internal.md": "# An exercise (drill)"])
    let own = try Comms.message(
      story.incident, for: .internal, now: try Story.time("14:09"), policy: .standard, library: library)
    #expect(own?.subject == "An exercise (drill)")
  }

  @Test("comes from the team's own template, unless that is HTML")
  func team() throws {
    let story = try Story(Declared(title: "*Slow* <b>", severity: .sev2))
    func message(_ file: String, _ source: String) throws -> Message? {
      try Comms.message(
        story.incident, for: .internal, now: try Story.time("14:09"), policy: .standard,
        library: TemplateLibrary(team: [file: source]))
    }
    let markdown = try #require(try message("comms-internal.md", "# Ours: {{title}}\n\n*Go*"))
    #expect(MessageParserTests.shown(markdown) == "h1(Ours: *Slow* <b>) p(*Go*)")
    let plain = try #require(try message("comms-internal.txt", "Ours: {{title}}\n\n*Go*\nnow"))
    #expect(plain.subject == "Ours: *Slow* <b>" && plain.blocks.last == .paragraph([MessageRun("*Go*\nnow")]))
    #expect(try message("comms-internal.html", "<h1>{{title}}</h1>") == nil)
    #expect(throws: TemplateError.self) { try message("comms-internal.md", "{{#title}}") }
  }

  // MARK: -

  private func message(_ incident: Incident, for audience: Audience) throws -> Message {
    try #require(try Comms.message(incident, for: audience, now: try Story.time("14:30"), policy: .standard))
  }

  private func text(_ incident: Incident, for audience: Audience) throws -> String {
    try Comms.text(incident, for: audience, now: try Story.time("14:30"), policy: .standard)
  }

  private func messages(for audience: Audience, _ word: (UInt64) -> String) throws -> [Message] {
    try incidents(word).map { try message($0, for: audience) }
  }

  /// An incident in some states, its texts made by `word`.
  private func incidents(_ word: (UInt64) -> String) throws -> [Incident] {
    var number: UInt64 = 0
    func next() -> String {
      number += 1
      return word(number)
    }
    var story = try Story(
      Declared(
        title: next(), severity: .sev2, services: [next(), next()], impact: next(), publicTitle: next(),
        publicImpact: next()), by: next())
    var incidents = [story.incident]
    try story.then("14:01", by: next(), .acknowledge(message: next()))
    try story.then("14:03", by: next(), .assign(.incidentCommander, to: "2" + next()))
    try story.then("14:03", by: next(), .assign(.communicationsLead, to: "3" + next()))
    incidents.append(story.incident)
    try story.then(
      "14:06", by: next(), .update(UpdateIntent(message: next(), impact: next(), cause: next(), isPublic: true)))
    incidents.append(story.incident)
    try story.then("14:10", by: next(), .mitigate(message: next()))
    incidents.append(story.incident)
    try story.then("14:20", by: next(), .resolve(message: next(), cause: next()))
    return incidents + [story.incident]
  }

  /// The kinds of the blocks, and of the runs in them.
  private func shape(_ message: Message) -> [String] {
    func shape(_ runs: [MessageRun]) -> String {
      runs.map { "\($0.style.rawValue)\($0.link == nil ? "" : "l")" }.joined()
    }
    return message.blocks.map { block in
      switch block {
      case .heading(let level, let runs): "h\(level) \(shape(runs))"
      case .paragraph(let runs): "p \(shape(runs))"
      case .list(let start, let items): "\(start ?? 0) \(items.map(shape))"
      case .code: "code"
      }
    }
  }

  private func texts(_ message: Message) -> String {
    message.blocks.map { block in
      switch block {
      case .heading(_, let runs), .paragraph(let runs): runs.text
      case .list(_, let items): items.map(\.text).joined(separator: "\n")
      case .code(let text): text
      }
    }.joined(separator: "\n")
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension HostileText {
  /// A sample with something to see in it.
  fileprivate static func word(seed: UInt64) -> String {
    let text = sample(seed: seed)
    return text.contains { !$0.isWhitespace } ? text : "word"
  }
}
