/// A place in a document.
struct MarkdownPlace: Hashable {
  /// From 1.
  var line: Int
  /// From 1, in Unicode scalars of the line.
  var column: Int
}

/// A document's lines, without their ends and without a byte order mark.
struct SourceLines {
  /// From the first on.
  private(set) var lines: [[Unicode.Scalar]] = []
  /// The first byte that is not UTF-8. What is not comes out as U+FFFD.
  private(set) var fault: MarkdownPlace?

  init(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      while line.last == UInt8(ascii: "\r") { line.removeLast() }
      if let text = String(validating: line, as: UTF8.self) {
        lines.append(Array(text.unicodeScalars))
      } else {
        let repaired = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        if fault == nil { fault = MarkdownPlace(line: lines.count + 1, column: Self.column(ofFaultIn: line)) }
        lines.append(repaired)
      }
      start = end + 1
    }
  }

  /// A line's text, cut around a column where it is long.
  func excerpt(at place: MarkdownPlace) -> String {
    guard lines.indices.contains(place.line - 1) else { return "" }
    let line = lines[place.line - 1]
    let room = 120
    var start = line.firstIndex { !$0.isBlank } ?? 0
    let end = (line.lastIndex { !$0.isBlank } ?? -1) + 1
    guard end > start else { return "" }
    guard end - start > room else { return text(line[start..<end]) }
    let column = place.column - 1
    if column > start + room / 2 {
      start = min(column - room / 2, end - room)
      // Not in the middle of a word.
      while start < column, !line[start].isBlank { start += 1 }
    }
    var stop = min(start + room, end)
    if stop < end { while stop > column + 1, !line[stop - 1].isBlank { stop -= 1 } }
    let first = line.firstIndex { !$0.isBlank } ?? 0
    return (start > first ? "…" : "") + text(line[start..<stop]).trimmingBlanks() + (stop < end ? " …" : "")
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func column(ofFaultIn line: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = line.makeIterator()
    var column = 1
    while case .scalarValue = decoder.decode(&iterator) { column += 1 }
    return column
  }
}

extension Unicode.Scalar {
  /// A space of any width, a tab.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0B, 0x0C, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// What words consist of: letters of any script, digits; neither punctuation nor symbols.
  var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    case 0xAA, 0xB5, 0xBA, 0xC0...0x24F: value != 0xD7 && value != 0xF7
    case 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFE00...0xFE6F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF,
      0xE0000...0xE0FFF:
      false
    default: properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
  }
}

extension String {
  /// Without spaces at its ends.
  func trimmingBlanks() -> String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
  }
}
