import IncidentCore
import Testing

@Suite struct IncidentReferenceTests {
  @Test(
    "any beginning or end names INC-20261120-7Q10, in any case, o for 0 and i or l for 1",
    arguments: [
      "INC-20261120-7Q10", "inc-20261120-7q10", "20261120-7q10", "7Q10", "7q10", "q10", "10", "-7q10",
      "INC-20261120", "inc-2026", "INC-", "20261120", "2026", " 7q10\n", "7qio", "7qlo", "7QIO",
    ])
  func matching(text: String) throws {
    let id = try #require(IncidentID("INC-20261120-7Q10"))
    #expect(IncidentReference(text)?.matches(id.text.utf8) == true)
  }

  @Test(
    "a middle, another symbol or more names it not",
    arguments: ["7Q1", "7q11", "1120", "INC-20261121", "INC-7Q10", "X20261120-7Q10", "INC-20261120-7Q10-", "NC-2026"])
  func differing(text: String) throws {
    let id = try #require(IncidentID("INC-20261120-7Q10"))
    #expect(IncidentReference(text)?.matches(id.text.utf8) == false)
  }

  @Test("what no id has is no reference", arguments: ["", " ", "7q1u", "7q_1", "7 q1", "../x", "é", "7q1\u{0}", "#1"])
  func refused(text: String) {
    #expect(IncidentReference(text) == nil)
  }

  @Test("a whole one is an id")
  func whole() {
    #expect(IncidentReference("inc-20261120-7qk4")?.wholeID == .sample)
    #expect(IncidentReference("7qk4")?.wholeID == nil)
    #expect(IncidentReference("inc-20261120")?.wholeID == nil)
  }

  @Test("with INC-, too, o is 0 and i or l is 1", arguments: ["INC-20261120-7QIO", "inc-20261120-7qlo", "inc-2o26"])
  func lookalikes(text: String) throws {
    let id = try #require(IncidentID("INC-20261120-7Q10"))
    #expect(IncidentReference(text)?.matches(id.text.utf8) == true)
    #expect(text.utf8.count < 17 || IncidentReference(text)?.wholeID == id)
  }

  @Test("letters that only turn into an id's when put in upper case are none", arguments: ["ß", "ﬁ", "7qı0", "ſ7q1"])
  func upperCaseTricks(text: String) {
    #expect(IncidentReference(text) == nil)
  }
}
