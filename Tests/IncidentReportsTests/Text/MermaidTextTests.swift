import Testing

@testable import IncidentReports

@Suite("Mermaid charts")
struct MermaidTextTests {
  @Test("a pie of what is above zero")
  func pie() {
    #expect(
      MermaidText.pie(title: "By severity", [.init("SEV1", 2), .init("SEV2", 0), .init("SEV3", 12.345)]) == """
        ```mermaid
        pie showData
          title By severity
          "SEV1" : 2
          "SEV3" : 12.35
        ```

        """)
  }

  @Test("bars and lines start from zero")
  func xyChart() {
    let points = [MermaidText.Point("2026-09", 41.5), .init("2026-10", 0), .init("2026-11", 38)]
    #expect(
      MermaidText.bars(title: "Time to resolve", axis: "minutes", points) == """
        ```mermaid
        xychart-beta
          title "Time to resolve"
          x-axis ["2026-09", "2026-10", "2026-11"]
          y-axis "minutes" 0 --> 41.5
          bar [41.5, 0, 38]
        ```

        """)
    let line = MermaidText.line(title: "a", axis: "b", [.init("x", 0)])
    #expect(line?.contains("  y-axis \"b\" 0 --> 1\n  line [0]\n") == true)
  }

  @Test("nothing to draw is no chart")
  func empty() {
    #expect(MermaidText.pie(title: "a", []) == nil)
    #expect(MermaidText.pie(title: "a", [.init("x", 0), .init("y", -1), .init("z", .nan), .init("w", 0.001)]) == nil)
    for value in [-1, .nan, .infinity, 1e300] {
      #expect(MermaidText.bars(title: "a", axis: "b", [.init("x", 1), .init("y", value)]) == nil)
    }
    #expect(MermaidText.bars(title: "a", axis: "b", []) == nil)
  }

  @Test(
    "numbers have two decimals at most and no exponent",
    arguments: [
      (0.005, "0.01"), (1, "1"), (1.10, "1.1"), (0.05, "0.05"), (99.999, "100"), (1e12, "1000000000000"),
    ])
  func numbers(value: Double, expected: String) {
    #expect(MermaidText.bars(title: "a", axis: "b", [.init("x", value)])?.contains("  bar [\(expected)]\n") == true)
  }

  @Test(
    "labels cannot end the string, the chart or the fence",
    arguments: [
      ("payments", "payments"), ("", "–"), (" \n\t ", "–"), ("end", "end"), ("a\nb\r\nc", "a b c"),
      ("say \"hi\"", "say #34;hi#34;"), ("#quot;", "#35;quot#59;"), ("```", "#96;#96;#96;"),
      ("~~~", "#126;#126;#126;"), ("x]", "x#93;"), ("[{<|>}]", "#91;#123;#60;#124;#62;#125;#93;"),
      ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"), ("style:#f00;", "style#58;#35;f00#59;"),
      ("a\\", "a#92;"), ("<script>&", "#60;script#62;#38;"), ("Zahlung für Köln", "Zahlung für Köln"), ("支払い", "支払い"),
      ("\u{202E}x", "#92;u#123;202e#125;x"), ("\u{FB02}°34", "#64258;°34"), ("$x$ `y`", "#36;x#36; #96;y#96;"),
    ])
  func escaping(label: String, expected: String) {
    #expect(MermaidText.escaped(label) == expected)
  }

  @Test("equal labels stay apart: Mermaid would draw them as one")
  func duplicates() {
    let chart = MermaidText.pie(title: "a", [.init("x", 1), .init("x", 2), .init("x (2)", 3), .init("x", 4)])
    #expect(chart?.contains("\"x\" : 1\n  \"x (2)\" : 2\n  \"x (2) (2)\" : 3\n  \"x (3)\" : 4\n") == true)
  }

  @Test("hostile texts leave the lines of a chart as they are", arguments: 0..<UInt64(200))
  func hostile(seed: UInt64) throws {
    let texts = (0..<4).map { HostileText.sample(seed: seed * 4 + $0) }
    let points = [MermaidText.Point(texts[2], 1), .init(texts[3], 2)]
    let pie = try #require(MermaidText.pie(title: texts[0], points))
    let bars = try #require(MermaidText.bars(title: texts[0], axis: texts[1], points))
    for (chart, lineCount, quotes) in [(pie, 6, 4), (bars, 7, 8)] {
      let lines = chart.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == lineCount + 1 && lines.last == "", "seed \(seed)")
      #expect(lines.first == "```mermaid" && lines.dropLast().last == "```", "seed \(seed)")
      #expect(lines.dropFirst().dropLast(2).allSatisfy { !$0.contains("`") && !$0.contains("%") }, "seed \(seed)")
      #expect(chart.count { $0 == "\"" } == quotes, "seed \(seed)")
      // No control, however it is spelled: line ends are the chart's own.
      #expect(chart.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }
}
