/// Text from a record as it may stand in a Markdown document: it reads as itself and opens nothing of its own.
///
/// Held against CommonMark 0.31 and GitHub Flavored Markdown 0.29: no heading, list, task, quotation, thematic break,
/// table or cell, code, emphasis, strikethrough, link, image, bare link, reference, footnote, HTML, comment, entity or
/// formula begins or ends in it, whatever the template wrote before and after. Ordinary text keeps its bytes:
/// `payment_latency_p95 > 5s`, `a * b`, `5 < 6 & 7`, `C:\dir`, `[info] disk` come out as they went in. What is done:
///
/// - A backslash stands before a character that would do something *where it stands*; `<` before a tag becomes `&lt;`,
///   which holds inside a template's HTML as well.
/// - A bare link is undone inside its scheme or host: `https:\//example.org`, `www\.example.org`.
/// - An e-mail address and a mention stand in a code span, `` `@dana` ``: tools look for them only after the backslash is
///   gone (<https://github.com/github/cmark-gfm/issues/181>), and nothing else keeps GitHub from a link and a ping.
/// - `\#12` is no issue on GitLab and in most tools. GitHub links it in issues and comments though not in files; a code
///   span for each `#1` would cost more than a link within the repository does harm.
/// - Hidden characters are spelled out (``VisibleText``), spaces at the edges of lines go: Markdown ignores them or takes
///   them for code and line breaks.
///
/// Not covered, because no escape exists there: a value in a template's code span, code block, link target or HTML
/// attribute, or right before a template's backtick. A digit is a value's own affair: `{{count}}.` at the start of a line is the template's list.
enum MarkdownEscape {
  /// What a template engine calls for each value.
  /// - Parameters:
  ///   - text: the value, hostile until it has been here.
  ///   - line: what the output's current line holds so far. Where that is nothing, no indent or marker either, a value
  ///     may have lines of its own (``block(_:)``); elsewhere it must stay within the template's line
  ///     (``inline(_:code:)``).
  static func escape(_ text: String, after line: String) -> String {
    line.isEmpty ? block(text) : inline(text, code: CodeState(after: line))
  }

  /// For a list item, table cell, heading or the middle of a line: line ends become spaces.
  /// - Parameter code: how the line stands towards code spans where the value begins.
  static func inline(_ text: String, code: CodeState = .clear) -> String {
    var scanner = MarkdownScanner(lines(of: text).filter { !$0.isEmpty }.joined(separator: " "), code: code)
    return scanner.escaped()
  }

  /// For prose on lines of its own: lines and paragraphs stay, empty lines at the edges and repeated ones go.
  static func block(_ text: String) -> String {
    var kept: [String] = []
    for line in lines(of: text) where !line.isEmpty || kept.last?.isEmpty == false {
      kept.append(line)
    }
    if kept.last?.isEmpty == true { kept.removeLast() }
    var scanner = MarkdownScanner(kept.joined(separator: "\n"), code: .clear)
    return scanner.escaped()
  }

  private static func lines(of text: String) -> [String] {
    VisibleText.block(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let start = line.drop(while: \.properties.isWhitespace)
      let end = start.lastIndex { !$0.properties.isWhitespace }
      return end.map { String(start[...$0]) } ?? ""
    }
  }
}
