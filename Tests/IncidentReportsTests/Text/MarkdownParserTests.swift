import Foundation
import Mustache
import Testing

@testable import IncidentReports

/// Escaped text held against GitHub's own parser, where it is installed (Debian package `cmark-gfm`).
@Suite("Markdown escape before a parser", .enabled(if: GitHubMarkdown.path != nil, "cmark-gfm is not installed"))
struct MarkdownParserTests {
  /// Every place a template puts a value.
  private static let document = """
    WORD

    - WORD
    * WORD tail

    1. WORD

    | a | b |
    | --- | --- |
    | WORD | x |
    | y | WORD |

    start **WORD** and *WORD* and _WORD_ and ~~WORD~~ end

    # WORD

    ## WORD ##

    > WORD

    [WORD](u) and z WORD[k](u) and [k]WORD and WORD<b>, WORD WORD, `code` WORD `code` (WORD)

    text
    WORD
    more

    - [ ] WORD

    WORD
    ===

    """

  @Test("a hostile value is parsed as a harmless word is", arguments: 0..<UInt64(200))
  func inline(seed: UInt64) throws {
    let text = HostileText.sample(seed: seed)
    let plain = lines(text).filter { !$0.isEmpty }.joined(separator: " ")
    guard !plain.isEmpty else { return }
    let harmless = try GitHubMarkdown.html(Self.document).replacing("WORD", with: escapedHTML(plain))
    let hostile = try GitHubMarkdown.html(Self.document.replacing("WORD", with: MarkdownEscape.inline(text)))
    #expect(hostile == harmless, "seed \(seed)")
  }

  @Test("hostile prose is parsed as paragraphs and nothing else", arguments: 0..<UInt64(200))
  func block(seed: UInt64) throws {
    let text = HostileText.sample(seed: seed)
    let paragraphs = lines(text).split(separator: "")
      .map { "<p>\(escapedHTML($0.joined(separator: "\n")))</p>\n" }.joined()
    let document = "before\n\n\(MarkdownEscape.block(text))\n\nafter\n"
    #expect(try GitHubMarkdown.html(document) == "<p>before</p>\n\(paragraphs)<p>after</p>\n", "seed \(seed)")
  }

  @Test("two values side by side, and one behind a code span, join to nothing", arguments: 0..<UInt64(200))
  func adjacent(seed: UInt64) throws {
    let texts = [HostileText.sample(seed: seed), HostileText.sample(seed: seed + 10_000)]
    let plain = texts.map { lines($0).filter { !$0.isEmpty }.joined(separator: " ") }
    let template = try Template(name: "t.md", source: "- x {{a}}{{b}} x\n- `y`{{a}} {{b}} z\n")
    let values: MustacheValue = ["a": .string(texts[0]), "b": .string(texts[1])]
    let html = try GitHubMarkdown.html(template.render(values, escape: .markdown))
    let items = ["x \(escapedHTML(plain[0] + plain[1])) x", "y\(escapedHTML(plain.joined(separator: " "))) z"]
    #expect(html == "<ul>\n\(items.map { "<li>\($0)</li>\n" }.joined())</ul>\n", "seed \(seed)")
  }

  @Test("no mention is left outside of a code span", arguments: 0..<UInt64(200))
  func mentions(seed: UInt64) throws {
    let text = HostileText.sample(seed: seed)
    let html = try GitHubMarkdown.html(MarkdownEscape.inline(text), keepsCode: true)
    #expect(!html.replacing(/<code>[^<]*<\/code>/, with: "\u{0}").contains(/@[\w-]/), "seed \(seed)")
  }

  private func lines(_ text: String) -> [String] {
    VisibleText.block(text).components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func escapedHTML(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

enum GitHubMarkdown {
  static let path = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What the parser makes of it. The tags of code spans are taken out: an address reads the same in one.
  static func html(_ markdown: String, keepsCode: Bool = false) throws -> String {
    let parser = Process()
    parser.executableURL = URL(fileURLWithPath: try #require(path))
    parser.arguments =
      ["autolink", "table", "strikethrough", "tasklist", "footnotes"].flatMap { ["-e", $0] } + ["--unsafe"]
    let (input, output) = (Pipe(), Pipe())
    (parser.standardInput, parser.standardOutput) = (input, output)
    try parser.run()
    try input.fileHandleForWriting.write(contentsOf: Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let html = try output.fileHandleForReading.readToEnd() ?? Data()
    parser.waitUntilExit()
    try #require(parser.terminationStatus == 0)
    let text = String(decoding: html, as: UTF8.self)
    return keepsCode ? text : text.replacing(/<\/?code>/, with: "")
  }
}
