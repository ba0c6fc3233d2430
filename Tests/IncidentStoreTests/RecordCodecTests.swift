import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

@Suite struct RecordCodecTests {
  static let canonical = """
    {
      "schema": 1,
      "x-first": null,
      "id": "INC-20261120-7QK4",
      "title": "Payment latency above 5 s / \\u0000 \\"é\\" 🧯",
      "kind": "incident",
      "severity": "SEV2",
      "status": "investigating",
      "services": ["payments"],
      "roles": {
        "incidentCommander": ["dana"],
        "x-pager": [1.50, -0, 1e400, {"b": [], "a": {}}]
      },
      "milestones": {
        "declared": "2026-11-20T22:47:09Z",
        "acknowledged": "2026-11-20T22:48:30Z"
      },
      "impacted": [{"from": "2026-11-20T22:47:09Z"}],
      "duty": [{"name": "dana", "from": "2026-11-20T22:48:30Z"}, {"name": "dana", "role": "incidentCommander", "from": "2026-11-20T22:49:09Z"}],
      "x-last": {"deep": [[[true]]]},
      "timeline": [
        {"id": "01M7XJ8SE8M5JRXV37XVXK4NAY", "at": "2026-11-20T22:47:09Z", "by": "dana", "type": "declared", "title": "Payment latency above 5 s / \\u0000 \\"é\\" 🧯", "severity": "SEV2", "services": ["payments"]},
        {"id": "01M7XJAM18J3Q45J8BV38G3DDS", "at": "2026-11-20T22:48:30Z", "by": "dana", "type": "acknowledged", "x": 0.10},
        {"id": "01M7XJCEM8ZY81A0M0DKBKCF55", "at": "2026-11-20T22:49:09Z", "by": "dana", "type": "assigned", "role": "incidentCommander", "name": "dana"},
        {"id": "01M7XJE9781W92F1BNVRTQWFD8", "at": "2026-11-20T22:50:09Z", "by": "pager", "type": "pagerFired", "level": 15, "message": "unknown"}
      ]
    }

    """

  @Test("reading a record and writing it back changes no byte, unknown keys and events included")
  func roundTrip() throws {
    let incident = try RecordCodec.decode(bytes(Self.canonical), named: exampleID)
    #expect(String(decoding: RecordCodec.encode(incident), as: UTF8.self) == Self.canonical)
    #expect(!incident.storedSnapshotDiffers)
  }

  @Test("and does so for any record", arguments: 0..<200 as Range<UInt64>)
  func anyRecord(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let incident = try records.incident()
    let written = RecordCodec.encode(incident)
    let read = try RecordCodec.decode(written, named: incident.id)
    #expect(RecordCodec.encode(read) == written, "seed \(seed)")
    #expect(read.events == incident.events && read.snapshot == incident.snapshot, "seed \(seed)")
    // What a newer version put in stays where it stands.
    let grown = records.withUnknownKeys(written)
    let kept = try RecordCodec.decode(grown, named: incident.id)
    #expect(RecordCodec.encode(kept) == grown, "seed \(seed): \(String(decoding: grown, as: UTF8.self))")
    let record = CheckedRecord(path: "x", name: incident.id.text + ".json", bytes: grown)
    let form: Set<CheckName> = [.readable, .fileName, .events, .snapshot, .canonical, .duplicateIDs]
    let now = try #require(Timestamp(canonical: "2026-11-20T22:52:09Z"))
    #expect(record.findings(CheckSettings(checks: form, policy: .standard, now: now)).isEmpty)
  }

  @Test("one event is one line, so that a diff of an update is one added line", arguments: 0..<20 as Range<UInt64>)
  func lines(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let incident = try records.incident()
    let lines = RecordCodec.encode(incident).split(separator: UInt8(ascii: "\n"))
    #expect(lines.filter { $0.starts(with: bytes("    {\"id\": ")) }.count == incident.events.count, "seed \(seed)")
  }

