import IncidentCore
import Testing

@Suite struct IncidentReferenceLinesTests {
  @Test(
    "finds in lines what it finds one by one",
    arguments: [
      "7qk4", "4", "INC", "inc-2026", "2026", "20261121-0", "INC-20261121-0000", "i", "-", "nc-2", "o000", "zzzz",
      "INC-20261121-0000-0", "1120-7qk4",
    ])
  func lines(typed: String) throws {
    let reference = try #require(IncidentReference(typed))
    let ids = ["INC-20261120-7QK4", "INC-20261121-0000", "INC-20270101-7QK4", "INC-20251212-2026"]
    let expected = ids.indices.filter { reference.matches(ids[$0].utf8) }
    for separator in ["", "\n", "a\n"] {
      let lines = Array(ids.map { $0 + separator }.joined().utf8)
      let found = lines.withUnsafeBytes { reference.matchingLines(of: $0, lineLength: 17 + separator.utf8.count) }
      #expect(found == expected)
    }
  }
}
