import IncidentCore
import Testing

@testable import IncidentExchange

@Suite("Cutting text")
struct WordCutTests {
  @Test(
    "falls between words, else between characters",
    arguments: [
      ("one two three", 13, "one two three"), ("one two three", 12, "one two"), ("one two three", 7, "one two"),
      ("one two three", 6, "one"), ("abcdefgh", 3, "abc"), ("a bcdefgh", 6, "a bcde"), ("", 0, ""), ("a", 0, ""),
      ("👩🏽‍💻👩🏽‍💻", 8, "👩🏽‍💻"), ("e\u{301}e\u{301}", 3, "e\u{301}"), ("a\r\nb", 2, "a"), ("one  two", 6, "one"),
    ])
  func prefix(text: String, limit: Int, expected: String) {
    let cut = WordCut.prefix(of: text, within: limit) { $0.utf16.count }
    #expect(cut.utf8.elementsEqual(expected.utf8), "\(cut)")
  }

  @Test("leaves an ellipsis where something is missing, within the limit")
  func shortened() {
    #expect(WordCut.shortened("one two", to: 7) == "one two")
    #expect(WordCut.shortened("one two three", to: 8) == "one two…")
    #expect(WordCut.shortened("one two three", to: 7) == "one…")
    #expect(WordCut.shortened(String(repeating: "é", count: 200), to: 150).utf16.count == 150)
  }

  @Test("into pieces loses nothing", arguments: 0..<UInt64(200))
  func pieces(seed: UInt64) {
    var maker = HostileIncident(seed: seed)
    let text = maker.text()
    for limit in [8, 33, 3_000] {
      let pieces = WordCut.pieces(of: text, limit: limit)
      #expect(pieces.joined().unicodeScalars.elementsEqual(text.unicodeScalars), "seed \(seed)")
      #expect(pieces.allSatisfy { !$0.isEmpty && $0.utf16.count <= limit }, "seed \(seed)")
    }
    let marks = "a" + String(repeating: "\u{301}", count: 50)
    #expect(WordCut.pieces(of: marks, limit: 8).joined().unicodeScalars.elementsEqual(marks.unicodeScalars))
  }
}
