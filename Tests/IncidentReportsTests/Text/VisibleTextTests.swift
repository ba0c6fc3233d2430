import JSONTree
import Testing

@testable import IncidentReports

@Suite("Visible text")
struct VisibleTextTests {
  @Test(
    "spells out what could move the cursor, reorder or hide",
    arguments: [
      ("plain ünïcode 支払い", "plain ünïcode 支払い"), ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\0b", "a\\u{0}b"),
      ("a\u{7F}", "a\\u{7f}"), ("\u{9B}31m", "\\u{9b}31m"), ("a\u{202E}b", "a\\u{202e}b"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{200F}", "\\u{200f}"), ("a\u{2028}b", "a\\u{2028}b"),
      ("\u{FEFF}a", "\\u{feff}a"), ("a\u{200B}b", "a\\u{200b}b"), ("a\u{200D}b", "a\\u{200d}b"),
      ("a\u{E0041}", "a\\u{e0041}"), ("a\u{FE0F}", "a\\u{fe0f}"), ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}\\u{fe0f}"),
      ("\u{3164}", "\\u{3164}"), ("soft\u{AD}hyphen", "soft\\u{ad}hyphen"), ("one\rtwo", "one\\u{d}two"),
    ])
  func spelledOut(text: String, expected: String) {
    #expect(VisibleText.line(text) == expected)
    #expect(VisibleText.block(text) == expected)
  }

  @Test(
    "keeps what writing needs",
    arguments: [
      "👨‍👩‍👧", "👩🏽‍💻", "❤️‍🔥", "🏳️‍🌈", "1️⃣", "🇩🇪", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "می\u{200C}خواهم", "क्\u{200D}ष", "葛\u{E0100}", "e\u{301}", "\u{600}12",
    ])
  func kept(text: String) {
    #expect(Array(VisibleText.line(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("a flag of tag characters that does not exist is spelled out")
  func falseFlag() {
    #expect(VisibleText.line("🏴\u{E0067}\u{E0062}\u{E007F}") == "🏴\\u{e0067}\\u{e0062}\\u{e007f}")
  }

  @Test("a line shows its line ends and tabs, a block has them")
  func layout() {
    #expect(VisibleText.line("a\r\nb\n\tc") == "a⏎b⏎⇥c")
    #expect(VisibleText.block("a\r\nb\n\tc") == "a\nb\n\tc")
  }

  @Test("no more than thirty marks pile up on a character")
  func pile() {
    let text = "a" + String(repeating: "\u{301}", count: 32)
    #expect(VisibleText.line(text).hasSuffix("\\u{301}\\u{301}"))
    #expect(VisibleText.line(text).unicodeScalars.count(where: { $0 == "\u{301}" }) == 30)
  }

  @Test("whatever JSON on a terminal escapes is spelled out on a page, too")
  func json() {
    let planes = [0x20...0x7F, 0x80...0x32FF, 0xF900...0x1FFFF, 0xE0000...0xE1000]
    for scalar in planes.joined().compactMap({ Unicode.Scalar(UInt32($0)) }) where scalar != "\"" && scalar != "\\" {
      let text = String(scalar)
      guard JSON.string(text).inlineText(escaping: .terminalSafe) != "\"\(text)\"" else { continue }
      #expect(VisibleText.block(text) != text, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test("what came out safe stays as it is", arguments: 0..<UInt64(500))
  func fixedPoint(seed: UInt64) {
    let line = VisibleText.line(HostileText.sample(seed: seed))
    #expect(VisibleText.line(line) == line, "seed \(seed)")
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }, "seed \(seed)")
    let block = VisibleText.block(HostileText.sample(seed: seed))
    #expect(VisibleText.block(block) == block, "seed \(seed)")
  }
}
