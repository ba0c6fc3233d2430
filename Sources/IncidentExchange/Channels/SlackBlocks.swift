import IncidentCore
import JSONTree

/// The blocks of a message in Slack's Block Kit: the first heading as a header, everything else as rich text
/// (<https://docs.slack.dev/reference/block-kit/blocks/rich-text-block>).
struct SlackBlocks {
  /// The blocks, in order.
  private(set) var blocks: [JSON] = []
  /// The elements of the rich text block that goes on.
  private var elements: [JSON] = []
  /// The elements of the section that goes on.
  private var section: [JSON] = []

  init(_ message: Message) {
    let subject = message.subjectIndex
    for (index, block) in message.blocks.enumerated() {
      switch block {
      case .heading(_, let runs) where index == subject: appendHeader(runs)
      case .heading(_, let runs):
        appendParagraph(runs.map { MessageRun($0.text, $0.style.union(.strong), link: $0.link) })
      case .paragraph(let runs): appendParagraph(runs)
      case .list(let start, let items): appendList(start, items)
      case .code(let text):
        let texts = Self.elements(of: [MessageRun(text)])
        if !texts.isEmpty { append(["type": "rich_text_preformatted", "elements": .array(texts)]) }
      }
    }
    endBlock()
  }

  /// What a header has no room for follows it.
  private mutating func appendHeader(_ runs: [MessageRun]) {
    endBlock()
    let line = runs.line
    let shown = WordCut.shortened(line, to: SlackMessage.headerLimit, cost: SlackMessage.escapedLength)
    blocks.append([
      "type": "header",
      "text": ["type": "plain_text", "text": .string(SlackMessage.escaped(shown)), "emoji": false],
    ])
    if shown != line { appendParagraph([MessageRun(line, .strong)]) }
  }

  private mutating func appendParagraph(_ runs: [MessageRun]) {
    let texts = Self.elements(of: runs)
    guard !texts.isEmpty else { return }
    // What stands between a list and a paragraph is a part of the paragraph, as in what Slack's own editor writes.
    if !section.isEmpty || !elements.isEmpty { section.append(Self.lineEnd(section.isEmpty ? 1 : 2)) }
    section += texts
  }

  private mutating func appendList(_ start: Int?, _ items: [[MessageRun]]) {
    let sections = items.map(Self.elements).filter { !$0.isEmpty }.map { texts -> JSON in
      ["type": "rich_text_section", "elements": .array(texts)]
    }
    guard !sections.isEmpty else { return }
    var list: JSONObject = ["type": "rich_text_list", "style": start == nil ? "bullet" : "ordered"]
    if let start, start > 1 { list["offset"] = .number(JSONNumber(start - 1)) }
    list["elements"] = .array(sections)
    append(.object(list))
  }

  /// An element that is no section.
  private mutating func append(_ element: JSON) {
    if !section.isEmpty { section.append(Self.lineEnd(1)) }
    endSection()
    elements.append(element)
  }

  private static func lineEnd(_ count: Int) -> JSON {
    ["type": "text", "text": .string(String(repeating: "\n", count: count))]
  }

  private mutating func endSection() {
    if !section.isEmpty { elements.append(["type": "rich_text_section", "elements": .array(section)]) }
    section = []
  }

  private mutating func endBlock() {
    endSection()
    if !elements.isEmpty { blocks.append(["type": "rich_text", "elements": .array(elements)]) }
    elements = []
  }

  private static func elements(of runs: [MessageRun]) -> [JSON] {
    runs.flatMap { run in
      WordCut.pieces(of: run.text, limit: SlackMessage.textLimit).map { element($0, of: run) }
    }
  }

  private static func element(_ text: String, of run: MessageRun) -> JSON {
    var element: JSONObject = ["type": "text", "text": .string(text)]
    if let link = run.link, link.utf16.count <= SlackMessage.textLimit {
      element = ["type": "link", "url": .string(link), "text": .string(text)]
    }
    var style = JSONObject()
    if run.style.contains(.strong) { style["bold"] = true }
    if run.style.contains(.emphasis) { style["italic"] = true }
    if run.style.contains(.code) { style["code"] = true }
    if !style.isEmpty { element["style"] = .object(style) }
    return .object(element)
  }
}
