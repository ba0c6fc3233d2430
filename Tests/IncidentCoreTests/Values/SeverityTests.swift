import IncidentCore
import Testing

@Suite struct SeverityTests {
  @Test(
    "reads what people and alerting tools write, in any case",
    arguments: [
      (Severity.sev1, ["1", "sev1", "SEV1", "Sev-1", "s1", "P1", "critical", "CRIT", "emergency", "fatal"]),
      (.sev2, ["2", "sev2", "SEV2", "SEV-2", "s2", "p2", "major", "High", "error"]),
      (.sev3, ["3", "sev3", "SEV3", "SEV-3", "s3", "p3", "minor", "Medium", "moderate", "warning"]),
      (.sev4, ["4", "sev4", "SEV4", "SEV-4", "s4", "p4", "low", "info", "Informational"]),
    ])
  func typed(severity: Severity, texts: [String]) {
    for text in texts { #expect(Severity(typed: text) == severity, "\(text)") }
  }

  @Test("refuses anything else", arguments: ["", "0", "5", "sev", "SEV5", "sev11", "p", "urgent", "１", "1 2"])
  func refused(text: String) {
    #expect(Severity(typed: text) == nil)
  }

  @Test("a record holds one form only")
  func label() {
    #expect(Severity.allCases.map(\.label) == ["SEV1", "SEV2", "SEV3", "SEV4"])
    for severity in Severity.allCases { #expect(Severity(label: severity.label) == severity) }
    for text in ["sev1", "1", "SEV5", "SEV0", "", "SEV1 "] { #expect(Severity(label: text) == nil) }
  }

  @Test("the worse is the greater")
  func order() {
    #expect(Severity.allCases.sorted() == [.sev4, .sev3, .sev2, .sev1])
    #expect(Severity.sev3 < .sev1)
  }

  @Test("every word offered is understood, and so is every word shown")
  func words() {
    for word in Severity.typedWords { #expect(Severity(typed: word) != nil, "\(word)") }
    for severity in Severity.allCases { #expect(Severity(typed: severity.word) == severity) }
  }
}
