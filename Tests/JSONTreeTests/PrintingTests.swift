import JSONTree
import Testing

@Suite("Printing")
struct PrintingTests {
  @Test(
    "gives back a canonical text byte for byte",
    arguments: [
      "null", "true", "false", "0", "-0", "1.0", "1E400", "12345678901234567890", "\"\"", "[]", "{}", "[1, 2]",
      #"{"a": 1, "b": [1, 2]}"#, #"{"b": {}, "a": [[], {}]}"#, #""/ \" \\ \b \f \n \r \t \u0000 \u001f \u000b""#,
      "\"é 😀 \u{7f} \u{80} \u{2028} \u{202e}\"", #"[null, true, false, "a", -1e-5]"#, #"{"\n": "\"", "": ""}"#,
    ])
  func givesBackCanonicalText(text: String) throws {
    let value = try JSON.parse(text)
    #expect(value.inlineText() == text)
    var bytes = Array("before ".utf8)
    value.canonical(into: &bytes)
    #expect(bytes == Array("before \(text)".utf8))
  }

  @Test("brings any spelling to the canonical form")
  func isCanonical() throws {
    let text = "{ \"a\\u0041\\/\\u0009\\u001F\\ud83d\\ude00\\u007f\" :\n[1,2 ] }"
    #expect(try JSON.parse(text).inlineText() == "{\"aA/\\t\\u001f😀\u{7f}\": [1, 2]}")
  }

  @Test("expands with two spaces a level, empty containers inline")
  func expands() throws {
    let value: JSON = ["a": 1, "b": [], "c": [:], "d": [["x": "y"], 2], "e": ["f": ["g": .null]]]
    let expected = """
      {
        "a": 1,
        "b": [],
        "c": {},
        "d": [
          {
            "x": "y"
          },
          2
        ],
        "e": {
          "f": {
            "g": null
          }
        }
      }
      """
    #expect(value.prettyText() == expected)
    #expect(try JSON.parse(expected) == value)
    #expect(JSON.array([]).prettyText() == "[]")
    #expect(JSON.string("x").prettyText() == "\"x\"")
  }

  @Test(
    "escapes on request what a terminal would act on",
    arguments: [
      ("\u{7f}", #"\u007f"#), ("\u{80}\u{9b}\u{9f}", #"\u0080\u009b\u009f"#), ("\u{61c}", #"\u061c"#),
      ("\u{200e}\u{200f}", #"\u200e\u200f"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
      ("\u{202a}\u{202e}", #"\u202a\u202e"#), ("\u{2066}\u{2069}", #"\u2066\u2069"#), ("\u{feff}", #"\ufeff"#),
      ("\u{fff9}", #"\ufff9"#), ("\u{e0041}", #"\udb40\udc41"#), ("\u{1b}[0m\n\"\\", #"\u001b[0m\n\"\\"#),
      ("é / 日本 👩🏽‍🚒", "é / 日本 👩🏽‍🚒"), ("\u{200c}\u{200d}\u{fe0f}\u{a0}", "\u{200c}\u{200d}\u{fe0f}\u{a0}"),
    ])
  func escapesForTerminals(text: String, expected: String) throws {
    let value: JSON = .object([text: .string(text)])
    let printed = value.inlineText(escaping: .terminalSafe)
    #expect(printed == "{\"\(expected)\": \"\(expected)\"}")
    #expect(try JSON.parse(printed) == value)
    #expect(try JSON.parse(value.prettyText(escaping: .terminalSafe)) == value)
  }
}
