import IncidentCore
import Testing

@Suite struct StatusTests {
  @Test(
    "reads its own words and those of status pages",
    arguments: [
      (Status.declared, ["declared", "Open", "triggered"]),
      (.investigating, ["investigating", "triage"]),
      (.mitigating, ["mitigating", "identified", "fixing"]),
      (.monitoring, ["monitoring", "mitigated", "watching"]),
      (.resolved, ["resolved", "FIXED"]),
      (.closed, ["closed", "done"]),
      (.cancelled, ["cancelled", "canceled", "false-alarm"]),
    ])
  func typed(status: Status, texts: [String]) {
    for text in texts { #expect(Status(typed: text) == status, "\(text)") }
  }

  @Test("refuses anything else", arguments: ["", "active", "close", "resolve d"])
  func refused(text: String) {
    #expect(Status(typed: text) == nil)
  }

  @Test("active and progress are as the design has them")
  func groups() {
    #expect(Status.allCases.filter(\.isActive) == [.declared, .investigating, .mitigating, .monitoring])
    #expect(Status.allCases.filter(\.isProgress) == [.investigating, .mitigating, .monitoring])
  }

  @Test("every word offered is understood as itself")
  func words() {
    #expect(Status.typedWords.map(Status.init(typed:)) == Status.allCases)
    #expect(Audience.typedWords.map(Audience.init(typed:)) == Audience.allCases)
  }

  @Test(
    "audiences are read as people call them",
    arguments: [
      ("int", Audience.internal), ("Team", .internal), ("customers", .external), ("public", .external),
      ("statuspage", .external), ("exec", .executive), ("leadership", .executive), ("", nil), ("all", nil),
    ])
  func audience(text: String, expected: Audience?) {
    #expect(Audience(typed: text) == expected)
  }
}
