/// Text from a record made safe to show: whatever could move the cursor, reorder the line or hide is spelled out.
///
/// One form for all of it, `\u{1b}`: the code point in lower-case hexadecimal, as Swift writes it. Spelled out are
/// - controls (C0 with NUL, DEL, C1), line and paragraph separators;
/// - bidirectional marks, embeddings, overrides and isolates (<https://trojansource.codes>);
/// - invisible characters (`Default_Ignorable_Code_Point`): zero-width spaces and joiners, byte order marks, soft hyphens,
///   fillers, tag characters and stray variation selectors, with which text can be smuggled past a reader;
/// - combining marks beyond thirty in a row (the bound of the stream-safe format, UAX #15).
///
/// What writing needs stays: joiners inside emoji and after letters of Arabic, Indic, Khmer and Mongolian script,
/// one variation selector after a character that takes one, and the flags of England, Scotland and Wales.
/// The result is its own fixed point: what is safe is returned unchanged.
///
/// JSON on a terminal (`JSONTree`'s `terminalSafe`) escapes a part of this set, and nothing beyond it: what acts on the
/// terminal or reorders the line. A page is read by a person, so what merely hides has to show; a document is read by
/// programs, which compare its text as it is.
public enum VisibleText {
  /// For one line, a cell or a title: a line end reads `⏎`, a tab `⇥`.
  static func line(_ text: String) -> String {
    visible(text, newline: "⏎", tab: "⇥")
  }

  /// For a block of lines: line ends (`\r\n` as `\n`) and tabs stay.
  public static func block(_ text: String) -> String {
    visible(text, newline: "\n", tab: "\t")
  }

  private static func visible(_ text: String, newline: Unicode.Scalar, tab: Unicode.Scalar) -> String {
    guard needsWork(text, allowsLayout: newline == "\n") else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    result.reserveCapacity(scalars.count)
    var marks = 0
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let previous = index > 0 ? scalars[index - 1] : nil
      marks = scalar.isMark ? marks + 1 : 0
      switch scalar {
      case "\n": result.append(newline)
      case "\t": result.append(tab)
      case "\r" where next == "\n": continue
      case _ where marks > 30, _ where scalar.isHidden && !isWriting(scalar, previous, next, at: index, in: scalars):
        // One by one: `append(contentsOf:)` of this view copies all that came before.
        for digit in "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars { result.append(digit) }
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// One cheap look: most text has nothing in it to spell out.
  private static func needsWork(_ text: String, allowsLayout: Bool) -> Bool {
    if DisplayWidth.isPrintableASCII(text) { return false }
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        marks = 0
        if scalar.value >= 0x20 && scalar.value != 0x7F { continue }
        if allowsLayout && (scalar == "\n" || scalar == "\t") { continue }
        return true
      }
      if scalar.isHidden { return true }
      marks = scalar.isMark ? marks + 1 : 0
      if marks > 30 { return true }
    }
    return false
  }

  /// Whether a hidden character does a writing system's or an emoji's work where it stands.
  private static func isWriting(
    _ scalar: Unicode.Scalar, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?, at index: Int,
    in scalars: [Unicode.Scalar]
  ) -> Bool {
    guard let previous else { return false }
    switch scalar.value {
    case 0x200D where next?.isPicture == true:
      return previous.isPicture || previous.value == 0xFE0F || previous.properties.isEmojiModifier
    case 0x200C, 0x200D: return previous.takesJoiner && next?.takesJoiner == true
    case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
    case 0xFE00...0xFE0D: return previous.properties.isIdeographic || previous.properties.isMath
    case 0xE0100...0xE01EF: return previous.properties.isIdeographic
    case 0x180B...0x180D, 0x180F: return (0x1820...0x18AA).contains(previous.value)
    case 0xE0061...0xE007F: return isRegionFlag(around: index, in: scalars)
    default: return false
    }
  }

  /// A black flag, the region in tag characters, and the closing tag: only the three such flags that exist.
  private static func isRegionFlag(around index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let length = 6
    guard let flag = scalars[max(0, index - length)..<index].lastIndex(where: { $0.value == 0x1F3F4 }),
      flag + length < scalars.count
    else { return false }
    let tags = scalars[(flag + 1)...(flag + length)].map { Character($0) }
    return regions.contains { region in
      zip(region, tags).allSatisfy { letter, tag in
        letter.unicodeScalars.first.map { $0.value + 0xE0000 } == tag.unicodeScalars.first?.value
      }
    }
  }

  /// England, Scotland, Wales; DEL stands for the closing tag (<https://www.unicode.org/Public/emoji/>).
  private static let regions = ["gbeng\u{7F}", "gbsct\u{7F}", "gbwls\u{7F}"]
}

extension Unicode.Scalar {
  /// Controls, separators of lines, and `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`), written out so
  /// that the answer is one jump table.
  fileprivate var isHidden: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0: true
    case 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  fileprivate var isMark: Bool {
    guard value >= 0x300 else { return false }
    let category = properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// Emoji that sequences are joined from: not the digits and signs that merely take a keycap.
  fileprivate var isPicture: Bool {
    value > 0xFF && properties.isEmoji
  }

  /// Letters and marks of the scripts in which a joiner changes the spelling.
  fileprivate var takesJoiner: Bool {
    switch value {
    case 0x600...0xDFF, 0x1000...0x109F, 0x1780...0x17B3, 0x17B6...0x17DD, 0x1820...0x18AA:
      properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    default: false
    }
  }
}
