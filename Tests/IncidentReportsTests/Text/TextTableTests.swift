import Testing

@testable import IncidentReports

@Suite("Text table")
struct TextTableTests {
  private let columns: [TextTable.Column] = [
    .init("ID"), .init("SEV"), .init("STATUS", dropOrder: 2), .init("TITLE", leastWidth: 12),
    .init("AGE", dropOrder: 1),
  ]
  private let rows: [[StyledLine]] = [
    ["7QK4", StyledLine("SEV2", .alarm), "monitoring", "Payment latency above 5 s", "1h23m"],
    ["M3XA", "SEV4", "declared", "支払い遅延 👩🏽‍💻", "5m"],
    ["0000", "SEV1", "closed", "Cafe\u{301} \u{1B}[31m", ""],
  ]

  private func text(_ width: Int?) -> [String] {
    TextTable(columns: columns, rows: rows).lines(width: width).map(\.plainText)
  }

  @Test("keeps the columns straight, wide and combining characters included")
  func natural() {
    #expect(
      text(nil) == [
        "ID    SEV   STATUS      TITLE                      AGE",
        "7QK4  SEV2  monitoring  Payment latency above 5 s  1h23m",
        "M3XA  SEV4  declared    支払い遅延 👩🏽‍💻              5m",
        "0000  SEV1  closed      Cafe\u{301} \\u{1b}[31m",
      ])
  }

  @Test("cuts the flexible column first")
  func flexible() {
    #expect(text(50)[1] == "7QK4  SEV2  monitoring  Payment latency ab…  1h23m")
    #expect(text(50)[2] == "M3XA  SEV4  declared    支払い遅延 👩🏽‍💻        5m")
  }

  @Test("then drops columns in their declared order")
  func dropping() {
    #expect(text(40)[1] == "7QK4  SEV2  monitoring  Payment latency…")
    #expect(text(30)[1] == "7QK4  SEV2  Payment latency a…")
    #expect(text(30)[0] == "ID    SEV   TITLE")
  }

  @Test("and at last cuts the line")
  func tiny() {
    #expect(text(15)[1] == "7QK4  SEV2  Pa…")
    #expect(text(1)[1] == "…")
  }

  @Test("cells are optional")
  func optional() {
    let ragged = TextTable(columns: columns, rows: [["a"], [], ["b", "c", "d", "e", "f", "surplus"]])
    #expect(ragged.lines(width: nil).map(\.plainText).suffix(3) == ["a", "", "b   c    d       e      f"])
    #expect(TextTable(columns: [], rows: [[]]).lines(width: 10).map(\.plainText) == ["", ""])
  }

  @Test("styles stay with their cells")
  func styles() {
    let line = TextTable(columns: columns, rows: rows).lines(width: 40)[1]
    #expect(line.rendered(color: true).hasPrefix("7QK4  \u{1B}[1;31mSEV2\u{1B}[0m  monitoring"))
  }

  @Test("never is wider than it may be nor ends in a space", arguments: 0..<UInt64(200))
  func fits(seed: UInt64) {
    let hostile = (0..<4).map { row in
      (0..<5).map { StyledLine(HostileText.sample(seed: seed * 20 + row * 5 + $0)) }
    }
    let table = TextTable(columns: columns, rows: hostile)
    for width in [1, 7, 20, 40, 80] {
      for line in table.lines(width: width) {
        #expect(line.width <= width, "seed \(seed), width \(width)")
        #expect(line.plainText.last != " ", "seed \(seed), width \(width)")
      }
    }
  }
}
