import Testing

@testable import IncidentReports

@Suite("Markdown escape")
struct MarkdownEscapeTests {
  @Test(
    "ordinary text keeps its bytes",
    arguments: [
      "payment_latency_p95 > 5s", "a * b", "5 < 6 & 7", "C:\\dir", "p99 = 1.5s", "foo(bar)", "user's \"quoted\" text",
      "[info] disk", "12:00 [db]: failing", "100%", "x <5ms, y <= 3", "AT&T and R&D down", "a -> b => c", "C# and F#",
      "2.5 h", "-5 degrees", "--dry-run", "foo:bar::baz", "at 10:15, ~ 5 min", "pool 80 / 100", "支払い 🔥",
      "-Xmx4g + 2", "HTTP 503", "e.g. this; that", "50 + 50", "look [here] or (there)", "x^2 ^ y",
    ])
  func unchanged(text: String) {
    #expect(MarkdownEscape.escape(text, after: "- ") == text)
    #expect(MarkdownEscape.escape(text, after: "") == text)
  }

  @Test(
    "what would open a block is escaped at the start",
    arguments: [
      ("# x", "\\# x"), ("###### x", "\\###### x"), ("#", "\\#"), ("> x", "\\> x"), (">x", "\\>x"), ("- x", "\\- x"),
      ("-", "\\-"), ("+ x", "\\+ x"), ("* x", "\\* x"), ("1. x", "1\\. x"), ("23) x", "23\\) x"), ("---", "\\---"),
      ("- - -", "\\- - -"), ("***", "\\*\\*\\*"), ("_ _ _", "\\_ _ \\_"), ("===", "\\==="), ("= =", "\\= ="),
      ("```sh", "\\`\\`\\`sh"), ("~~~", "\\~\\~\\~"), (":-:", "\\:-:"), (": x", "\\: x"), ("-:", "\\-:"),
      ("    code", "code"),
      ("\tcode", "code"), ("| a | b |", "\\| a \\| b \\|"), ("[ ] task", "\\[ \\] task"), ("[x] task", "\\[x\\] task"),
      ("[a]: /b", "\\[a\\]: /b"), ("[^1]: note", "\\[^1\\]: note"), ("<div>", "&lt;div>"),
    ])
  func blocks(text: String, expected: String) {
    #expect(MarkdownEscape.escape(text, after: "") == expected)
    #expect(MarkdownEscape.escape(text, after: "- ") == expected)
    #expect(MarkdownEscape.block("on\n" + text) == "on\n" + expected)
    #expect(MarkdownEscape.block("on\n\n" + text) == "on\n\n" + expected)
  }

  @Test(
    "what would be formatted is escaped wherever it stands",
    arguments: [
      ("a *b* c", "a \\*b\\* c"), ("a __b__ c", "a \\_\\_b\\_\\_ c"), ("a `b` c", "a \\`b\\` c"),
      ("a ~~b~~ c", "a \\~\\~b\\~\\~ c"), ("took ~5 min", "took \\~5 min"), ("cost $5", "cost \\$5"),
      ("a [b](c) d", "a \\[b\\](c) d"), ("a ![b](c) d", "a !\\[b\\](c) d"), ("a [b][c] d", "a \\[b\\][c] d"),
      ("a [^1] b", "a \\[^1\\] b"), ("a [b [c] d", "a \\[b [c] d"), ("a | b", "a \\| b"), ("a <b> c", "a &lt;b> c"),
      ("a </b> c", "a &lt;/b> c"), ("a <!-- b --> c", "a &lt;!-- b --\\> c"), ("a --!> b", "a --!\\> b"),
      ("a <a@b.c> d", "a &lt;`a@b.c`> d"), ("&amp; x", "\\&amp; x"), ("a &#64; b", "a \\&\\#64; b"),
      ("a &#x40; b", "a \\&#x40; b"), ("https://x.io/a_b", "https:\\//x.io/a_b"), ("see www.x.io", "see www\\.x.io"),
      ("ask @dana now", "ask `@dana` now"), ("fixes #12 now", "fixes \\#12 now"), ("o/r#12 b", "o/r\\#12 b"),
      ("a \\* b", "a \\\\\\* b"), ("a \\\\ b", "a \\\\\\ b"), ("\u{1B}[1m", "\\u{1b}\\[1m"),
      ("a\u{202E}b", "a\\u{202e}b"),
    ])
  func inlines(text: String, expected: String) {
    #expect(MarkdownEscape.inline(text) == expected)
  }

