import IncidentCore
import Testing

@Suite struct IncidentIDTests {
  @Test("reads its one form", arguments: ["INC-20261120-7QK4", "INC-20240229-0000", "INC-99991231-ZZZZ"])
  func read(text: String) {
    #expect(IncidentID(text)?.text == text)
    #expect(IncidentID(text).map { String($0.shortText) } == String(text.suffix(4)))
  }

  @Test(
    "refuses anything else",
    arguments: [
      "", "INC-20261120-7qk4", "inc-20261120-7QK4", "INC-20261120-7QKO", "INC-20261120-7QKI", "INC-20261120-7QKL",
      "INC-20261120-7QKU", "INC-20261120-7QK", "INC-20261120-7QK44", "INC-20260230-7QK4", "INC-20230229-7QK4",
      "INC-00001120-7QK4", "INC-2026112-07QK4", "INC-20261120-7QK4\n", "../-20261120-7QK4", "INC_20261120_7QK4",
      "INC-20261120-7Q/4", "INC-２0261120-7", "INC-20261120-7Q\u{212A}4", "INC-20261120-\u{212A}4",
    ])
  func refused(text: String) {
    #expect(IncidentID(text) == nil)
  }

  @Test("a new one is of the day, valid, and differs by chance")
  func new() {
    var random = SeededRandom(seed: 9)
    var seen: Set<IncidentID> = []
    for _ in 0..<300 {
      let id = IncidentID(on: time("23:59:59"), random: &random)
      #expect(IncidentID(id.text) == id, "seed 9")
      #expect(id.text.hasPrefix("INC-20261120-"), "seed 9")
      seen.insert(id)
    }
    #expect(seen.count > 290, "seed 9")
  }
}
