import IncidentCore
import Mustache
import Testing

@testable import IncidentReports

/// A template's own Markdown, read as a message. The blocks are written as `h1(…)`, `p(…)`, `-[…|…]`, `3.[…]`, `code(…)`;
/// runs as `**strong**`, `*emphasis*`, `` `code` ``, `text{link}`, `⏎` for a line break.
@Suite("A message from Markdown")
struct MessageParserTests {
  static let blocks: [(markdown: String, message: String)] = [
    ("", ""), (" \n\n", ""),
    ("# Title", "h1(Title)"), ("###### six ##", "h6(six)"), ("####### seven", "p(####### seven)"),
    ("#no", "p(#no)"), ("# a # b", "h1(a # b)"), ("# a#", "h1(a#)"), ("  ## in", "h2(in)"), ("# ", "h1()"),
    ("one\ntwo\n\nthree", "p(one two) p(three)"), ("one  \ntwo\\\nthree", "p(one⏎two⏎three)"),
    ("a\r\nb\rc", "p(a b c)"), ("text\n# Title\ntext", "p(text) h1(Title) p(text)"),
    ("- a\n- b\n\n- c", "-[a|b|c]"), ("* a\n+ b", "-[a|b]"), ("- a\n  more\nlazy\n- b", "-[a more lazy|b]"),
    ("- a\n\n  second\n\nafter", "-[a⏎second] p(after)"), ("- a\n  - inner\n- b", "-[a|inner|b]"),
    ("1. a\n2. b", "1.[a|b]"), ("7) a", "7.[a]"), ("- a\n1. b", "-[a] 1.[b]"), ("text\n2. b", "p(text 2. b)"),
    ("text\n1. b", "p(text) 1.[b]"), ("-no\n1.no", "p(-no 1.no)"), ("-", "-[]"), ("1234567890. x", "p(1234567890. x)"),
    ("> quoted\n> on\n\nplain", "p(quoted on) p(plain)"), ("> a\nb", "p(a) p(b)"), ("> # t", "h1(t)"),
    ("```\na *b*\n\n  c\n```\nend", "code(a *b*⏎⏎  c) p(end)"), ("~~~ sh\n```\n~~~", "code(```)"),
    ("```\nnever ends\n# x", "code(never ends⏎# x)"), ("``` a`b", "p(``` a`b)"),
    ("a\n\n---\n\n* * *\nb", "p(a) p(b)"), ("--", "p(--)"),
    ("a <!-- b --> c", "p(a  c)"), ("<!-- a\n\n# b\n-->\nc", "p(c)"), ("a <!-- never", "p(a <!-- never)"),
    ("<!-- a --><!-- b -->c", "p(c)"), ("<!-- {{x}} -->d", "p(d)"), ("a\n<!-- b -->\nc", "p(a) p(c)"),
    ("| a | b |\n| --- | --- |", "p(| a | b | | --- | --- |)"), ("<b>x</b>", "p(<b>x</b>)"),
    ("    four", "p(four)"), ("Title\n===", "p(Title ===)"),
  ]

