import IncidentCore
import Testing

@Suite struct WordsTests {
  @Test("anything but white space is words", arguments: ["a", " é ", "\n-\n", "0", "日"])
  func words(text: String) {
    #expect(text.hasWords)
  }

  @Test(
    "nothing and white space of any kind is none", arguments: ["", " ", "\t\r\n", "\u{A0}\u{2003}\u{2028}\u{3000}"])
  func blank(text: String) {
    #expect(!text.hasWords)
  }
}
