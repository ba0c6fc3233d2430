import Mustache

/// What a rendered template is made of.
enum TemplatePiece: Hashable {
  /// A character that the template's author wrote.
  case character(Unicode.Scalar)
  /// A value from the record. It is never read as mark-up, whatever is in it.
  case value(String)

  /// The character, where it is one of the template's own.
  var character: Unicode.Scalar? {
    if case .character(let scalar) = self { scalar } else { nil }
  }

  /// Whether it is a blank or a line end of the template's own.
  var isSpace: Bool {
    character?.properties.isWhitespace ?? false
  }
}

/// A rendered template in which each value stands between two marks, so that one can tell what the author wrote from
/// what came from the record.
///
/// The marks are the controls STX and ETX. ``VisibleText`` spells out every control of a value before it is marked, so none
/// can pretend to end early. In a template's own text, and in values that it takes unescaped with `{{{name}}}`, a stray mark
/// can only make more of the text opaque.
enum MarkedText {
  private static let begin: Unicode.Scalar = "\u{2}"
  private static let end: Unicode.Scalar = "\u{3}"

  /// Puts the marks around each value, its hidden characters spelled out.
  static let escape = Escape { text, _, output in
    output.unicodeScalars.append(begin)
    output += VisibleText.block(text)
    output.unicodeScalars.append(end)
  }

  /// The lines of a rendered template. A line end within a value ends no line.
  static func lines(of rendered: String) -> [[TemplatePiece]] {
    var lines: [[TemplatePiece]] = []
    var line: [TemplatePiece] = []
    var rest = rendered.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case begin:
        guard let close = rest.firstIndex(of: end) else {
          line.append(.character("\u{FFFD}"))
          continue
        }
        var value = String.UnicodeScalarView()
        for scalar in rest[..<close] { value.append(scalar == begin ? "\u{FFFD}" : scalar) }
        if !value.isEmpty { line.append(.value(String(value))) }
        rest = rest[rest.index(after: close)...]
      case end:
        line.append(.character("\u{FFFD}"))
      case "\r", "\n":
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        lines.append(line)
        line = []
      default:
        line.append(.character(scalar))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension Sequence<TemplatePiece> {
  /// The text of all of them, with no distinction.
  var text: String {
    var text = ""
    for piece in self {
      switch piece {
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .value(let value): text += value
      }
    }
    return text
  }
}

extension Collection<TemplatePiece> where Self == Self.SubSequence {
  /// Without the template's own white space at both edges.
  var trimmed: [TemplatePiece] {
    var pieces = Array(drop(while: \.isSpace))
    while pieces.last?.isSpace == true { pieces.removeLast() }
    return pieces
  }
}

extension [TemplatePiece] {
  /// Whether the template's own characters from `index` on are these.
  func hasPrefix(_ text: StaticString, at index: Int = 0) -> Bool {
    text.withUTF8Buffer { bytes in
      guard index + bytes.count <= count else { return false }
      return bytes.indices.allSatisfy { self[index + $0].character?.value == UInt32(bytes[$0]) }
    }
  }
}
