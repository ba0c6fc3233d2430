extension JSON {
  /// What a printer escapes in strings beyond `"`, `\` and the characters below U+0020, which JSON demands.
  public enum Escaping: Hashable, Sendable {
    /// Nothing more: the canonical form.
    case minimal
    /// Also every character that a terminal could act on or that reorders or hides text: DEL, C1 controls,
    /// directional marks, embeddings, overrides and isolates, line separators, tags. The text means the same JSON.
    case terminalSafe
  }

  /// Appends the inline form, `{"a": 1, "b": [1, 2]}`: UTF-8, `/` unescaped, short escapes where there are any.
  /// With `minimal` escaping this is the canonical form.
  public func appendInline(to output: inout [UInt8], escaping: Escaping = .minimal) {
    var printer = JSONPrinter(output: output, escaping: escaping)
    output = []
    printer.appendInline(self)
    output = printer.output
  }

  /// Appends the canonical inline form: what `appendInline` gives with `minimal` escaping.
  public func canonical(into output: inout [UInt8]) {
    appendInline(to: &output)
  }

  /// Appends the expanded form: one member or element a line, indented by two spaces a level; `{}` and `[]` where
  /// there is none. No line break follows the last line.
  public func appendPretty(to output: inout [UInt8], escaping: Escaping = .minimal) {
    var printer = JSONPrinter(output: output, escaping: escaping)
    output = []
    printer.appendPretty(self, indentation: 0)
    output = printer.output
  }

  /// The inline form as text; canonical with `minimal` escaping.
  public func inlineText(escaping: Escaping = .minimal) -> String {
    var output: [UInt8] = []
    appendInline(to: &output, escaping: escaping)
    return String(decoding: output, as: UTF8.self)
  }

  /// The expanded form as text, without a line break at the end.
  public func prettyText(escaping: Escaping = .minimal) -> String {
    var output: [UInt8] = []
    appendPretty(to: &output, escaping: escaping)
    return String(decoding: output, as: UTF8.self)
  }
}
