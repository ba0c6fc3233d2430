import IncidentCore
import Testing

@testable import IncidentReports

/// How fair the rules for words are: false alarms on good postmortems, and blame that is caught in bad ones.
@Suite("Passages")
struct PassageTests {
  /// What the rules for words find in a passage that tells of causes, in an incident of Dana's and Li's.
  private func findings(_ passage: String) throws -> [PostmortemFinding] {
    var story = try Story.latencySpike()
    try story.add("14:06", .assigned(Assigned(role: .incidentCommander, name: "dana")))
    try story.add("14:07", by: "li", .noted(Noted(message: "Looking at the replicas")))
    let text = "## Root cause\n\n\(passage)\n"
    let rules: Set<PostmortemCheckRule> = [.humanError, .personAsCause, .blame, .personName]
    return try PostmortemCheck.findings(
      in: Array(text.utf8), of: story.incident, now: Story.time("6 10:00"), policy: .standard
    ).filter { rules.contains($0.rule) }
  }

  @Test("few false alarms on fair passages: at most 5 %")
  func falseAlarms() throws {
    let passages = FairPassages.all
    var alarms = 0
    for passage in passages {
      let findings = try findings(passage)
      guard let first = findings.first else { continue }
      alarms += 1
      print("false alarm: \(first.rule.rawValue) \(first.message): \(passage)")
    }
    print("fair passages: \(alarms) of \(passages.count) with a false alarm (\(alarms * 100 / passages.count) %)")
    #expect(passages.count >= 30)
    #expect(alarms * 100 <= passages.count * 5)
  }

  @Test("most blame is caught: at least 85 %")
  func caught() throws {
    let passages = BlamingPassages.all
    var missed = 0
    for passage in passages where try findings(passage).isEmpty {
      missed += 1
      print("missed: \(passage)")
    }
    let caught = passages.count - missed
    print("blaming passages: \(caught) of \(passages.count) caught (\(caught * 100 / passages.count) %)")
    #expect(passages.count >= 30)
    #expect(caught * 100 >= passages.count * 85)
  }

  @Test("every finding offers another wording, and shows where it is")
  func wording() throws {
    for passage in BlamingPassages.all {
      for finding in try findings(passage) {
        #expect(!finding.suggestion.isEmpty && !finding.excerpt.isEmpty && finding.line >= 3, "\(finding)")
      }
    }
  }
}
