/// How the text of `{{name}}` is made harmless in the format that the template writes. `{{{name}}}` and `{{&name}}` go without.
///
/// A format where the start of a line has a meaning of its own, such as Markdown, can see from `line` where the text lands.
public struct Escape: Sendable {
  /// Appends the escaped text to the output.
  ///
  /// `line` is all that has been written since the last line feed or carriage return, indentation included:
  /// empty at the start of a line.
  let append: @Sendable (_ text: String, _ line: String, _ output: inout String) -> Void

  /// An escape that appends to `output` what stands for `text`, given the part of the line already written.
  /// Leave what `output` already holds as it is.
  public init(append: @escaping @Sendable (_ text: String, _ line: String, _ output: inout String) -> Void) {
    self.append = append
  }

  /// `&`, `<`, `>` and `"` as HTML entities: what the specification asks for, and the default.
  public static let html = Escape { text, _, output in
    var rest = text[...]
    while let index = rest.utf8.firstIndex(where: isSpecial) {
      output += rest[..<index]
      switch rest.utf8[index] {
      case UInt8(ascii: "&"): output += "&amp;"
      case UInt8(ascii: "<"): output += "&lt;"
      case UInt8(ascii: ">"): output += "&gt;"
      default: output += "&quot;"
      }
      rest = rest[rest.utf8.index(after: index)...]
    }
    output += rest
  }

  /// The text as it is, for plain-text templates.
  public static let none = Escape { text, _, output in output += text }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}
