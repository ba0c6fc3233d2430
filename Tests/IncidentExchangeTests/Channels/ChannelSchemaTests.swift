import IncidentCore
import JSONTree
import Testing

@testable import IncidentExchange

/// A thousand incidents whose texts mean harm, in every format that is JSON.
@Suite("The bodies for Slack, Teams and Statuspage")
struct ChannelSchemaTests {
  static let batches = 0..<UInt64(50)
  static let slack = try? JSONSchema(ChannelSchemas.slack)
  static let teams = try? JSONSchema(ChannelSchemas.teams)
  static let statuspage = try? JSONSchema(ChannelSchemas.statuspage)

  @Test("are what their documentation says, for an audience or another", arguments: batches)
  func incidents(batch: UInt64) throws {
    for seed in (batch * 20)..<(batch * 20 + 20) {
      var maker = HostileIncident(seed: seed)
      let incident = try maker.incident()
      let audience = Audience.allCases[Int(seed) % Audience.allCases.count]
      try check(HostileIncident.message(incident, for: audience), incident.snapshot.status, "seed \(seed)")
    }
  }

  @Test("are so for messages that no template makes", arguments: batches)
  func messages(batch: UInt64) throws {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var maker = HostileIncident(seed: seed)
      try check(maker.message(), Status.allCases[Int(seed) % Status.allCases.count], "seed \(seed)", mayLink: true)
    }
  }

  private func check(_ message: Message, _ status: Status, _ what: String, mayLink: Bool = false) throws {
    let slack = SlackMessage.body(of: message)
    #expect(try #require(Self.slack).problems(slack.json) == [], "\(what)")
    checkSlack(slack.json, what, mayLink: mayLink)
    let teams = TeamsCard.body(of: message)
    #expect(try #require(Self.teams).problems(teams.json) == [], "\(what)")
    #expect(teams.json.inlineText().utf8.count <= 28_000, "\(what)")
    #expect(mayLink || !teams.json.inlineText().contains("\"selectAction\""), "\(what)")
    let bytes = Array(teams.json.inlineText().utf8)
    #expect(!zip(bytes, bytes.dropFirst()).contains { $0 == 0x7B && $1 == 0x7B }, "\(what): a function of cards")
    let statuspage = StatuspageIncident.body(of: message, status: status)
    #expect(try #require(Self.statuspage).problems(statuspage.json) == [], "\(what)")
    for key in ["name", "body"] {
      checkInert(try #require(statuspage.json["incident"]?[key]?.string), what, mayLink: mayLink)
    }
    for body in [slack, teams, statuspage] {
      let text = body.json.inlineText()
      #expect(body.wasCut == text.contains("[Cut here: the whole message is longer than "), "\(what)")
      #expect(try JSON.parse(Array(text.utf8)) == body.json, "\(what)")
    }
  }

  /// Control characters only as entities where Slack parses text, and no element that could be a mention.
  private func checkSlack(_ body: JSON, _ what: String, mayLink: Bool) {
    let texts = [body["text"]] + (body["blocks"]?.array ?? []).map { $0["text"]?["text"] }
    for text in texts.compactMap({ $0?.string }) {
      #expect(!text.contains("<") && !text.contains(">"), "\(what)")
      let entities = text.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
      #expect(
        entities.allSatisfy { rest in ["amp;", "lt;", "gt;"].contains { rest.starts(with: $0.unicodeScalars) } },
        "\(what)")
    }
    #expect((body["blocks"] ?? []).inlineText().utf8.count <= 12_000, "\(what)")
    #expect(mayLink || !body.inlineText().contains("\"type\": \"link\""), "\(what)")
  }

  /// Nothing that a page, a mail or another service could take for more than text.
  private func checkInert(_ text: String, _ what: String, mayLink: Bool) {
    let own = mayLink ? text.replacing("https://status.example.com/a?b=%20", with: "") : text
    let scalars = Array(own.unicodeScalars)
    let open = zip(scalars, scalars.dropFirst()).first { scalar, next in
      switch scalar {
      case "<", "@": !next.properties.isWhitespace && next != "\u{2060}"
      case "&": next.properties.isAlphabetic || next == "#"
      case "]": next == "(" || next == "[" || next == ":"
      case ":": next == "/"
      default: false
      }
    }
    #expect(open == nil, "\(what)")
    #expect(!own.lowercased().contains("www."), "\(what)")
  }
}
