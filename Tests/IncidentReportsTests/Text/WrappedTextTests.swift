import Testing

@testable import IncidentReports

@Suite("Wrapped text")
struct WrappedTextTests {
  private func text(_ text: String, prefix: StyledLine = "", indent: Int? = nil, width: Int?) -> [String] {
    WrappedText.lines(text, prefix: prefix, indent: indent, width: width).map(\.plainText)
  }

  @Test("breaks between words under the prefix")
  func hanging() {
    #expect(
      text("Failed over to the replica, errors falling", prefix: "22:48  dana  ", width: 32) == [
        "22:48  dana  Failed over to the", "             replica, errors", "             falling",
      ])
    #expect(text("one two three", prefix: "22:48  ", indent: 2, width: 10) == ["22:48  one", "  two", "  three"])
  }

  @Test("breaks a word only where it alone is too wide")
  func longWords() {
    #expect(text("see abcdefghijkl now", width: 5) == ["see", "abcde", "fghij", "kl", "now"])
    #expect(text("支払い遅延", width: 5) == ["支払", "い遅", "延"])
    #expect(text("支払い", width: 1) == ["支", "払", "い"])
    #expect(text("👩🏽‍💻👩🏽‍💻", width: 3) == ["👩🏽‍💻", "👩🏽‍💻"])
  }

  @Test("keeps paragraphs, empty lines and a line's indent")
  func paragraphs() {
    #expect(text("one\n\n  two  \nthree", prefix: "- ", width: 20) == ["- one", "", "    two", "  three"])
    #expect(text("one two\nthree", width: nil) == ["one two", "three"])
    #expect(text("", prefix: "-", width: 10) == ["-"])
    #expect(text("a\u{1B}b", width: 80) == ["a\\u{1b}b"])
  }

  @Test("a line that just fits is not broken")
  func exact() {
    #expect(text("abc def", width: 7) == ["abc def"])
    #expect(text("abc def", width: 6) == ["abc", "def"])
  }

  @Test("no line is too wide and no character is lost", arguments: 0..<UInt64(300))
  func property(seed: UInt64) {
    let sample = HostileText.sample(seed: seed)
    for width in [2, 5, 17, 60] {
      let lines = text(sample, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && $0.last != " " }, "seed \(seed), width \(width)")
      let expected = VisibleText.block(sample).filter { !" \t\n".contains($0) }
      #expect(lines.joined().filter { $0 != " " } == expected, "seed \(seed), width \(width)")
    }
  }
}
