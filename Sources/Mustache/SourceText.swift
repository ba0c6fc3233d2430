/// The bytes of a template, and where in them things are.
struct SourceText: Sendable {
  let name: String
  let bytes: [UInt8]

  /// The error at an offset, which is turned into line and column only now.
  func error(_ kind: TemplateError.Kind, at offset: Int) -> TemplateError {
    let (line, column) = position(of: offset)
    return TemplateError(kind, template: name, line: line, column: column)
  }

  /// Line and column of an offset, both from 1; columns count Unicode scalars.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return (line, column)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a range without the whitespace around it.
  func trimmed(_ range: Range<Int>) -> String {
    let slice = bytes[range]
    guard let first = slice.firstIndex(where: { !$0.isWhitespace }),
      let last = slice.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return text(first..<last + 1)
  }

  func holds(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }

  /// Where the word stands first from an offset on.
  func firstIndex(of word: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + word.count <= bytes.count {
      if holds(word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// The first offset from `start` on that holds neither space nor tab.
  func skippingBlanks(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
    return offset
  }

  /// The offset after a line feed, with or without a carriage return before it, at this very offset; nil if there is none.
  /// The end of the template counts as the end of a line.
  func endOfLine(at offset: Int) -> Int? {
    guard offset < bytes.count else { return offset }
    if bytes[offset] == UInt8(ascii: "\n") { return offset + 1 }
    return holds([0x0D, 0x0A], at: offset) ? offset + 2 : nil
  }

  /// The offset of the first byte that begins no whole UTF-8 sequence; nil where there is none.
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
