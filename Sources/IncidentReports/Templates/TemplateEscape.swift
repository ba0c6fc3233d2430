public import Mustache

extension Escape {
  /// For Markdown: text from a record opens nothing of its own (``MarkdownEscape``).
  static let markdown = Escape { text, line, output in
    output += MarkdownEscape.escape(text, after: line)
  }

  /// The escape for a template in a file of that name: Markdown for `.md`, none for `.txt`, else HTML, which is Mustache's
  /// own.
  ///
  /// A second extension `.mustache` is looked through: `notes.txt.mustache` is plain text.
  public static func forFile(_ name: String) -> Escape {
    let name = name.lowercased()
    let inner = name.hasSuffix(".mustache") ? String(name.dropLast(9)) : name
    if inner.hasSuffix(".md") || inner.hasSuffix(".markdown") { return .markdown }
    return inner.hasSuffix(".txt") || inner.hasSuffix(".text") ? .none : .html
  }
}
