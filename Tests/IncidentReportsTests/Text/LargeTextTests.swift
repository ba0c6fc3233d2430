import Testing

@testable import IncidentReports

@Suite("Large text")
struct LargeTextTests {
  @Test(
    "takes time in proportion to its length", .timeLimit(.minutes(1)),
    arguments: ["👩🏽‍💻", "\u{1B}", "\u{301}", "\u{E0061}", "[", "*_", "&a", "<b", "# a\n", "=", "界", " ", "-", "`"])
  func linear(piece: String) {
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    #expect(DisplayWidth.of(StyledLine(text).truncated(to: 40).plainText) <= 40)
    #expect(MarkdownEscape.block(text).utf8.count >= MarkdownEscape.inline(text).utf8.count)
    #expect(WrappedText.lines(text, width: 80).allSatisfy { $0.width <= 80 })
  }
}
