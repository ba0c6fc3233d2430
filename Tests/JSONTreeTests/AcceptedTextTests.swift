import JSONTree
import Testing

@Suite("Texts that are JSON")
struct AcceptedTextTests {
  static let texts: [(String, JSON)] = [
    // Words and white space
    ("null", .null), ("true", true), ("false", false), (" null ", .null), ("\t\n\r null\r\n", .null),
    // Arrays
    ("[]", []), ("[ ]", []), ("[\n]", []), ("[null]", [.null]), ("[1]", [1]), ("[ 1 , 2 ]", [1, 2]),
    ("[1,2]", [1, 2]), ("[[]]", [[]]), ("[[],[]]", [[], []]), ("[[[]],{}]", [[[]], [:]]),
    ("[true,false,null]", [true, false, .null]),
    ("[\"\"]", [""]), ("[\"a\",1]", ["a", 1]), ("[1\n,\n2]", [1, 2]), ("[\t1\t]", [1]),
    // Objects
    ("{}", [:]), ("{ }", [:]), ("{\r\n}", [:]), (#"{"a":1}"#, ["a": 1]), (#"{ "a" : 1 }"#, ["a": 1]),
    (#"{"":0}"#, ["": 0]), (#"{"a":{}}"#, ["a": [:]]), (#"{"a":{"a":{}}}"#, ["a": ["a": [:]]]),
    (#"{"b":1,"a":2}"#, ["b": 1, "a": 2]), (#"{"a":1,"A":2}"#, ["a": 1, "A": 2]),
    (#"{"a":1,"a ":2}"#, ["a": 1, "a ": 2]),
    (#"{"a":[{"a":1}]}"#, ["a": [["a": 1]]]), (#"{"a\u0000b":1,"a":2}"#, ["a\0b": 1, "a": 2]),
    (#"{"\"":1,"\\":2}"#, ["\"": 1, "\\": 2]), (#"{"\u0061":1,"b":2}"#, ["a": 1, "b": 2]),
    (#"[{"a":1},{"a":1}]"#, [["a": 1], ["a": 1]]), (#"{"a":{"b":1},"b":{"a":1}}"#, ["a": ["b": 1], "b": ["a": 1]]),
    // Strings
    (#""""#, ""), (#""a""#, "a"), (#"" ""#, " "), (#""abcdefgh""#, "abcdefgh"),
    (#""abcdefghijklmnopq""#, "abcdefghijklmnopq"),
    (#""\"""#, "\""), (#""\\""#, "\\"), (#""\/""#, "/"), (#""/""#, "/"), (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"),
    (#""\u0041""#, "A"), (#""\u0000""#, "\0"), (#""\u001f""#, "\u{1f}"), (#""\u00e9""#, "\u{e9}"),
    (#""\u00E9""#, "\u{e9}"),
    (#""\u20AC""#, "€"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00""#, "😀"), (#""\ud800\udc00""#, "\u{10000}"),
    (#""\udbff\udfff""#, "\u{10ffff}"), (#""\ud7ff\ue000""#, "\u{d7ff}\u{e000}"),
    (#""\uffff\ufffe""#, "\u{ffff}\u{fffe}"),
    (#""\ufeff""#, "\u{feff}"), (#""\\u0041""#, "\\u0041"), (#""\\\"""#, "\\\""), (#""a\\""#, "a\\"),
    (#""1234567\n""#, "1234567\n"),
    (#""12345678\n12345678""#, "12345678\n12345678"), (#""😀\n😀""#, "😀\n😀"), ("\"\u{7f}\"", "\u{7f}"),
    ("\"\u{80}\"", "\u{80}"),
    ("\"\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}\"", "\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}"),
    ("\"\u{2028}\u{2029}\u{202e}\"", "\u{2028}\u{2029}\u{202e}"), ("\"\u{feff}\"", "\u{feff}"), ("\"é日本語\"", "é日本語"),
    ("\"null\"", "null"), ("\"{\"", "{"), ("\"[1,2\"", "[1,2"), ("\"// no comment\"", "// no comment"),
  ]

  @Test("is read as the value it means", arguments: texts)
  func isAccepted(text: String, value: JSON) throws {
    #expect(try JSON.parse(text) == value)
  }

  @Test(
    "keeps the exact text of a number",
    arguments: [
      "0", "-0", "1", "-1", "10", "1.0", "0.1", "-0.0", "1.50", "1e1", "1E1", "1e+1", "1e-1", "1E+01", "0e0", "0E400",
      "1E400", "-1e-400", "123.456e78", "12345678901234567890", "100000000000000000000000000000000000000000",
      "0.000000000000000000000000000000000000001", "9223372036854775807", "-9223372036854775808", "3.14159265358979",
    ])
  func keepsNumberText(text: String) throws {
    for document in [text, " \(text) ", "[\(text)]", "[\(text),\(text)]", "{\"n\":\(text)}"] {
      let value = try JSON.parse(document)
      let number = value["n"] ?? value[0] ?? value
      #expect(number == JSONNumber(text).map(JSON.number))
      #expect(number.inlineText() == text)
    }
  }

  @Test("keeps the order of keys, few and many", arguments: [2, 15, 16, 17, 18, 40, 1000])
  func keepsKeyOrder(count: Int) throws {
    let keys = (0..<count).map { "key \(($0 * 7919) % 100_003)" }
    let text = "{" + keys.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
    let value = try JSON.parse(text)
    #expect(value.object?.keys == keys)
    #expect(value.inlineText() == text)
  }

  @Test("keeps canonically equivalent keys apart, as their code points differ")
  func keepsEquivalentKeysApart() throws {
    let value = try JSON.parse("{\"\u{e9}\": 1, \"e\u{301}\": 2}")
    #expect(value["\u{e9}"]?.int == 1)
    #expect(value["e\u{301}"]?.int == 2)
  }

  @Test("reads a megabyte of emoji, plain and escaped")
  func readsMuchEmoji() throws {
    let emoji = String(repeating: "👩🏽‍🚒🇪🇺", count: 45_000)
    #expect(emoji.utf8.count > 1_000_000)
    let text = JSON.string(emoji).inlineText()
    #expect(try JSON.parse(text) == .string(emoji))
    #expect(try JSON.parse(text.dropLast() + "\\n\"") == .string(emoji + "\n"))
  }

  @Test("reads from memory that someone else holds")
  func readsRawMemory() throws {
    let bytes = Array(#"xx{"a": 1}xx"#.utf8)
    let value = try bytes.withUnsafeBytes { try JSON.parse(UnsafeRawBufferPointer(rebasing: $0[2..<10])) }
    #expect(value == ["a": 1])
  }

  @Test("reads arrays and objects 512 deep", arguments: [("[", "]"), (#"{"a":"#, "}")])
  func readsDeep(open: String, close: String) throws {
    let innermost = open == "[" ? "" : "1"
    let text = String(repeating: open, count: 512) + innermost + String(repeating: close, count: 512)
    let value = try JSON.parse(text)
    #expect(value == (try JSON.parse(value.prettyText())))
    #expect(value.hashValue == (try JSON.parse(text)).hashValue)
  }

  @Test("counts depth, not brackets: many shallow arrays are fine")
  func countsDepthOnly() throws {
    let text = "[" + Array(repeating: "[[], {}]", count: 2000).joined(separator: ", ") + "]"
    #expect(try JSON.parse(text).inlineText() == text)
  }
}
