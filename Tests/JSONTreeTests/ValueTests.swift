import JSONTree
import Testing

@Suite("Values")
struct ValueTests {
  @Test("are reached by kind, key and index")
  func areReached() throws {
    let value = try JSON.parse(#"{"s": "x", "n": 7, "b": false, "z": null, "a": [1, [2]], "o": {"k": "v"}}"#)
    #expect(value["s"]?.string == "x")
    #expect(value["n"]?.int == 7)
    #expect(value["b"]?.bool == false)
    #expect(value["z"] == .null)
    #expect(value["a"]?.array?.count == 2)
    #expect(value["a"]?[1]?[0]?.int == 2)
    #expect(value["o"]?["k"]?.string == "v")
    #expect(value["o"]?.object?.keys == ["k"])
    #expect(value["missing"] == nil)
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value[0] == nil)
    #expect(value["a"]?["k"] == nil)
    #expect(value["s"]?.int == nil)
    #expect(value["n"]?.string == nil)
  }

  @Test("are equal only when their text is")
  func areEqualExactly() throws {
    #expect(try JSON.parse("1") != JSON.parse("1.0"))
    #expect(try JSON.parse("\"\u{e9}\"") != JSON.parse("\"e\u{301}\""))
    #expect(try JSON.parse("{\"\u{e9}\": 1}") != JSON.parse("{\"e\u{301}\": 1}"))
    #expect(try JSON.parse(#"{"a": 1, "b": 2}"#) != JSON.parse(#"{"b": 2, "a": 1}"#))
    #expect(try JSON.parse(#"["\u0061"]"#) == JSON.parse(#"["a"]"#))
    #expect(Set<JSON>(["\u{e9}", "e\u{301}", "\u{e9}", 1, "1", .null, true]).count == 6)
  }

  @Test(
    "of numbers are integers only where written so and in range",
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("12345678901234567890", nil), ("1.0", nil), ("1e3", nil), ("0.5", nil),
    ] as [(String, Int?)])
  func areIntegers(text: String, value: Int?) throws {
    #expect(try JSON.parse(text).int == value)
  }

  @Test("of numbers are doubles where finite")
  func areDoubles() throws {
    #expect(JSONNumber("1.5e3")?.double == 1500)
    #expect(JSONNumber("-0")?.double?.sign == .minus)
    #expect(JSONNumber("1E400")?.double == nil)
    #expect(JSONNumber("1E-400")?.double == 0)
    #expect(JSONNumber(-12).text == "-12")
  }

  @Test(
    "of numbers are made only from the grammar",
    arguments: ["", " 1", "1 ", "+1", "01", "1.", ".1", "1e", "0x1", "NaN", "1,0", "１", "-", "1\0"])
  func areNoNumbers(text: String) {
    #expect(JSONNumber(text) == nil)
  }
}
