import Foundation
import IncidentCore
import IncidentExchange
import JSONTree
import Testing

/// What a program that knows nothing of this one reads.
@Suite struct CSVReaderTests {
  static let python =
    ["/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3"]
    .first(where: FileManager.default.isExecutableFile(atPath:)) ?? onPath("python3")

  @Test("Python's reader gets every cell back", .enabled(if: python != nil))
  func roundTrip() throws {
    let rows = [
      ["id", "title"], ["a,b", "say \"so\""], ["two\r\nlines", "two\nlines"], ["", ""], ["\"", "\"\""],
      [",", "\u{2028}x\u{85}"], ["长", "🧯"], ["=1+1", "tab\tinside"],
    ]
    let expected = rows.map { $0.map { $0.hasPrefix("=") ? "'" + $0 : $0 } }
    #expect(try read(rows.map(CSV.line).joined()) == expected)
  }

  @Test("Python's reader sees one row an incident, whatever its title", .enabled(if: python != nil))
  func snapshots() throws {
    let titles = ["=cmd|' /C calc'!A0", "a\",\"b", "line\r\nbreak", "\u{202E}gpj.exe", "x\u{1B}[2J"]
    let snapshots = try titles.map { title in
      let head = """
        {"id": "INC-20261120-7QK4", "title": \(JSON.string(title).inlineText()), "severity": "SEV2",
         "status": "resolved", "services": ["payments", "web"], "roles": {"incidentCommander": ["+dana"]},
         "milestones": {"declared": "2026-11-20T22:47:09Z", "resolved": "2026-11-20T23:02:10Z"}}
        """
      return try Snapshot(head: try #require(try JSON.parse(head).object))
    }
    let rows = try read(SnapshotCSV.text(snapshots))
    let header = try #require(rows.first)
    #expect(
      header.prefix(9) == ["id", "title", "kind", "severity", "status", "services", "impact", "cause", "commander"])
    #expect(Array(header.dropFirst(9)) == Milestone.allCases.map(\.rawValue))
    #expect(rows.count == titles.count + 1)
    for (row, title) in zip(rows.dropFirst(), titles) {
      #expect(row.count == header.count)
      #expect(row[1] == (title.hasPrefix("=") ? "'" + title : title))
      let cells = Dictionary(uniqueKeysWithValues: zip(header, row))
      #expect(cells["severity"] == "SEV2" && cells["services"] == "payments web" && cells["commander"] == "'+dana")
      #expect(cells["declared"] == "2026-11-20T22:47:09Z" && cells["started"] == "" && cells["kind"] == "incident")
    }
  }

  @Test("Python's reader sees one row a follow-up, whatever its words", .enabled(if: python != nil))
  func actions() throws {
    let words = ["=1+1", "a\",\"b", "line\r\nbreak", "@x", "\u{202E}x,y", "\ttab", "-"]
    let id = try #require(IncidentID("INC-20261120-7QK4"))
    let declared = try Event(
      json: try #require(try JSON.parse(Self.event(0, #""type": "declared", "title": "t", "severity": "SEV2""#)).object)
    )
    let added = try words.enumerated().map { number, word in
      let text = JSON.string(word).inlineText()
      let fields = #""type": "actionAdded", "title": \#(text), "owner": \#(text), "link": \#(text)"#
      return try Event(json: try #require(try JSON.parse(Self.event(number + 1, fields)).object))
    }
    let incident = try Incident(id: id, events: [declared] + added)
    let entries = incident.snapshot.actions.map { ActionEntry($0, of: id) }
    let rows = try read(ActionCSV.text(entries, today: try #require(CivilDate("2026-12-01"))))
    #expect(rows.count == words.count + 1 && rows.allSatisfy { $0.count == 10 })
    for (row, word) in zip(rows.dropFirst(), words) {
      let safe = "=@-\t".contains(word.first ?? " ") ? "'" + word : word
      #expect(row[2] == safe && row[4] == safe && row[9] == safe, "\(row)")
    }
  }

  private static func event(_ number: Int, _ fields: String) -> String {
    #"{"id": "01KAH00000000000000000000\#(number)", "at": "2026-11-20T22:47:09Z", "by": "dana", \#(fields)}"#
  }

  /// The rows of a CSV text, as Python's `csv` module has them.
  private func read(_ text: String) throws -> [[String]] {
    let script = """
      import csv, io, json, sys
      text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
      json.dump(list(csv.reader(text, strict=True)), sys.stdout)
      """
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([[String]].self, from: answer)
  }

  private static func onPath(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }
}
