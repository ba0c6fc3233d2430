import Testing

@testable import IncidentReports

@Suite("Styled line")
struct StyledLineTests {
  private let line: StyledLine = "\("7QK4", .label)  \("overdue", .alarm) by \(5) min"

  @Test("styles become escape codes only where colour is wanted")
  func rendering() {
    #expect(line.rendered(color: false) == "7QK4  overdue by 5 min")
    #expect(line.rendered(color: true) == "\u{1B}[1m7QK4\u{1B}[0m  \u{1B}[1;31moverdue\u{1B}[0m by 5 min")
    #expect(line.width == 22)
  }

  @Test("text cannot bring escape codes or lines of its own")
  func hostile() {
    let hostile = StyledLine("\u{1B}[2J\nrm", .ok)
    #expect(hostile.rendered(color: true) == "\u{1B}[32m\\u{1b}[2J⏎rm\u{1B}[0m")
    #expect(hostile.width == DisplayWidth.of(hostile.plainText))
  }

  @Test("every style closes what it opens", arguments: Style.allCases)
  func closing(style: Style) {
    let rendered = StyledLine("x", style).rendered(color: true)
    #expect(rendered == "x" || rendered.hasPrefix("\u{1B}[") && rendered.hasSuffix("mx\u{1B}[0m"))
    #expect((rendered == "x") == (style == .plain))
  }

  @Test(
    "is cut across runs, in the style of what was cut",
    arguments: [
      (22, "7QK4  overdue by 5 min"), (21, "7QK4  overdue by 5 m…"), (13, "7QK4  overdu…"), (6, "7QK4 …"), (4, "7QK…"),
      (1, "…"), (0, ""),
    ])
  func truncation(columns: Int, expected: String) {
    #expect(line.truncated(to: columns).plainText == expected)
    #expect(line.truncated(to: columns).width == columns)
  }

  @Test("the cut keeps the style")
  func cutStyle() {
    #expect(line.truncated(to: 13).rendered(color: true).hasSuffix("\u{1B}[1;31moverdu…\u{1B}[0m"))
  }

  @Test("pads on either side and trims the end")
  func padding() {
    #expect(StyledLine("支").padded(to: 4).plainText == "支  ")
    #expect((StyledLine("a ", .ok) + StyledLine("  ")).trimmedEnd() == StyledLine("a", .ok))
    #expect(StyledLine("   ").trimmedEnd().isEmpty)
  }
}