  @Test(
    "the edges join with nothing the template writes",
    arguments: [
      ("a\\", "a\\\\"), ("wow!", "wow\\!"), ("a [b]", "a \\[b\\]"), ("a [", "a \\["), ("] b", "\\] b"),
      ("(x)", "\\(x)"),
      ("R&D", "R\\&D"), ("a &", "a \\&"), ("a <", "a &lt;"), ("a @", "a `@`"), ("title #", "title \\#"),
      ("title ##", "title \\##"), ("a*", "a\\*"), ("a_", "a\\_"), ("a  ", "a"), ("  a", "a"), ("\u{A0}a\u{3000}", "a"),
      ("", ""), (" \n ", ""), ("-> x", "-\\> x"), (": x", "\\: x"), ("^x", "\\^x"), ("x^", "x\\^"),
    ])
  func edges(text: String, expected: String) {
    #expect(MarkdownEscape.inline(text) == expected)
  }

  @Test(
    "an address and a mention stand in a code span, for a backslash stops neither link nor ping",
    arguments: [
      ("me@evil.com", "`me@evil.com`"), ("mail me@evil.com.", "mail `me@evil.com`."),
      ("MailTo:me@e.com", "`MailTo:me@e.com`"), ("to xmpp:a@b.c/d", "to `xmpp:a@b.c`/d"),
      ("(a_b@c.d)", "\\(`a_b@c.d`)"),
      ("_a@b.c_", "\\_`a@b.c`\\_"), ("--a@b.c-->", "--`a@b.c`--\\>"), ("`a@b.c`", "\\``a@b.c`\\`"),
      ("C:\\a@b.c", "C:\\\\`a@b.c`"), ("a@b@c.d", "`a@b@c.d`"), ("me@.com", "`me@.com`"), ("me@", "`me@`"),
      ("#1@a.b", "\\#`1@a.b`"), ("cc @a, @b", "cc `@a`, `@b`"), ("@org/team", "`@org`/team"), ("é@ü.de", "`é@ü.de`"),
      ("3 @ 5", "3 @ 5"), ("a @@ b", "a @@ b"), ("http://me@e.io", "http:\\//`me@e.io`"), ("www.a@b.c", "`www.a@b.c`"),
      ("1. a@b.c", "1\\. `a@b.c`"), ("[a@b.c]: /x", "\\[`a@b.c`\\]: /x"), ("&a@b.c;", "&`a@b.c`;"),
    ])
  func addresses(text: String, expected: String) {
    #expect(MarkdownEscape.inline(text) == expected)
    #expect(MarkdownEscape.block(text) == expected)
  }

  @Test(
    "a code span joins no backtick before the value, and none is opened within the template's own",
    arguments: [
      ("- ", "`me@e.io`"), ("- `x`", "m`e@e.io`"), ("- `x` ", "`me@e.io`"), ("- \\` ", "`me@e.io`"),
      ("- \\`", "m`e@e.io`"), ("- `", "me\\@e.io"), ("- ``a`b", "me\\@e.io"), ("- ``a`b`` ", "`me@e.io`"),
    ])
  func beside(line: String, expected: String) {
    #expect(MarkdownEscape.escape("me@e.io", after: line) == expected)
  }

  @Test("a mention right behind a backtick keeps its name in code")
  func mentionBesideCode() {
    #expect(MarkdownEscape.escape("@dana", after: "`x`") == "\\@`dana`")
    #expect(MarkdownEscape.escape("@", after: "`x`") == "\\@")
  }

  @Test("inline text stays on its line")
  func inlineLines() {
    #expect(MarkdownEscape.inline("one\r\n\n  # two\n- three  ") == "one # two - three")
  }

  @Test("block text keeps lines and paragraphs, each line's start escaped")
  func blockLines() {
    #expect(MarkdownEscape.block("\n one  \n# two\n\n\n- three\\\n") == "one\n\\# two\n\n\\- three\\\\")
  }
}
