import IncidentCore
import Testing

@testable import IncidentReports

@Suite("List table")
struct ListTableTests {
  private func list(_ snapshots: [IncidentCore.Snapshot], width: Int?, color: Bool = false) -> String {
    var output: [UInt8] = []
    ListTable.append(snapshots, now: Sample.now, width: width, color: color, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func snapshots() throws -> [IncidentCore.Snapshot] {
    var wide = IncidentWriter("INC-20261118-W1DE")
    wide.at(
      "2026-11-18 08:05", by: "li",
      .declared(Declared(title: "支付服务延迟升高 👩🏽‍💻 e\u{301}té", severity: .sev4, services: ["支付", "checkout-frontend"])))
    return try [
      Sample.declared(), Sample.hostile(), Sample.cancelled(), Sample.monitoring(), Sample.reopenedDrill(),
      wide.incident,
    ].map(\.snapshot)
  }

  @Test(
    "as recorded",
    arguments: ShowPageTests.looks + [
      (120, false, "120"), (60, false, "60"), (40, true, "40-color"), (20, false, "20"),
    ])
  func recorded(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(list(try Self.snapshots(), width: look.width, color: look.color), "list-\(look.name)")
  }

  @Test("a row is a line, at any width, and nothing in it acts on a terminal", arguments: [nil, 1, 20, 40, 80, 200])
  func rows(width: Int?) throws {
    let text = list(try Self.snapshots(), width: width)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 8 && lines.last == "")
    #expect(!lines.contains { $0.hasSuffix(" ") })
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    if let width, width >= 12 { #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width }) }
  }

  @Test("titles begin in one column, whatever stands before them", arguments: [nil, 90, 120])
  func straight(width: Int?) throws {
    let lines = list(try Self.snapshots(), width: width).split(separator: "\n")
    let column = try column(of: "TITLE", in: lines[0])
    for (line, title) in zip(lines.dropFirst(), ["Search", "\\u{1b}", "Slow", "Payment", "DRILL", "支付服"]) {
      #expect(try self.column(of: title, in: line) == column)
    }
  }

  /// The columns before the last occurrence of `text`.
  private func column(of text: String, in line: Substring) throws -> Int {
    let place = try #require(line.ranges(of: text).last)
    return DisplayWidth.of(String(line[..<place.lowerBound]))
  }

  @Test("appends, and appends nothing for nothing")
  func appends() throws {
    var output = Array("before\n".utf8)
    ListTable.append([], now: Sample.now, width: nil, color: false, to: &output)
    #expect(output == Array("before\n".utf8))
    ListTable.append(try Self.snapshots(), now: Sample.now, width: nil, color: false, to: &output)
    #expect(output.starts(with: "before\nID".utf8))
  }

  @Test("a duration of any length stays in its column", arguments: [59, 35_999, 86_399, 86_400 * 9_999 + 82_800])
  func durations(seconds: Int) throws {
    var writer = IncidentWriter("INC-20261121-A0B1")
    let start = Sample.now.adding(-seconds)
    writer.at(String(start.description.dropLast()), by: "li", .declared(Declared(title: "T", severity: .sev3)))
    let line = try #require(list([try writer.incident.snapshot], width: nil).split(separator: "\n").last)
    #expect(line.contains("  \(DurationText.compact(seconds: seconds)) "))
    #expect(line.hasSuffix("  T"))
  }
}
