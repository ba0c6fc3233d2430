extension JSON {
  /// What a printer escapes in strings beyond `"`, `\` and the characters below U+0020, which JSON demands.
  public enum Escaping: Hashable, Sendable {
    /// Nothing more.
    case minimal
    /// Also every character that a terminal could act on or that reorders or hides text: DEL, C1 controls,
    /// directional marks, embeddings, overrides and isolates, line separators, tags. The text means the same JSON.
    case terminalSafe
  }

  /// Appends the canonical form, `{"a": 1, "b": [1, 2]}`: on one line, in UTF-8, `/` unescaped, short escapes where
  /// there are any, else `\u00xx`. With `terminalSafe` escaping it has the same layout and more escapes.
  public func canonical(into output: inout [UInt8], escaping: Escaping = .minimal) {
    var printer = JSONPrinter(output: output, escaping: escaping)
    output = []
    printer.appendInline(self)
    output = printer.output
  }

  /// Appends the expanded form: one member or element a line, indented by two spaces a level; `{}` and `[]` where
  /// there is none. No line break follows the last line.
  public func pretty(into output: inout [UInt8], escaping: Escaping = .minimal) {
    var printer = JSONPrinter(output: output, escaping: escaping)
    output = []
    printer.appendPretty(self, indentation: 0)
    output = printer.output
  }

  /// The canonical form, which is inline, as text.
  public func inlineText(escaping: Escaping = .minimal) -> String {
    var output: [UInt8] = []
    canonical(into: &output, escaping: escaping)
    return String(decoding: output, as: UTF8.self)
  }

  /// The expanded form as text, without a line break at the end.
  public func prettyText(escaping: Escaping = .minimal) -> String {
    var output: [UInt8] = []
    pretty(into: &output, escaping: escaping)
    return String(decoding: output, as: UTF8.self)
  }
}
