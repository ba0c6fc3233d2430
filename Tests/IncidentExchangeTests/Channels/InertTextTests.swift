import Testing

@testable import IncidentExchange

/// `·` stands for the invisible word joiner.
@Suite("Text for a status page")
struct InertTextTests {
  @Test(
    "is nothing but text",
    arguments: [
      ("Checkout is slow: 5 < 6 & 7", "Checkout is slow: 5 < 6 & 7"), ("<script>", "<·script>"), ("&amp;", "&·amp;"),
      ("@channel", "@·channel"), ("a@b.example", "a@·b.example"), ("[x](http://e.x)", "·[x]·(http:·//e.x)"),
      ("www.evil.example", "www·.evil.example"), ("# h", "·# h"), ("a\n# h\n- i\n12. n", "a\n·# h\n·- i\n·12. n"),
      ("5 s", "5 s"), ("1) x", "·1) x"), ("ends in <", "ends in <·"), ("a]", "a]·"), ("At 22:41 x", "At 22:41 x"),
    ])
  func joiners(text: String, expected: String) {
    #expect(InertText.text(text, beginsLine: true) == expected.replacing("·", with: "\u{2060}"))
  }

  @Test("reads the same", arguments: 0..<UInt64(300))
  func same(seed: UInt64) {
    var maker = HostileIncident(seed: seed)
    let text = maker.text()
    let shown = InertText.text(text, beginsLine: true).unicodeScalars.filter { $0 != "\u{2060}" }
    #expect(shown.elementsEqual(text.unicodeScalars.filter { $0 != "\u{2060}" }), "seed \(seed)")
  }

  @Test(
    "calls no function of a card",
    arguments: [
      ("{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "{·{DATE(2026-01-01T00:00:00Z, SHORT)}}"),
      ("{{TIME(2026-01-01T00:00:00Z)}} x {{{{", "{·{TIME(2026-01-01T00:00:00Z)}} x {·{·{·{"), ("{ {x}", "{ {x}"),
      ("{{\u{301}DATE(x)}}", "{·{\u{301}DATE(x)}}"),
    ])
  func cards(text: String, expected: String) {
    #expect(InertText.cardText(text) == expected.replacing("·", with: "\u{2060}"))
  }
}