  static let inlines: [(markdown: String, message: String)] = [
    ("**a** b", "p(**a** b)"), ("*a* _b_ __c__", "p(*a* *b* **c**)"), ("***a***", "p(***a***)"),
    ("**a *b* c**", "p(**a *****b***** c**)"), ("a*b*c a_b_c", "p(a*b*c a_b_c)"), ("5 * 3 * 2", "p(5 * 3 * 2)"),
    ("**a", "p(**a)"), ("a**", "p(a**)"), ("*a **b*", "p(*a **b*)"), ("****", ""), ("a ****", "p(a ****)"),
    ("*a\nb*", "p(*a b*)"),
    ("`a *b*` c", "p(`a *b*` c)"), ("`` a`b ``", "p(`a`b`)"), ("` a", "p(` a)"), ("`a``b", "p(`a``b)"),
    (#"\*a\* \\ \a"#, #"p(*a* \ \a)"#), ("\\", "p(\\)"),
    ("[a](https://b.c)", "p(a{https://b.c})"), ("[**a** b](http://c)", "p(**a**{http://c} b{http://c})"),
    ("[a](mailto:b@c.d)", "p(a{mailto:b@c.d})"), ("[a](javascript:alert)", "p(a (javascript:alert))"),
    ("[a](/relative)", "p(a (/relative))"), ("[a]", "p([a])"), ("[a](b", "p([a](b)"),
    ("[a [b] c](http://d)", "p(a [b] c{http://d})"),
    ("<https://a.b/c>", "p(https://a.b/c{https://a.b/c})"), ("<a.b>", "p(<a.b>)"),
    ("See https://a.b/c.", "p(See https://a.b/c{https://a.b/c}.)"), ("(http://a.b)", "p((http://a.b{http://a.b}))"),
    ("xhttp://a.b", "p(xhttp://a.b)"), ("https:// x", "p(https:// x)"),
    ("[a](https://b.c/ä b)", "p(a{https://b.c/%C3%A4%20b})"), ("![i](http://a.b)", "p(!i{http://a.b})"),
    ("**[a](http://b)**", "p(**a**{http://b})"),
  ]

  @Test("has its blocks", arguments: blocks)
  func block(markdown: String, message: String) throws {
    #expect(try Self.shown(markdown) == message)
  }

  @Test("has its runs", arguments: inlines)
  func inline(markdown: String, message: String) throws {
    #expect(try Self.shown(markdown) == message)
  }

  static let values: [(template: String, value: String, message: String)] = [
    ("{{x}}", "# no\n- no\n\n> no", "p(# no⏎- no⏎⏎> no)"), ("# {{x}}", "a\nb #", "h1(a⏎b #)"),
    ("{{x}}. a", "1", "p(1. a)"), ("-{{x}}", " a", "p(- a)"), ("**{{x}}**", "a** b", "p(**a** b**)"),
    ("**a{{x}}", "**", "p(**a**)"), ("`{{x}}`", "`", "p(```)"), ("<!--{{x}}-->b", "-->", "p(b)"),
    ("[{{x}}](https://a.b)", "](http://evil", "p(](http://evil{https://a.b})"),
    ("[a]({{x}})", "http://evil", "p(a (http://evil))"), ("[a](https://{{x}}/)", "evil", "p(a (https://evil/))"),
    ("[a](https://a{{x}}/)", ".evil", "p(a (https://a.evil/))"),
    ("[a](https://a/{{x}})", "../ü?x#y", "p(a{https://a/..%2F%C3%BC%3Fx%23y})"),
    ("[a](mailto:{{x}})", "b@c", "p(a (mailto:b@c))"),
    ("https://a/{{x}} b", "c d", "p(https://a/c d{https://a/c%20d} b)"),
    ("```\n{{x}}\n```\nb", "```\n# c", "code(```⏎# c) p(b)"), ("{{x}}", "\u{2}a\u{3}b", "p(\\u{2}a\\u{3}b)"),
    ("{{x}}", "a\u{202E}b\u{0}", "p(a\\u{202e}b\\u{0})"), ("{{{x}}}", "# yes", "h1(yes)"),
    ("\u{3}{{x}}\u{2} b", "a", "p(\u{FFFD}a\u{FFFD} b)"), ("\u{2}{{x}}", "*a*", "p(\u{FFFD}*a*)"),
    ("a {{x}}\n{{x}}", "\n", "p(a ⏎ ⏎)"), ("{{x}}\n\n{{x}}", "---", "p(---) p(---)"),
  ]

  @Test("takes a value as it is, wherever it stands", arguments: values)
  func value(template: String, value: String, message: String) throws {
    #expect(try Self.shown(template, ["x": .string(value)]) == message)
  }

  @Test("from plain text has its lines, and a first one for its title")
  func plain() {
    let lines = MarkedText.lines(of: "# Title\n\n*a*\n- b\n\nc\n")
    #expect(Self.shown(MessageParser.message(plain: lines)) == "h1(# Title) p(*a*⏎- b) p(c)")
    #expect(Self.shown(MessageParser.message(plain: MarkedText.lines(of: "a\nb\n\nc"))) == "p(a⏎b) p(c)")
  }

  @Test("loses no word of any mark-up, and comes to an end", arguments: 0..<UInt64(400))
  func garbage(seed: UInt64) throws {
    let marks = [
      "#", "# ", "*", "**", "_", "__", "`", "```", "~~~", "- ", "1. ", "> ", "[", "]", "(", ")", "](http://", "<", ">",
      "\\", "\n", "\n\n", "  \n", " ", "---", "|", "<!-", "{{x}}", "https://a", "!", "\t", "\u{2}", "\u{3}",
    ]
    var random = SplitMix64(seed: seed)
    var text = ""
    for word in 0..<Int.random(in: 1...40, using: &random) {
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        text += marks[Int.random(in: 0..<marks.count, using: &random)]
      }
      text += "w\(word)w"
    }
    let message = Self.shown(try Self.message(text, ["x": "<!-- *x* `"]))
    let words = message.matches(of: /w\d+w/).map { String($0.output) }
    // The info string of fenced code is no text.
    let isCode = text.contains("```") || text.contains("~~~")
    #expect(isCode || Set(words) == Set(text.matches(of: /w\d+w/).map { String($0.output) }), "seed \(seed): \(text)")
  }

  @Test(
    "of deep or endless mark-up is read in no time",
    arguments: ["[", "[](", "*a ", "a* ", "**a", "*a_ ", "a`", "<!--", "> ", "- ", "_a_", "\\"])
  func long(mark: String) throws {
    #expect(try Self.shown(String(repeating: mark, count: 20_000) + "end").contains("end"))
  }

  static func message(_ template: String, _ values: MustacheValue = [:]) throws -> Message {
    let rendered = try Template(name: "t.md", source: template).render(values, escape: MarkedText.escape)
    return MessageParser.message(markdown: MarkedText.lines(of: rendered))
  }

  private static func shown(_ template: String, _ values: MustacheValue = ["x": "value"]) throws -> String {
    shown(try message(template, values))
  }

  static func shown(_ message: Message) -> String {
    message.blocks.map { block in
      switch block {
      case .heading(let level, let runs): "h\(level)(\(shown(runs)))"
      case .paragraph(let runs): "p(\(shown(runs)))"
      case .list(let start, let items): "\(start.map { "\($0)." } ?? "-")[\(items.map(shown).joined(separator: "|"))]"
      case .code(let text): "code(\(text))"
      }
    }.joined(separator: " ").replacing("\n", with: "⏎")
  }

  private static func shown(_ runs: [MessageRun]) -> String {
    runs.map { run in
      let mark = (run.style.contains(.strong) ? "**" : "") + (run.style.contains(.emphasis) ? "*" : "")
      let code = run.style.contains(.code) ? "`" : ""
      return mark + code + run.text + code + mark + (run.link.map { "{\($0)}" } ?? "")
    }.joined()
  }
}
