import JSONTree
import Testing

@Suite("Positions")
struct PositionTests {
  @Test(
    "count lines by LF, CRLF and CR, columns in scalars",
    arguments: [
      ("x", 1, 1), ("\nx", 2, 1), ("\r\nx", 2, 1), ("\rx", 2, 1), ("\n\nx", 3, 1), ("\r\rx", 3, 1), ("\n\rx", 3, 1),
      ("\r\n\r\n x", 3, 2), ("\n\t x", 2, 3), ("[\"é\", x", 1, 7), ("[\"👩🏽‍🚒\", x", 1, 10),
      ("[\"e\u{301}\",\n \"é\",x", 2, 6),
    ])
  func countLinesAndColumns(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: JSONError.self) { try JSON.parse(text) }
    #expect([error.position.line, error.position.column] == [line, column])
    #expect(error.position.offset == text.utf8.count - 1)
    #expect(error.description.hasPrefix("\(line):\(column): \"x\" is no JSON value"))
  }

  static let document = Array(
    """
    {
      "a": 1,
      "é": [10, {"b" : "x"},
        []],
      "\\u0063": {"d": null}
    }
    """.utf8)

  @Test(
    "of a value and of its key are found by path",
    arguments: [
      ([], [1, 1], [1, 1]),
      ([.key("a")], [2, 8], [2, 3]),
      ([.key("é")], [3, 8], [3, 3]),
      ([.key("é"), .index(0)], [3, 9], [3, 9]),
      ([.key("é"), .index(1), .key("b")], [3, 20], [3, 14]),
      ([.key("é"), .index(2)], [4, 5], [4, 5]),
      ([.key("c"), .key("d")], [5, 19], [5, 14]),
    ] as [([JSONPathComponent], [Int], [Int])])
  func areFoundByPath(path: [JSONPathComponent], value: [Int], key: [Int]) throws {
    let valuePosition = try #require(JSON.position(of: path, in: Self.document))
    let keyPosition = try #require(JSON.position(of: path, in: Self.document, atKey: true))
    #expect([valuePosition.line, valuePosition.column] == value)
    #expect([keyPosition.line, keyPosition.column] == key)
  }

  @Test(
    "are nil for a path that leads nowhere",
    arguments: [
      [.key("b")], [.index(0)], [.key("a"), .key("b")], [.key("é"), .index(3)], [.key("é"), .index(-1)],
      [.key("é"), .index(2), .index(0)],
    ] as [[JSONPathComponent]])
  func areNilForNoValue(path: [JSONPathComponent]) {
    #expect(JSON.position(of: path, in: Self.document) == nil)
  }

  @Test("are nil in text that cannot be read")
  func areNilInMalformedText() {
    #expect(JSON.position(of: [], in: []) == nil)
    #expect(JSON.position(of: [.key("b")], in: Array(#"{"a": x, "b": 1}"#.utf8)) == nil)
  }
}
