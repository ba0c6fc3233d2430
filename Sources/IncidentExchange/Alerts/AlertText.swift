/// Words from outside, in bounds.
enum AlertText {
  /// The text in one line of at most `most` characters: what is white space or a control character is a space, and no
  /// two of them stand together. A cut ends in `…`. Nil where nothing in it can be seen.
  static func line(_ text: String?, most: Int) -> String? {
    guard let text, isVisible(text) else { return nil }
    var kept = String.UnicodeScalarView()
    var count = 0
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isAfterSpace = count > 0
        continue
      }
      if isAfterSpace { kept.append(" ") }
      isAfterSpace = false
      kept.append(scalar)
      count += 1
      if count > most * AlertBounds.scalarsPerCharacter { return cut(String(kept), most: most, isPart: true) }
    }
    return cut(String(kept), most: most, isPart: false)
  }

  /// The text in lines of its own, at most `most` characters in all, without control characters but line ends and tabs.
  /// Nil where nothing in it can be seen.
  static func lines(_ text: String?, most: Int) -> String? {
    guard let text, isVisible(text) else { return nil }
    var kept = String.UnicodeScalarView()
    var count = 0
    var isAfterReturn = false
    var isPart = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n", isAfterReturn { continue }
      if count == 0, isSpace(scalar) { continue }
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": kept.append("\n")
      case "\t": kept.append("\t")
      default: kept.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
      count += 1
      isPart = count > most * AlertBounds.scalarsPerCharacter
      if isPart { break }
    }
    while !isPart, let last = kept.last, isSpace(last) { kept.removeLast() }
    return cut(String(kept), most: most, isPart: isPart)
  }

  /// The key itself, or where it is long its digest.
  static func key(_ text: String) -> String {
    text.utf8.count > AlertBounds.key ? SHA256.text(of: Array(text.utf8)) : text
  }

  /// Whether anything of the text can be seen.
  static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F }
      return !isSpace(scalar) && scalar.properties.generalCategory != .format
        && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// `UnAcknowledge` and `status_update_published` in words: `un acknowledge`, `status update published`.
  static func words(_ name: String) -> String {
    var words = ""
    for character in name {
      let isCapital = character.isUppercase
      if isCapital || !character.isLetter && !character.isNumber {
        if words.last?.isWhitespace == false { words += " " }
      }
      if character.isLetter || character.isNumber { words += character.lowercased() }
    }
    return words
  }

  /// The first `most` characters, the last of them `…` where there are more or the text is a part of a longer one.
  private static func cut(_ text: String, most: Int, isPart: Bool) -> String {
    guard isPart || text.count > most else { return text }
    // The last character of a part may be a part itself.
    return String((isPart ? text.dropLast() : text[...]).prefix(most - 1)) + "…"
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }
}
