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
    switch TemplateMarkup(fileName: name) {
    case .markdown: .markdown
    case .plain: .none
    case .html: .html
    }
  }
}

/// What the text of a template is written in.
enum TemplateMarkup: Hashable {
  case markdown, plain, html

  /// By the extension of its file; a second one, `.mustache`, is looked through.
  init(fileName: String) {
    let name = fileName.lowercased()
    let inner = name.hasSuffix(".mustache") ? String(name.dropLast(9)) : name
    if inner.hasSuffix(".md") || inner.hasSuffix(".markdown") {
      self = .markdown
    } else {
      self = inner.hasSuffix(".txt") || inner.hasSuffix(".text") ? .plain : .html
    }
  }
}
