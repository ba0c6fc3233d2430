public import IncidentCore

/// A message as text that is read as it is: the body of a mail, the note on a timeline.
public enum PlainText {
  /// The blocks with an empty line between them, and a line end at the end; nothing for a message that says nothing.
  ///
  /// Emphasis goes. A link is followed by its address in brackets, where it does not read the same.
  public static func text(_ message: Message) -> String {
    text(message.blocks) { text, _ in text }
  }

  /// The same for some blocks.
  /// - Parameter escape: what stands for a text; whether a line of the output begins with it.
  static func text(_ blocks: [Message.Block], _ escape: (_ text: String, _ beginsLine: Bool) -> String) -> String {
    let parts = blocks.map { block in
      switch block {
      case .heading(_, let runs): text(runs, escape)
      case .paragraph(let runs): text(runs, escape)
      case .code(let text): indented(escape(text, true), by: 4, first: true)
      case .list(let start, let items):
        items.enumerated().map { index, item in
          let mark = start.map { "\($0 &+ index). " } ?? "- "
          return mark + indented(text(item, escape), by: mark.utf8.count, first: false)
        }.joined(separator: "\n")
      }
    }
    let joined = parts.filter { $0.contains { !$0.isWhitespace } }.joined(separator: "\n\n")
    return joined.isEmpty ? "" : joined + "\n"
  }

  private static func text(_ runs: [MessageRun], _ escape: (String, Bool) -> String) -> String {
    var text = ""
    for run in runs {
      let isAddress = run.link == run.text
      text += isAddress ? run.text : escape(run.text, text.isEmpty || text.last?.isNewline == true)
      if let link = run.link, !isAddress { text += " (\(link))" }
    }
    return text
  }

  /// The lines after the first, or all of them, moved to the right; empty ones stay empty.
  private static func indented(_ text: String, by columns: Int, first: Bool) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let margin = String(repeating: " ", count: columns)
    return lines.enumerated().map { index, line in
      line.isEmpty || (index == 0 && !first) ? String(line) : margin + line
    }.joined(separator: "\n")
  }
}
