import JSONTree
import Testing

/// A text that is not JSON: what is wrong with it, and where.
struct Refused: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let kind: JSONError.Kind
  let line: Int
  let column: Int
  let testDescription: String

  init(_ text: String, _ kind: JSONError.Kind, _ column: Int) {
    self.init(text, kind, 1, column)
  }

  init(_ text: String, _ kind: JSONError.Kind, _ line: Int, _ column: Int) {
    (bytes, self.kind, self.line, self.column) = (Array(text.utf8), kind, line, column)
    testDescription = text.debugDescription
  }

  init(bytes: [UInt8], _ kind: JSONError.Kind, _ column: Int) {
    (self.bytes, self.kind, line, self.column) = (bytes, kind, 1, column)
    testDescription = bytes.map { String($0, radix: 16) }.joined(separator: " ")
  }
}

@Suite("Texts that are not JSON")
struct RefusedTextTests {
  static let structure: [Refused] = [
    Refused("", .unexpectedEnd(expected: .value), 1),
    Refused(" ", .unexpectedEnd(expected: .value), 2),
    Refused("\n\n", .unexpectedEnd(expected: .value), 3, 1),
    Refused("[", .unexpectedEnd(expected: .valueOrArrayEnd), 2),
    Refused("[1", .unexpectedEnd(expected: .commaOrArrayEnd), 3),
    Refused("[1,", .unexpectedEnd(expected: .valueAfterComma), 4),
    Refused("[1,]", .unexpectedCharacter("]", expected: .valueAfterComma), 4),
    Refused("[,1]", .unexpectedCharacter(",", expected: .valueOrArrayEnd), 2),
    Refused("[1,,2]", .unexpectedCharacter(",", expected: .valueAfterComma), 4),
    Refused("[1 2]", .unexpectedCharacter("2", expected: .commaOrArrayEnd), 4),
    Refused("[1;2]", .unexpectedCharacter(";", expected: .commaOrArrayEnd), 3),
    Refused("[1}", .unexpectedCharacter("}", expected: .commaOrArrayEnd), 3),
    Refused("[\"a\" \"b\"]", .unexpectedCharacter("\"", expected: .commaOrArrayEnd), 6),
    Refused("[1:2]", .unexpectedCharacter(":", expected: .commaOrArrayEnd), 3),
    Refused("]", .unexpectedCharacter("]", expected: .value), 1),
    Refused("}", .unexpectedCharacter("}", expected: .value), 1),
    Refused(",", .unexpectedCharacter(",", expected: .value), 1),
    Refused("{", .unexpectedEnd(expected: .keyOrObjectEnd), 2),
    Refused("{]", .unexpectedCharacter("]", expected: .keyOrObjectEnd), 2),
    Refused("{,}", .unexpectedCharacter(",", expected: .keyOrObjectEnd), 2),
    Refused("{a:1}", .unexpectedCharacter("a", expected: .keyOrObjectEnd), 2),
    Refused("{'a':1}", .unexpectedCharacter("'", expected: .keyOrObjectEnd), 2),
    Refused("{1:1}", .unexpectedCharacter("1", expected: .keyOrObjectEnd), 2),
    Refused("{null:1}", .unexpectedCharacter("n", expected: .keyOrObjectEnd), 2),
    Refused("{“a”:1}", .unexpectedCharacter("“", expected: .keyOrObjectEnd), 2),
    Refused(#"{"a""#, .unexpectedEnd(expected: .colon), 5),
    Refused(#"{"a"}"#, .unexpectedCharacter("}", expected: .colon), 5),
    Refused(#"{"a",1}"#, .unexpectedCharacter(",", expected: .colon), 5),
    Refused(#"{"a"=1}"#, .unexpectedCharacter("=", expected: .colon), 5),
    Refused(#"{"a" 1}"#, .unexpectedCharacter("1", expected: .colon), 6),
    Refused(#"{"a":"#, .unexpectedEnd(expected: .value), 6),
    Refused(#"{"a":}"#, .unexpectedCharacter("}", expected: .value), 6),
    Refused(#"{"a"::1}"#, .unexpectedCharacter(":", expected: .value), 6),
    Refused(#"{"a":1"#, .unexpectedEnd(expected: .commaOrObjectEnd), 7),
    Refused(#"{"a":1,"#, .unexpectedEnd(expected: .keyAfterComma), 8),
    Refused(#"{"a":1,}"#, .unexpectedCharacter("}", expected: .keyAfterComma), 8),
    Refused(#"{"a":1,,"b":2}"#, .unexpectedCharacter(",", expected: .keyAfterComma), 8),
    Refused(#"{"a":1 "b":2}"#, .unexpectedCharacter("\"", expected: .commaOrObjectEnd), 8),
    Refused(#"{"a":1]"#, .unexpectedCharacter("]", expected: .commaOrObjectEnd), 7),
    Refused(#"{"a":1 /* c */}"#, .unexpectedCharacter("/", expected: .commaOrObjectEnd), 8),
    Refused("// c\n1", .unexpectedCharacter("/", expected: .value), 1),
    Refused("# c\n1", .unexpectedCharacter("#", expected: .value), 1),
    Refused("'a'", .unexpectedCharacter("'", expected: .value), 1),
    Refused("1 1", .trailingContent, 3),
    Refused("{}{}", .trailingContent, 3),
    Refused("[]]", .trailingContent, 3),
    Refused("[],", .trailingContent, 3),
    Refused("\"a\"b", .trailingContent, 4),
    Refused("{}\n\n x", .trailingContent, 3, 2),
    Refused("1\0", .trailingContent, 2),
    Refused("\0", .unexpectedCharacter("\0", expected: .value), 1),
    Refused("[\0]", .unexpectedCharacter("\0", expected: .valueOrArrayEnd), 2),
    Refused("[\u{b}1]", .unexpectedCharacter("\u{b}", expected: .valueOrArrayEnd), 2),
    Refused("[\u{c}1]", .unexpectedCharacter("\u{c}", expected: .valueOrArrayEnd), 2),
    Refused("[\u{a0}1]", .unexpectedCharacter("\u{a0}", expected: .valueOrArrayEnd), 2),
    Refused("[\u{2028}1]", .unexpectedCharacter("\u{2028}", expected: .valueOrArrayEnd), 2),
    Refused("[\u{feff}1]", .unexpectedCharacter("\u{feff}", expected: .valueOrArrayEnd), 2),
    Refused("\u{feff}1", .byteOrderMark, 1),
    Refused("\u{feff}", .byteOrderMark, 1),
    Refused(bytes: [0xFE, 0xFF, 0x00, 0x31], .byteOrderMark, 1),
    Refused(bytes: [0xFF, 0xFE, 0x31, 0x00], .byteOrderMark, 1),
  ]

  static let words: [Refused] = [
    Refused("nul", .unexpectedEnd(expected: .restOfWord), 4),
    Refused("t", .unexpectedEnd(expected: .restOfWord), 2),
    Refused("fals", .unexpectedEnd(expected: .restOfWord), 5),
    Refused("[tru", .unexpectedEnd(expected: .restOfWord), 5),
    Refused("[nul]", .unknownWord("nul"), 2),
    Refused("True", .unknownWord("True"), 1),
    Refused("NULL", .unknownWord("NULL"), 1),
    Refused("None", .unknownWord("None"), 1),
    Refused("NaN", .unknownWord("NaN"), 1),
    Refused("[Infinity]", .unknownWord("Infinity"), 2),
    Refused("[undefined]", .unknownWord("undefined"), 2),
    Refused("[nxll]", .unknownWord("nxll"), 2),
    Refused("[yes, no]", .unknownWord("yes"), 2),
    Refused("nulll", .trailingContent, 5),
    Refused("[nulll]", .unexpectedCharacter("l", expected: .commaOrArrayEnd), 6),
    Refused("[truefalse]", .unexpectedCharacter("f", expected: .commaOrArrayEnd), 6),
    Refused("[true\0]", .unexpectedCharacter("\0", expected: .commaOrArrayEnd), 6),
    Refused("[" + String(repeating: "x", count: 100) + "]", .unknownWord(String(repeating: "x", count: 32)), 2),
  ]

  static let numbers: [Refused] = [
    Refused("-", .unexpectedEnd(expected: .restOfNumber), 2),
    Refused("[-]", .invalidNumber(.noDigits), 3),
    Refused("[-a]", .invalidNumber(.noDigits), 3),
    Refused("[--1]", .invalidNumber(.noDigits), 3),
    Refused("[-.5]", .invalidNumber(.noDigits), 3),
    Refused("[-Infinity]", .invalidNumber(.noDigits), 3),
    Refused("[- 1]", .invalidNumber(.noDigits), 3),
    Refused("+1", .unexpectedCharacter("+", expected: .value), 1),
    Refused(".5", .unexpectedCharacter(".", expected: .value), 1),
    Refused("01", .invalidNumber(.leadingZero), 1),
    Refused("[00]", .invalidNumber(.leadingZero), 2),
    Refused("[-01]", .invalidNumber(.leadingZero), 3),
    Refused("1.", .unexpectedEnd(expected: .restOfNumber), 3),
    Refused("[1.]", .invalidNumber(.noFractionDigits), 4),
    Refused("[1.e1]", .invalidNumber(.noFractionDigits), 4),
    Refused("[1..2]", .invalidNumber(.noFractionDigits), 4),
    Refused("[1.-2]", .invalidNumber(.noFractionDigits), 4),
    Refused("1e", .unexpectedEnd(expected: .restOfNumber), 3),
    Refused("1e-", .unexpectedEnd(expected: .restOfNumber), 4),
    Refused("[1e]", .invalidNumber(.noExponentDigits), 4),
    Refused("[1E+]", .invalidNumber(.noExponentDigits), 5),
    Refused("[1e+-1]", .invalidNumber(.noExponentDigits), 5),
    Refused("[1ee1]", .invalidNumber(.noExponentDigits), 4),
    Refused("[1e.1]", .invalidNumber(.noExponentDigits), 4),
    Refused("[0x10]", .unexpectedCharacter("x", expected: .commaOrArrayEnd), 3),
    Refused("[1_000]", .unexpectedCharacter("_", expected: .commaOrArrayEnd), 3),
    Refused("[1.2.3]", .unexpectedCharacter(".", expected: .commaOrArrayEnd), 5),
    Refused("[1+2]", .unexpectedCharacter("+", expected: .commaOrArrayEnd), 3),
    Refused("[1e1.5]", .unexpectedCharacter(".", expected: .commaOrArrayEnd), 5),
    Refused("[1a]", .unexpectedCharacter("a", expected: .commaOrArrayEnd), 3),
    Refused("[１]", .unexpectedCharacter("１", expected: .valueOrArrayEnd), 2),
    Refused("1-1", .trailingContent, 2),
  ]

  static let strings: [Refused] = [
    Refused("\"", .unexpectedEnd(expected: .restOfString), 2),
    Refused("\"abc", .unexpectedEnd(expected: .restOfString), 5),
    Refused("\"abcdefghijklmnop", .unexpectedEnd(expected: .restOfString), 18),
    Refused(#""\"#, .unexpectedEnd(expected: .restOfString), 3),
    Refused(#""\""#, .unexpectedEnd(expected: .restOfString), 4),
    Refused(#""a\u12"#, .unexpectedEnd(expected: .restOfString), 7),
    Refused(#""\ud83d"#, .unexpectedEnd(expected: .restOfString), 8),
    Refused(#""\ud83d\"#, .unexpectedEnd(expected: .restOfString), 9),
    Refused(#""\ud83d\u"#, .unexpectedEnd(expected: .restOfString), 10),
    Refused(#""\ud83d\ude0"#, .unexpectedEnd(expected: .restOfString), 13),
    Refused("\"a\nb\"", .controlCharacterInString(0x0A), 3),
    Refused("\"a\tb\"", .controlCharacterInString(0x09), 3),
    Refused("\"\0\"", .controlCharacterInString(0), 2),
    Refused("\"12345678\u{1f}\"", .controlCharacterInString(0x1F), 10),
    Refused("\"éé\u{1}\"", .controlCharacterInString(1), 4),
    Refused("{\"a\nb\":1}", .controlCharacterInString(0x0A), 4),
    Refused(#""\x41""#, .invalidEscape("x"), 2),
    Refused(#""\a""#, .invalidEscape("a"), 2),
    Refused(#""\'""#, .invalidEscape("'"), 2),
    Refused(#""\0""#, .invalidEscape("0"), 2),
    Refused(#""\U0041""#, .invalidEscape("U"), 2),
    Refused(#""\ ""#, .invalidEscape(" "), 2),
    Refused("\"\\é\"", .invalidEscape("é"), 2),
    Refused("\"\\\n\"", .invalidEscape("\n"), 2),
    Refused(#""ok\n\q""#, .invalidEscape("q"), 6),
    Refused("\"\\q\n", .invalidEscape("q"), 2),
    Refused(#""\u""#, .invalidHexEscape, 2),
    Refused(#""\u12""#, .invalidHexEscape, 2),
    Refused(#""\u00G0""#, .invalidHexEscape, 2),
    Refused(#""\u+041""#, .invalidHexEscape, 2),
    Refused(#""\u{41}""#, .invalidHexEscape, 2),
    Refused(#""\ud83d\u12""#, .invalidHexEscape, 8),
    Refused(#""\ud800""#, .loneSurrogate(0xD800), 2),
    Refused(#""\udbff ""#, .loneSurrogate(0xDBFF), 2),
    Refused(#""\udc00""#, .loneSurrogate(0xDC00), 2),
    Refused(#""\uDFFF\uD800""#, .loneSurrogate(0xDFFF), 2),
    Refused(#""\ud83d\ud83d\ude00""#, .loneSurrogate(0xD83D), 2),
    Refused(#""\ud83d\n""#, .loneSurrogate(0xD83D), 2),
    Refused(#""\ud83d\u0041""#, .loneSurrogate(0xD83D), 2),
    Refused(#""\ud83dx\ude00""#, .loneSurrogate(0xD83D), 2),
    Refused(#"{"\ud800":1}"#, .loneSurrogate(0xD800), 3),
  ]

  /// Malformed sequences, in a string of their own, after eight letters and beside an escape.
  static let malformedSequences: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
    [0xE0, 0x9F, 0xBF],
    [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
    [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE9],
  ]

  @Test("is refused with what is wrong and where", arguments: structure + words + numbers + strings)
  func isRefused(refused: Refused) throws {
    let error = try #require(throws: JSONError.self) { try JSON.parse(refused.bytes) }
    #expect(error.kind == refused.kind)
    #expect([error.position.line, error.position.column] == [refused.line, refused.column])
    #expect(!error.message.isEmpty)
    #expect(error.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }

  @Test("is refused where its UTF-8 is malformed", arguments: malformedSequences)
  func isRefusedAsMalformed(sequence: [UInt8]) throws {
    let quote = UInt8(ascii: "\"")
    for (prefix, suffix) in [("", ""), ("12345678é", ""), ("\\n", ""), ("", "\\q"), ("12345678", "123456789")] {
      let bytes = [quote] + Array(prefix.utf8) + sequence + Array(suffix.utf8) + [quote]
      let error = try #require(throws: JSONError.self) { try JSON.parse(bytes) }
      #expect(error.kind == .invalidUTF8(sequence[0]))
      #expect(error.position.offset == 1 + prefix.utf8.count)
      #expect(error.position.column == 2 + prefix.unicodeScalars.count)
    }
    let outside = try #require(throws: JSONError.self) { try JSON.parse([UInt8(ascii: "[")] + sequence + [quote]) }
    #expect(outside.kind == .invalidUTF8(sequence[0]))
  }

  @Test("is refused from 513 arrays or objects inside one another", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func isTooDeep(open: String) throws {
    let error = try #require(throws: JSONError.self) { try JSON.parse(String(repeating: open, count: 100_000)) }
    #expect(error.kind == .tooDeep(limit: 512))
    let unit = open.filter { $0 == "[" || $0 == "{" }.count
    #expect(error.position.offset == 512 / unit * open.utf8.count)
  }
}
