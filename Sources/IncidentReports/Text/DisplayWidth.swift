/// How many columns text takes on a terminal, and cutting and padding by columns.
///
/// East Asian wide and full-width characters and emoji (flags, keycaps and joined sequences included) take two columns;
/// combining marks, variation selectors and other invisible characters none; everything else one.
/// Controls count nothing: measure text that went through ``VisibleText``.
public enum DisplayWidth {
  /// The columns of the whole text.
  public static func of(_ text: String) -> Int {
    plainWidth(text) ?? text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one grapheme cluster: 0, 1 or 2, and more only for a conjunct of several letters.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return first.value >= 0x20 && first.value != 0x7F ? 1 : 0 }
    if isEmoji(scalars, first: first) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The text if it fits, else its longest start that leaves one column for `…`.
  ///
  /// A grapheme cluster is never split. No more is read than fits.
  /// - Parameter columns: the room; below 1 the result is empty.
  static func truncated(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if text.utf8.count <= columns, isPrintableASCII(text) { return text }
    var used = 0
    var cut = text.startIndex
    for index in text.indices {
      let width = of(text[index])
      if used + width > columns { return text[..<cut] + "…" }
      used += width
      if used < columns { cut = text.index(after: index) }
    }
    return text
  }

  /// The text with spaces after it up to `columns`; unchanged where it is wider.
  static func padded(_ text: String, to columns: Int) -> String {
    text + spaces(columns - of(text))
  }

  /// The text with spaces before it up to `columns`; unchanged where it is wider.
  static func leftPadded(_ text: String, to columns: Int) -> String {
    spaces(columns - of(text)) + text
  }

  /// That many spaces; none for a negative count.
  static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  /// The width of text whose every code point is a cluster of its own, as most is; nil for other text.
  private static func plainWidth(_ text: String) -> Int? {
    if isPrintableASCII(text) { return text.utf8.count }
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x2010...0x2027: width += 1
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: width += 2
      default: return nil
      }
    }
    return width
  }

  /// Whether all of it is ASCII without controls: most text, of which nothing else has to be asked.
  static func isPrintableASCII(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.isPrintableASCII }
  }

  /// A cluster that is drawn as one picture (<https://www.unicode.org/reports/tr51/>).
  private static func isEmoji(_ scalars: Character.UnicodeScalarView, first: Unicode.Scalar) -> Bool {
    guard first.properties.isEmoji else { return false }
    if first.properties.isEmojiPresentation, scalars.count == 1 { return WideCharacters.contains(first.value) }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x20E3: true  // emoji presentation, keycap
      case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true  // second half of a flag, skin tone
      case 0x200D: first.properties.isEmojiPresentation
      default: first.properties.isEmojiPresentation && of(scalar) == 0
      }
    }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if WideCharacters.contains(scalar.value) { return 2 }
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // vowels and finals of a Hangul syllable
    case 0xAD: return 1  // soft hyphen: terminals draw it
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format: return scalar.properties.isDefaultIgnorableCodePoint ? 0 : 1  // Arabic number signs are drawn
    default: return 1
    }
  }
}
