/// A text without what nobody sees (Unicode, `Default_Ignorable_Code_Point`), and where each byte came from.
struct VisibleBytes {
  /// In UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where pieces begin that stand together in the text as well: here, and there.
  private var pieces: [(here: Int, there: Int)] = [(0, 0)]

  /// Nil where the text is the same without.
  init?(_ text: String) {
    guard text.unicodeScalars.contains(where: Self.isHidden) else { return nil }
    bytes.reserveCapacity(text.utf8.count)
    var place = 0
    for scalar in text.unicodeScalars {
      place += UTF8.width(scalar)
      if Self.isHidden(scalar) {
        pieces.append((bytes.count, place))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// The bytes of the text that these came from, with what stands between.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return original(range.lowerBound)..<original(range.lowerBound) }
    return original(range.lowerBound)..<original(range.upperBound - 1) + 1
  }

  private func original(_ byte: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].here <= byte { low = middle } else { high = middle }
    }
    return pieces[low].there + byte - pieces[low].here
  }
}
