import Testing

@testable import IncidentReports

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts columns as a terminal draws them",
    arguments: [
      ("", 0), ("payments", 8), ("Zürich", 6), ("e\u{301}", 1), ("支払い", 6), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("क्षि", 2), ("🔥", 2), ("❤️", 2), ("❤", 1), ("🇩🇪", 2), ("1️⃣", 2), ("👍🏽", 2),
      ("👨‍👩‍👧", 2), ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("⌚", 2), ("☎", 1), ("…", 1),
      ("→ ok", 4), ("\u{600}", 1), ("a\u{200B}b", 2),
    ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(
    "cuts between clusters and marks the cut",
    arguments: [
      ("latency", 7, "latency"), ("latency", 6, "laten…"), ("latency", 1, "…"), ("latency", 0, ""), ("x", -3, ""),
      ("支払い", 6, "支払い"), ("支払い", 5, "支払…"), ("支払い", 4, "支…"), ("支払い", 2, "…"), ("ab👨‍👩‍👧cd", 5, "ab👨‍👩‍👧…"),
      ("ab👨‍👩‍👧cd", 4, "ab…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
    ])
  func truncation(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: columns) == expected)
  }

  @Test("pads by columns, not by characters")
  func padding() {
    #expect(DisplayWidth.padded("支払", to: 6) == "支払  ")
    #expect(DisplayWidth.leftPadded("5m", to: 4) == "  5m")
    #expect(DisplayWidth.padded("longer", to: 3) == "longer")
  }

  @Test("a cut text fits and begins as the whole does", arguments: 0..<UInt64(300))
  func truncationProperty(seed: UInt64) {
    let text = VisibleText.line(HostileText.sample(seed: seed))
    for columns in 1...12 {
      let cut = DisplayWidth.truncated(text, to: columns)
      #expect(DisplayWidth.of(cut) <= columns, "seed \(seed)")
      #expect(cut == text || cut.last == "…" && text.hasPrefix(cut.dropLast()), "seed \(seed)")
      #expect((cut == text) == (DisplayWidth.of(text) <= columns), "seed \(seed)")
    }
  }

  @Test("the table of wide characters ascends without touching")
  func table() {
    for (left, right) in zip(WideCharacters.ranges, WideCharacters.ranges.dropFirst()) {
      #expect(left.upperBound + 1 < right.lowerBound)
    }
    #expect(WideCharacters.contains(0x1100))
    #expect(WideCharacters.contains(0x3FFFD))
    #expect(!WideCharacters.contains(0x3FFFE))
    #expect(!WideCharacters.contains(0x10FF))
  }
}
