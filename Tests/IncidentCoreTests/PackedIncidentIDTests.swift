import IncidentCore
import Testing

@Suite struct PackedIncidentIDTests {
  private func packed(_ text: String) -> PackedIncidentID? {
    Array(text.utf8).withUnsafeBytes { PackedIncidentID($0) }
  }

  @Test("is the same id and keeps the order, whatever the symbols")
  func roundTrip() throws {
    let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var texts: [String] = []
    for date in ["00010101", "20240229", "20261120", "99991231"] {
      for (index, symbol) in symbols.enumerated() {
        texts.append("INC-\(date)-\(symbol)0Z\(symbols[31 - index])")
      }
    }
    let ids = try texts.map { try #require(IncidentID($0)) }
    let all = try texts.map { try #require(packed($0)) }
    #expect(all.map { IncidentID($0) } == ids)
    #expect(ids.map { PackedIncidentID($0) } == all)
    #expect(all.sorted() == all && texts.sorted() == texts)
  }

  @Test(
    "refuses what an id refuses",
    arguments: [
      "", "INC-20261120-7qk4", "INC-20261120-7QI4", "INC-20261120-7QL4", "INC-20261120-7QO4", "INC-20261120-7QU4",
      "INC-20260230-7QK4", "INC-2026112A-7QK4", "INC-20261120-7QK44", "INC-00000101-7QK4", "INC-20261120_7QK4",
      "inc-20261120-7QK4", "INC-20261120-7QK[",
    ])
  func refuses(text: String) {
    #expect(packed(text) == nil)
    #expect(IncidentID(text) == nil)
  }
}
