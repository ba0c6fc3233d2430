/// What looks the same to a reader is the same to the rules.
enum LeakFolding {
  /// A scalar as it is read: ASCII in its usual width, one kind of blank, hyphen and apostrophe; nil for what nobody
  /// sees, such as joiners, soft hyphens and variation selectors (Unicode, `Default_Ignorable_Code_Point`).
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value < 0xA0 { return scalar }
    switch scalar.value {
    // Fullwidth forms of ASCII, each as far from it as the next.
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
    case 0x2018, 0x2019, 0x02BC, 0x2032: return "'"
    case 0x2028, 0x2029: return scalar
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    return scalar.properties.isWhitespace ? " " : scalar
  }

  /// A character in lower case, where that is one character too; every white space is a blank.
  static func lowercased(_ character: Character) -> Character {
    if character.utf8.count == 1, let byte = character.utf8.first {
      switch byte {
      case 0x41...0x5A: return Character(Unicode.Scalar(byte | 0x20))
      case 0x09...0x0D: return " "
      default: return character
      }
    }
    if character.isWhitespace { return " " }
    let lower = character.lowercased()
    return lower.count == 1 ? lower.first ?? character : character
  }
}

/// What a character does in a word.
enum LeakCharacterKind: UInt8 {
  /// A letter of a script that puts blanks between words.
  case letter
  /// A letter of a script without blanks, or one that joins endings to names: a name may begin and end anywhere.
  case unspaced
  case digit
  case blank
  /// Punctuation and everything else.
  case mark

  init(_ character: Character) {
    if character.utf8.count == 1, let byte = character.utf8.first {
      self =
        Bytes.isLetter(byte)
        ? .letter : Bytes.isDigit(byte) ? .digit : byte == 0x20 || 0x09...0x0D ~= byte ? .blank : .mark
      return
    }
    if character.isWhitespace {
      self = .blank
    } else if character.isLetter, let scalar = character.unicodeScalars.first {
      self = Self.isUnspaced(scalar) ? .unspaced : .letter
    } else {
      self = character.isNumber ? .digit : .mark
    }
  }

  /// Han, kana, Hangul, Thai, Lao, Myanmar and Khmer.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0xAC00...0xD7A3: true
    default: scalar.properties.isIdeographic
    }
  }
}
