import IncidentCore
import JSONTree
import Testing

@testable import IncidentExchange

/// What each channel makes of one message, looked at by a person.
@Suite("A message")
struct ChannelTests {
  static let message = Message([
    .heading(level: 1, [MessageRun("SEV2: Checkout <slow> & "), MessageRun("odd", .code)]),
    .paragraph([MessageRun("Since"), MessageRun(" 22:41", .strong), MessageRun(".\nStill on it.")]),
    .list(
      start: nil, items: [[MessageRun("Page", link: "https://status.example.com")], [MessageRun("two\nlines")], []]),
    .heading(level: 2, [MessageRun("Log")]), .list(start: 3, items: [[MessageRun("third", .emphasis)]]),
    .code("a < b\n\n  c"),
  ])

  @Test("is text that reads as it is")
  func text() {
    let expected = """
      SEV2: Checkout <slow> & odd

      Since 22:41.
      Still on it.

      - Page (https://status.example.com)
      - two
        lines
      -\u{20}

      Log

      3. third

          a < b

            c

      """
    #expect(PlainText.text(Self.message) == expected)
    #expect(PlainText.text(Message([])) == "")
    #expect(PlainText.text(Message([.paragraph([MessageRun(" \n")]), .code("")])) == "")
  }

  @Test("is a header and rich text on Slack")
  func slack() throws {
    let body = SlackMessage.body(of: Self.message)
    #expect(!body.wasCut)
    let blocks = try #require(body.json["blocks"]?.array)
    #expect(
      blocks.first == [
        "type": "header",
        "text": ["type": "plain_text", "text": "SEV2: Checkout &lt;slow&gt; &amp; odd", "emoji": false],
      ])
    #expect(
      blocks.last?["elements"] == [
        [
          "type": "rich_text_section",
          "elements": [
            ["type": "text", "text": "Since"], ["type": "text", "text": " 22:41", "style": ["bold": true]],
            ["type": "text", "text": ".\nStill on it."], ["type": "text", "text": "\n"],
          ],
        ],
        [
          "type": "rich_text_list", "style": "bullet",
          "elements": [
            [
              "type": "rich_text_section",
              "elements": [["type": "link", "url": "https://status.example.com", "text": "Page"]],
            ],
            ["type": "rich_text_section", "elements": [["type": "text", "text": "two\nlines"]]],
          ],
        ],
        [
          "type": "rich_text_section",
          "elements": [
            ["type": "text", "text": "\n"], ["type": "text", "text": "Log", "style": ["bold": true]],
            ["type": "text", "text": "\n"],
          ],
        ],
        [
          "type": "rich_text_list", "style": "ordered", "offset": 2,
          "elements": [
            [
              "type": "rich_text_section",
              "elements": [["type": "text", "text": "third", "style": ["italic": true]]],
            ]
          ],
        ],
        ["type": "rich_text_preformatted", "elements": [["type": "text", "text": "a < b\n\n  c"]]],
      ])
    #expect(body.json["text"]?.string?.hasPrefix("SEV2: Checkout &lt;slow&gt; &amp; odd\n\nSince 22:41.") == true)
  }

  @Test("goes on below a header that has no room for it")
  func longHeader() throws {
    let title = Array(repeating: "word&", count: 60).joined(separator: " ")
    let body = SlackMessage.body(of: Message([.heading(level: 1, [MessageRun(title)])]))
    let header = try #require(body.json["blocks"]?[0]?["text"]?["text"]?.string)
    #expect(header.hasSuffix("word&amp;…") && header.utf16.count <= 150 && !body.wasCut)
    #expect(body.json["blocks"]?[1]?["elements"]?[0]?["elements"]?[0]?["text"]?.string == title)
  }

  @Test("is one text block a line on Teams")
  func teams() throws {
    let body = TeamsCard.body(of: Self.message)
    #expect(!body.wasCut)
    let elements = try #require(body.json["attachments"]?[0]?["content"]?["body"]?.array)
    let lines = elements.map { element in
      (element["spacing"]?.string ?? "", (element["inlines"]?.array ?? []).map { $0["text"]?.string ?? "" }.joined())
    }
    #expect(
      lines.map(\.1) == [
        "SEV2: Checkout <slow> & odd", "Since 22:41.", "Still on it.", "• Page", "• two", "lines", "Log", "3. third",
        "a < b", "  c",
      ])
    #expect(
      lines.map(\.0) == [
        "default", "default", "none", "default", "small", "none", "default", "default", "default", "none",
      ])
    #expect(
      elements[3]["inlines"]?[1]
        == [
          "type": "TextRun", "text": "Page",
          "selectAction": ["type": "Action.OpenUrl", "url": "https://status.example.com"],
        ])
    #expect(elements[0]["inlines"]?[1]?["fontType"] == "monospace" && elements[0]["inlines"]?[0]?["size"] == "large")
  }

  @Test("is name, status and body on Statuspage")
  func statuspage() throws {
    let json = StatuspageIncident.body(of: Self.message, status: .mitigating).json
    #expect(json["incident"]?["name"] == "SEV2: Checkout <\u{2060}slow> & odd")
    #expect(json["incident"]?["status"] == "identified")
    let body = try #require(json["incident"]?["body"]?.string)
    #expect(body.hasPrefix("Since 22:41.\nStill on it.\n\n- Page (https://status.example.com)\n- two\n  lines"))
    let empty = StatuspageIncident.body(of: Message([]), status: .declared).json["incident"]
    #expect(empty == ["name": "Incident", "status": "investigating", "body": "Incident"])
  }

  @Test(
    "has the status that Statuspage knows",
    arguments: zip(
      Status.allCases,
      ["investigating", "investigating", "identified", "monitoring", "resolved", "resolved", "resolved"]))
  func status(status: Status, word: String) {
    #expect(StatuspageIncident.body(of: Self.message, status: status).json["incident"]?["status"]?.string == word)
  }

  @Test("that is too long is cut at a word, and says so")
  func cut() throws {
    let words = Array(repeating: "incident", count: 20_000).joined(separator: " ")
    let long = Message([.heading(level: 1, [MessageRun("Title")]), .paragraph([MessageRun(words)])])
    let bodies: [(ChannelBody, String, ClosedRange<Int>)] = [
      (SlackMessage.body(of: long), "Slack", 11_000...16_000), (TeamsCard.body(of: long), "Teams", 19_000...20_000),
      (StatuspageIncident.body(of: long, status: .declared), "Statuspage", 24_900...25_200),
    ]
    for (body, channel, size) in bodies {
      let text = body.json.inlineText()
      #expect(body.wasCut && text.contains("incident…"), "\(channel)")
      #expect(text.contains("[Cut here: the whole message is longer than \(channel) takes.]"))
      #expect(size.contains(text.utf8.count), "\(channel) \(text.utf8.count)")
    }
  }

  @Test("of many short items is cut, too")
  func manyItems() throws {
    let list = Message([.list(start: 1, items: (0..<2_000).map { [MessageRun("\($0)")] })])
    for body in [SlackMessage.body(of: list), TeamsCard.body(of: list)] {
      #expect(body.wasCut && body.json.inlineText().utf8.count <= 20_000)
      #expect(body.json.inlineText().contains("\"20\"") && body.json.inlineText().contains("[Cut here"))
    }
  }
}
