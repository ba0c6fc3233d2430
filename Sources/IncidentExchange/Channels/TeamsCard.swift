public import IncidentCore
import JSONTree

/// A message for Microsoft Teams: the body of a webhook, with an Adaptive Card in it
/// (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using>).
///
/// All text stands in a `TextRun`, of which the schema says "Markdown is not supported"
/// (<https://learn.microsoft.com/adaptive-cards/schema-explorer/text-run>); a mention takes an entity beside the text, of
/// which there is none. The functions that a card's text may have are broken up (``InertText/cardText(_:)``).
public enum TeamsCard {
  /// The bytes that the body may have. "The message size limit is 28 KB"
  /// (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook>), counted
  /// by the service after it has put the card into a message of its own, so that less than that has been refused.
  static let sizeLimit = 20_000

  /// The body, cut where it has to be.
  public static func body(of message: Message) -> ChannelBody {
    let (fitted, wasCut) = message.fitting("Teams", within: sizeLimit) {
      body(card($0)).inlineText().utf8.count <= sizeLimit
    }
    return ChannelBody(json: body(card(fitted)), wasCut: wasCut)
  }

  private static func body(_ elements: [JSON]) -> JSON {
    [
      "type": "message",
      "attachments": [
        [
          "contentType": "application/vnd.microsoft.card.adaptive",
          "content": [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
            "msteams": ["width": "Full"], "body": .array(elements),
          ],
        ]
      ],
    ]
  }

  private static func card(_ message: Message) -> [JSON] {
    let elements = message.blocks.flatMap { block -> [JSON] in
      switch block {
      case .heading(let level, let runs): lines(of: runs) { heading($0, level: level) }
      case .paragraph(let runs): lines(of: runs, text)
      case .code(let text): lines(of: [MessageRun(text, .code)], self.text)
      case .list(let start, let items):
        items.enumerated().flatMap { index, item in
          let mark = start.map { "\($0 &+ index). " } ?? "• "
          let spacing = index == 0 ? "default" : "small"
          return item.text.isEmpty ? [] : lines(of: [MessageRun(mark)] + item, spacing: spacing, text)
        }
      }
    }
    return elements.isEmpty ? [block([text(MessageRun("(no text)"))], spacing: "default")] : elements
  }

  /// One element a line, since a line end in a run may be shown as a space.
  private static func lines(
    of runs: [MessageRun], spacing: String = "default", _ inline: (MessageRun) -> JSON
  ) -> [JSON] {
    var lines: [[JSON]] = [[]]
    for run in runs {
      let parts = run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append([]) }
        if part.isEmpty { continue }
        lines[lines.count - 1].append(inline(MessageRun(String(part), run.style, link: run.link)))
      }
    }
    return lines.filter { !$0.isEmpty }.enumerated().map { block($1, spacing: $0 == 0 ? spacing : "none") }
  }

  private static func block(_ inlines: [JSON], spacing: String) -> JSON {
    ["type": "RichTextBlock", "spacing": .string(spacing), "inlines": .array(inlines)]
  }

  private static func heading(_ run: MessageRun, level: Int) -> JSON {
    guard var inline = text(run).object else { return text(run) }
    inline["size"] = level == 1 ? "large" : "medium"
    inline["weight"] = "bolder"
    return .object(inline)
  }

  private static func text(_ run: MessageRun) -> JSON {
    var inline: JSONObject = ["type": "TextRun", "text": .string(InertText.cardText(run.text))]
    if run.style.contains(.strong) { inline["weight"] = "bolder" }
    if run.style.contains(.emphasis) { inline["italic"] = true }
    if run.style.contains(.code) { inline["fontType"] = "monospace" }
    if let link = run.link { inline["selectAction"] = ["type": "Action.OpenUrl", "url": .string(link)] }
    return .object(inline)
  }
}
