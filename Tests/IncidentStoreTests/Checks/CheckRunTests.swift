import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

@Suite struct CheckRunTests {
  private let good = RecordCodecTests.canonical

  private func findings(
    in files: [(path: String, text: String)], _ checks: Set<CheckName> = [.duplicateIDs]
  ) throws -> [Finding] {
    let now = try #require(Timestamp(canonical: "2026-11-20T22:52:09Z"))
    let run = CheckRun(
      CheckSettings(checks: checks, policy: .standard, now: now), store: nil, fileSystem: FileSystem())
    let checked = files.map {
      CheckedFile(path: "/s/" + $0.path, name: $0.path, content: .bytes(bytes($0.text)))
    }
    return run.findings(in: checked).findings
  }

  @Test("one incident in two files is told of the file that is not named after it, wherever that stands")
  func incidents() throws {
    for odd in ["INC-20200101-AAAA.json", "INC-20300101-AAAA.json"] {
      let found = try findings(in: [(odd, good), (exampleID.text + ".json", good)])
      #expect(found.count == 1 && found[0].path == "/s/" + odd && found[0].line == 4)
      #expect(found[0].message.contains("\(exampleID.text).json, too"))
    }
  }

  @Test("events in two records are one finding a pair, at the first of them")
  func events() throws {
    let other = good.replacing("INC-20261120-7QK4", with: "INC-20261121-AAAA")
    let found = try findings(in: [("INC-20261120-7QK4.json", good), ("INC-20261121-AAAA.json", other)])
    #expect(found.map(\.path) == ["/s/INC-20261121-AAAA.json"] && found[0].line == 22)
    #expect(found[0].message == "4 events stand in INC-20261120-7QK4.json, too")
    let three = try findings(in: [
      ("INC-20261120-7QK4.json", good), ("INC-20261121-AAAA.json", other),
      ("INC-20261122-AAAA.json", good.replacing("INC-20261120-7QK4", with: "INC-20261122-AAAA")),
    ])
    #expect(three.count == 2)
  }

  @Test("different records share nothing", arguments: 0..<10 as Range<UInt64>)
  func none(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let files = try (0..<5).map { _ in
      let incident = try records.incident()
      return (incident.id.text + ".json", String(decoding: RecordCodec.encode(incident), as: UTF8.self))
    }
    #expect(try findings(in: files).isEmpty, "seed \(seed)")
  }

  @Test("findings come by file, then by check, then by place, however many threads look")
  func order() throws {
    let bad = good.replacing("\"role\": \"incidentCommander\"", with: "\"role\": \"captain\"")
      .replacing("\"name\": \"dana\"}", with: "\"name\": \"dana\", \"from\": 7}")
    let files = (0..<200).map { ("INC-2026\(1000 + $0)-AAAA.json", bad) }.reversed()
    let found = try findings(in: Array(files), Set(CheckName.allCases))
    #expect(found.count >= 600 && found == found.sorted())
    #expect(try findings(in: Array(files), Set(CheckName.allCases)) == found)
  }

  @Test("the names of a directory are told apart")
  func listing() {
    let listing = CheckListing(names: [
      "config.json", "INC-20261120-7QK4.json", "INC-2026.json", "INC-20261120-7QK4.postmortem.md", ".lock",
      ".INC-20261120-7QK4.json.0123456789abcdef.tmp", "notes.txt", "INC-20261120-AAAA.json",
    ])
    #expect(listing.records == ["INC-2026.json", "INC-20261120-7QK4.json", "INC-20261120-AAAA.json"])
    #expect(listing.leftovers == [".INC-20261120-7QK4.json.0123456789abcdef.tmp"])
    #expect(listing.hasPostmortem(besides: "INC-20261120-7QK4.json"))
    #expect(!listing.hasPostmortem(besides: "INC-20261120-AAAA.json"))
  }

  @Test("the bits of an event's id sort as its text does, and differ where it does")
  func bits() throws {
    let texts = [
      "00000000000000000000000000", "01M7XJ8SE8M5JRXV37XVXK4NAY", "01M7XJ8SE8M5JRXV37XVXK4NAZ",
      "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    ]
    let bits = try texts.map { try #require(EventID($0)).bits }
    #expect(bits == bits.sorted() && Set(bits).count == 4)
    #expect(bits[0] == 0 && bits[3] == .max)
  }
}
