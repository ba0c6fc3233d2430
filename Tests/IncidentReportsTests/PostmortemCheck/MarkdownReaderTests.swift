import Testing

@testable import IncidentReports

@Suite("Reading Markdown")
struct MarkdownReaderTests {
  private func read(_ text: String) -> (blocks: [MarkdownBlock], lines: [[Unicode.Scalar]]) {
    let reader = MarkdownReader(SourceLines(Array(text.utf8)), hasBrokenMarkers: false)
    return (reader.blocks, reader.lines)
  }

  /// `kind line:column text`, a block a line.
  private func outline(_ text: String) -> [String] {
    // The reader's own lines have comments taken out.
    let lines = SourceLines(Array(text.utf8)).lines
    return read(text).blocks.map { block in
      let kind =
        switch block.kind {
        case .heading(let level): "h\(level)"
        case .paragraph: "p"
        case .item(let isDone): isDone ? "done" : "item"
        case .quote: "quote"
        case .row(let table, let isHeader): isHeader ? "head\(table)" : "row\(table)"
        case .comment: "comment"
        case .code: "code"
        }
      let words = block.pieces.map { String(String.UnicodeScalarView(lines[$0.line - 1][$0.range])) }
      return "\(kind) \(block.place.line):\(block.place.column) \(words.joined(separator: "|"))"
    }
  }

  @Test(
    "takes a document apart into blocks with their places",
    arguments: [
      ("# A #\ntext\nmore\n", ["h1 1:3 A", "p 2:1 text|more"]),
      ("A\n===\nB\n---\nC", ["h1 1:1 A", "h2 3:1 B", "p 5:1 C"]),
      (
        "- one\n  two\n- [x] three\n  - four\n\n1) five",
        ["item 1:3 one|two", "done 3:7 three", "item 4:5 four", "item 6:4 five"]
      ),
      ("> quoted\n> on\nlazy", ["quote 1:3 quoted|on|lazy"]),
      ("a\n\n```sh\nrm -rf *\n# no heading\n```\nb", ["p 1:1 a", "code 3:1 ```sh", "p 7:1 b"]),
      ("a\n\n    code here\n", ["p 1:1 a", "code 3:5 code here"]),
      (
        "| A | B |\n| --- | :-: |\n| `x|y` | |\n\nafter", ["head1 1:3 A|B", "row1 3:3 `x|y`|", "p 5:1 after"]
      ),
      (
        "a <!-- b --> c\n<!-- d\ne -->\nf",
        ["comment 1:3 <!-- b ", "p 1:1 a <!-- b --> c", "comment 2:1 <!-- d|e ", "p 4:1 f"]
      ),
      ("\u{FEFF}# Ü 🙂 x\r\nß\r\n", ["h1 1:3 Ü 🙂 x", "p 2:1 ß"]),
      ("#no heading\n####### nor this", ["p 1:1 #no heading|####### nor this"]),
      ("---\ntitle: no text\n---\n# A", ["h1 4:3 A"]),
      ("", []),
    ])
  func blocks(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test("knows which blocks a generated region holds")
  func regions() {
    let text = "a\n<!-- incident:begin facts -->\nb\n\n# c\n<!-- incident:end facts -->\nd\n"
    #expect(read(text).blocks.map(\.region) == [nil, "facts", "facts", nil])
  }

  @Test("a marker that nothing ends hides no more than the rest of its section")
  func brokenMarker() {
    let source = SourceLines(Array("<!-- incident:begin facts -->\nb\n# c\nd\n".utf8))
    let reader = MarkdownReader(source, hasBrokenMarkers: true)
    #expect(reader.blocks.map(\.region) == ["facts", nil, nil])
  }

  @Test(
    "takes code, addresses, tags and other people's words out of a text",
    arguments: [
      ("run `rm -rf` now", "run  now"), ("``a ` b`` c", "c"), ("a ` b", "a ` b"),
      ("see [the page](http://x/a_(b)) here", "see [the page] here"), ("at https://x.org/blame now", "at  now"),
      ("x <b>y</b> z", "x y z"), ("a < b and c > d", "a < b and c > d"),
      ("he said \"careless\" twice", "he said  twice"), ("„so“ und «ainsi» and ‘this’", "und  and"),
      ("don't say 'never' to the teams' work", "don't say  to the teams' work"), ("「不注意」でした", "でした"),
    ])
  func masks(text: String, expected: String) {
    let lines = [Array(text.unicodeScalars)]
    let inline = InlineText([MarkdownPiece(line: 1, range: 0..<lines[0].count)], lines)
    #expect(inline.plainText == expected)
  }

  @Test("finds the first byte that is not UTF-8")
  func fault() {
    let source = SourceLines(Array("ä\nab".utf8) + [0xC3, 0x28] + Array("\nc".utf8))
    #expect(source.fault == MarkdownPlace(line: 2, column: 3))
    #expect(source.lines.count == 3)
  }

  @Test("shows long lines around the place")
  func excerpt() {
    let line = String(repeating: "word ", count: 100) + "HERE " + String(repeating: "more ", count: 100)
    let source = SourceLines(Array(line.utf8))
    let excerpt = source.excerpt(at: MarkdownPlace(line: 1, column: 501))
    #expect(excerpt.contains("HERE") && excerpt.count < 130 && excerpt.hasPrefix("…") && excerpt.hasSuffix(" …"))
    #expect(source.excerpt(at: MarkdownPlace(line: 7, column: 1)).isEmpty)
  }
}