  @Test("the head is the snapshot, and needs no byte of the timeline", arguments: 0..<50 as Range<UInt64>)
  func head(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let incident = try records.incident()
    let written = RecordCodec.encode(incident)
    let end = try #require(String(decoding: written, as: UTF8.self).utf8.firstRange(of: bytes("\n  \"timeline\"")))
    let length = String(decoding: written, as: UTF8.self).utf8.distance(
      from: String(decoding: written, as: UTF8.self).utf8.startIndex, to: end.lowerBound)
    let cut = Array(written[..<(length + 14)]) + bytes("garbage")
    let head = try #require(try cut.withUnsafeBytes { try RecordCodec.decodeHead($0, named: incident.id) })
    #expect(head.snapshot.id == incident.id && head.snapshot.title.utf8.elementsEqual(incident.snapshot.title.utf8))
    #expect(head.snapshot.status == incident.snapshot.status && head.snapshot.severity == incident.snapshot.severity)
    #expect(head.snapshot.milestones == incident.snapshot.milestones, "seed \(seed)")
  }

  @Test("a head that is cut off anywhere asks for more, or says that it is broken; it never invents one")
  func cutHead() throws {
    let whole = bytes(Self.canonical)
    let timeline = try #require(Self.canonical.firstRange(of: "\"timeline\""))
    let headLength = Self.canonical[..<timeline.upperBound].utf8.count
    for length in 0..<headLength {
      let head = try? whole[..<length].withUnsafeBytes { try RecordCodec.decodeHead($0, named: exampleID) }
      #expect(head == nil, "\(length) bytes")
    }
    #expect(try whole.withUnsafeBytes { try RecordCodec.decodeHead($0, named: exampleID) } != nil)
  }

  @Test("a record under another's name is refused, whole and by its head")
  func otherName() {
    let whole = bytes(Self.canonical)
    #expect(throws: RecordFault.self) { try RecordCodec.decode(whole, named: otherID) }
    #expect(throws: RecordFault.self) {
      try whole.withUnsafeBytes { try RecordCodec.decodeHead($0, named: otherID) }
    }
    #expect(throws: Never.self) { try RecordCodec.decode(whole) }
  }

  @Test(
    "a fault has its place and the text there",
    arguments: [
      ("\"SEV2\",\n  \"status\": \"investigating\"", "\"SEV2\"\n  \"status\": \"investigating\"", 8, 3),
      ("\"at\": \"2026-11-20T22:48:30Z\"", "\"at\": \"2026-11-20\"", 23, 48),
      ("\"schema\": 1", "\"schema\": 0", 2, 13),
      ("\"id\": \"INC-20261120-7QK4\"", "\"id\": \"INC-1\"", 4, 9),
    ])
  func places(good: String, bad: String, line: Int, column: Int) throws {
    let text = Self.canonical.replacing(good, with: bad, maxReplacements: 1)
    #expect(text != Self.canonical)
    let fault = #expect(throws: RecordFault.self) { try RecordCodec.decode(bytes(text), named: exampleID) }
    #expect(fault?.position?.line == line && fault?.position?.column == column, "\(fault as Any)")
    #expect(fault?.excerpt.isEmpty == false && (fault?.excerpt.utf8.count ?? 99) <= 80)
    #expect(fault?.isNewerSchema == false)
  }

  @Test("what a newer version wrote is said to be newer, before anything else that is odd about it")
  func newer() {
    let text = Self.canonical.replacing("\"schema\": 1", with: "\"schema\": 7")
      .replacing("\"type\": \"declared\"", with: "\"type\": \"begun\"")
    let fault = #expect(throws: RecordFault.self) { try RecordCodec.decode(bytes(text), named: exampleID) }
    #expect(fault?.isNewerSchema == true && fault?.position?.line == 2)
  }

  @Test("the excerpt of a line of a megabyte is short, wherever in it the fault is")
  func longLine() {
    for offset in [0, 5, 500_000, 999_990] {
      let padding = String(repeating: "x", count: offset)
      let text = "{\"a\": \"" + padding + "\u{1}" + String(repeating: "é", count: 1_000_000 - offset) + "\"}"
      let fault = #expect(throws: RecordFault.self) { try RecordCodec.decode(bytes(text)) }
      #expect((fault?.excerpt.utf8.count ?? 999) <= 80 && fault?.excerpt.isEmpty == false)
    }
  }
}
