import IncidentCore

/// Texts made of what breaks terminals and Markdown, some ordinary words between.
enum HostileText {
  static func sample(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let length = Int.random(in: 1...12, using: &generator)
    return (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }

  private static let pieces =
    "\\`*_{}[]()#+-.!|>~$&<=:;/@\"'^% \t\n".map(String.init) + [
      "    ", "\n\n", "---", "***", "___", "===", "```", "~~~", "**", "~~", "[ ] ", "- ", "1. ", "> ", "## ", " #",
      "<b>", "</b>", "<!-- ", "-->", "--!>", "<?", "]]>", "<script>", "&amp;", "&lt", "&#64;", "[a](http://e.io)",
      "![i](x)", "[a]: http://e.io", "[^1]", "[^1]: x", "](", "][", "http://e.io", "https://evil.example.com/a_b",
      "www.evil.io", "<http://a.b>", "<5@a.b>", "@dana", "#12", "me@evil.io", "mailto:", "xmpp:", "a_b@c.d", "@e.io",
      "me@", "$x$", "|---|", ":-:", "| a | b |\n|---|---|", "\\|",
      "\\\n", "  \n", "C:\\dir", "a", "foo_bar", "is at", "down", "[!NOTE]", "a\n---", "a\n:-", "é", "界", "\u{A0}",
      "e\u{301}", "👩🏽‍💻", "🇩🇪", "\u{200B}", "\u{202E}", "\u{1B}[31m", "\r\n", "\r", "\0", "\u{85}", "\u{2028}",
    ]
}
