import Foundation
import IncidentExchange
import Testing

@Suite struct CSVTests {
  @Test(
    "a record is what RFC 4180 says",
    arguments: [
      (["a", "b"], "a,b\r\n"),
      ([""], "\r\n"),
      (["", ""], ",\r\n"),
      (["a,b", "c"], "\"a,b\",c\r\n"),
      (["say \"so\""], "\"say \"\"so\"\"\"\r\n"),
      (["two\nlines", "two\r\nlines", "two\rlines"], "\"two\nlines\",\"two\r\nlines\",\"two\rlines\"\r\n"),
      ([" blank ", "é", "e\u{301}", "👩‍👩‍👧"], " blank ,é,e\u{301},👩‍👩‍👧\r\n"),
    ])
  func record(cells: [String], line: String) {
    #expect(CSV.line(cells).utf8.elementsEqual(line.utf8))
  }

  @Test(
    "no cell is a formula",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "=\u{301}1", "-\"x\",y",
      " =1", "\u{A0}=1", "\u{200B}@SUM(A1)", "\u{FEFF} +1", "\u{1}=1",
    ])
  func formula(cell: String) {
    let line = CSV.line([cell])
    #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
  }

  @Test(
    "a number or a time is no formula and stays as it is",
    arguments: ["5", "2026-11-20T22:47:09Z", "a=b", "5 - 3", "'"])
  func ordinary(cell: String) {
    #expect(CSV.line([cell]) == cell + "\r\n")
  }
}
