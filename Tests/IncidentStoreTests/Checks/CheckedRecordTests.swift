import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

@Suite struct RecordCheckTests {
  private func checks(_ text: String) -> [RecordCheck] {
    RecordCheck.findings(in: bytes(text), named: exampleID).map(\.check)
  }

  private let good = RecordCodecTests.canonical

  @Test("finds nothing in a sound record, whatever unknown stands in it")
  func sound() {
    #expect(checks(good) == [])
  }

  @Test("every check finds its own fault, with its place and what mends it")
  func each() throws {
    let faults: [(RecordCheck, String, line: Int?)] = [
      (.readable, String(good.dropLast(3)), 25),
      (.readable, good.replacing("\"schema\": 1", with: "\"schema\": 2"), 2),
      (.fileName, good.replacing("7QK4", with: "7QK5"), 4),
      (.events, good.replacing("\"role\": \"incidentCommander\"", with: "\"role\": \"captain\""), 23),
      (.snapshot, good.replacing("\"status\": \"investigating\"", with: "\"status\": \"closed\""), 8),
      (.canonical, good.replacing("\"schema\": 1", with: "\"schema\":  1"), nil),
      (.canonical, String(good.dropLast()), nil),
      (.canonical, good.replacing("\n", with: "\r\n"), nil),
      (
        .milestoneOrder,
        good.replacing(
          "\"services\": [\"payments\"]}", with: "\"services\": [\"payments\"], \"detected\": \"2026-11-21T00:00:00Z\"}"
        ),
        nil
      ),
    ]
    for (check, text, line) in faults {
      #expect(text != good)
      let findings = RecordCheck.findings(in: bytes(text), named: exampleID)
      let finding = try #require(findings.first { $0.check == check }, "\(check) finds nothing: \(findings)")
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && !finding.message.hasSuffix("."))
      if let line { #expect(finding.position?.line == line, "\(check): \(finding)") }
    }
    #expect(Set(faults.map(\.0)) == Set(RecordCheck.allCases))
  }

  @Test("a head that differs is one finding, not two")
  func headOnly() {
    #expect(checks(good.replacing("\"kind\": \"incident\"", with: "\"kind\":\"drill\"")) == [.snapshot])
  }

  @Test("what a newer version wrote is said, and not held against this one's form")
  func newer() {
    let text = good.replacing("\"schema\": 1", with: "\"schema\":9").replacing("investigating", with: "paged")
    #expect(checks(text) == [.readable])
  }

  @Test(
    "finds something, or nothing, and never traps, in any record with a byte changed",
    arguments: 0..<40 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let incident = try records.incident()
    let whole = RecordCodec.encode(incident)
    for _ in 0..<20 {
      var text = whole
      let place = Int(records.next() % UInt64(text.count))
      text[place] = UInt8(truncatingIfNeeded: records.next())
      let isSame = text == whole
      let findings = RecordCheck.findings(in: text, named: incident.id)
      if isSame { #expect(findings.allSatisfy { $0.check == .milestoneOrder }) }
      for finding in findings { #expect(!finding.message.isEmpty, "seed \(seed), byte \(place)") }
    }
  }
}
