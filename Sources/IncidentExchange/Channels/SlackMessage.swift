public import IncidentCore
import JSONTree

/// A message for Slack: the body of an incoming webhook (<https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>),
/// and of `chat.postMessage` once it has a `channel` (<https://docs.slack.dev/reference/methods/chat.postMessage>).
///
/// Text stands in a `plain_text` object and in rich text, where Slack looks for no mark-up, no mention and no link; only an
/// element of its own kind can be one. In `text`, which notifications show, mark-up is switched off and Slack's
/// three control characters are escaped.
public enum SlackMessage {
  /// <https://docs.slack.dev/reference/block-kit/blocks>: "up to 50 blocks in each message".
  static let blockLimit = 50
  /// <https://docs.slack.dev/reference/block-kit/blocks/header-block>.
  static let headerLimit = 150
  /// <https://docs.slack.dev/reference/block-kit/composition-objects/text-object>.
  static let textLimit = 3_000
  /// The bytes that all blocks may have. Slack documents no limit and refuses about 13,200 with `msg_blocks_too_long`
  /// (<https://github.com/slackapi/bolt-js/issues/2509>).
  static let roomForBlocks = 12_000

  /// The body, cut where it has to be.
  public static func body(of message: Message) -> ChannelBody {
    let (fitted, wasCut) = message.fitting("Slack", within: roomForBlocks) { message in
      let blocks = SlackBlocks(message).blocks
      return blocks.count <= blockLimit && JSON.array(blocks).inlineText().utf8.count <= roomForBlocks
    }
    let text = WordCut.shortened(PlainText.text(fitted), to: textLimit, cost: escapedLength)
    var body: JSONObject = [
      "text": .string(escaped(text.isEmpty ? "(no text)" : text)), "mrkdwn": false, "link_names": false,
      "unfurl_links": false, "unfurl_media": false,
    ]
    let blocks = SlackBlocks(fitted).blocks
    if !blocks.isEmpty { body["blocks"] = .array(blocks) }
    return ChannelBody(json: .object(body), wasCut: wasCut)
  }

  /// The three control characters as entities
  /// (<https://docs.slack.dev/messaging/formatting-message-text#escaping>).
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// The UTF-16 units of a character once it is escaped.
  static func escapedLength(_ character: Character) -> Int {
    escaped(String(character)).utf16.count
  }
}
