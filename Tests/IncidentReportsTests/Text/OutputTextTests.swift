import IncidentCore
import IncidentReports
import Testing

@Suite struct OutputTextTests {
  static let shown: [(written: String, text: String?)] = [
    ("", nil), ("\n\n \n", nil), ("one\ntwo\n", "one\ntwo"), ("one\r\ntwo\r\n", "one\ntwo"), ("no end", "no end"),
    ("\n\n a  \n\nb\n\n", " a\n\nb"),
    // Progress bars and spinners.
    ("10 %\r50 %\r100 %\ndone\n", "100 %\ndone"), ("long line\rshort\n", "short"), ("stays\r\n", "stays"),
    ("wait |\u{8}/\u{8}-\u{8}\\\n", "wait \\"), ("N\u{8}NA\u{8}A\n", "NA"), ("old\u{1B}[2K\rnew\n", "new"),
    ("a 1\nb 1\n\u{1B}[2A\ra 2\u{1B}[K\nb 1\nend\n", "a 2\nb 1\nend"), ("a\nb\u{1B}[Fc\n", "c\nb"),
    ("ab\u{1B}[3Cc\n", "ab   c"), ("a\tb\n", "a       b"), ("old\nolder\u{1B}[2J\u{1B}[Hnew\n", "new"),
    // Colours, titles, links, broken sequences.
    ("\u{1B}[1;31mred\u{1B}[0m \u{1B}]0;title\u{7}x\n", "red x"), ("\u{1B}]8;;https://x.example\u{1B}\\link\n", "link"),
    ("\u{9B}31mred\u{90}q\u{9C}!\n", "red!"), ("a\u{1B}(B\u{1B}=b\n", "ab"),
    ("open\u{1B}]0;never closed\nnext\n", "open\nnext"),
    ("end\u{1B}[3", "end"), ("end\u{1B}", "end"), ("bell\u{7}\u{1}\u{7F}\n", "bell"),
    ("\u{1B}[2Cx\u{1B}[99999999999999999999m", "  x"),
    // Full-screen programs.
    ("before\n\u{1B}[?1049h\u{1B}[Hdrawn\nmuch\u{1B}[?1049lafter\n", "before\nafter"), ("a\n\u{1B}[?1049hkilled", "a"),
  ]

  @Test("is what stood on the terminal", arguments: shown)
  func terminal(written: String, text: String?) {
    let output = OutputText(Array(written.utf8), isCut: false)
    #expect(output.text == text && !output.isCut)
  }

  @Test("bytes that are no text are repaired, and binary data is named")
  func bytes() {
    #expect(OutputText([0x61, 0xFF, 0x62, 0x0A], isCut: false).text == "a\u{FFFD}b")
    for binary in [[0], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], [0, 0xFF, 0xFE, 0x61, 0x62]] as [[UInt8]] {
      let output = OutputText(binary, isCut: false)
      #expect(output.text == "[binary output]" && output.isCut)
    }
  }

  @Test(
    "a NUL ends a name, and is dropped where it pads",
    arguments: [
      ("./one\0./two\0", "./one\n./two"), ("padded\0\0\0 line\nnext\0\n", "padded line\nnext"),
      ("w\0i\0d\0e\0\n\0", "wide"), ("error: disk full\n\0", "error: disk full"),
    ])
  func nuls(written: String, text: String) {
    let output = OutputText(Array(written.utf8), isCut: false)
    #expect(output.text == text && !output.isCut)
  }

  @Test("the last 20 lines stay, and 4 KiB of them")
  func cut() {
    let many = OutputText(Array((1...50).map { "line \($0)\n" }.joined().utf8), isCut: false)
    #expect(many.text == (31...50).map { "line \($0)" }.joined(separator: "\n") && many.isCut)
    let wide = OutputText(
      Array((1...10).map { "\($0)" + String(repeating: "é", count: 600) + "\n" }.joined().utf8), isCut: false)
    #expect(wide.text?.hasPrefix("8é") == true && wide.isCut)
    let single = OutputText(Array(String(repeating: "é", count: 9_000).utf8), isCut: false)
    #expect(single.text?.first == "…" && single.text?.utf8.count == 4_095 && single.isCut)
  }

  @Test("a line whose beginning is gone is left out, unless something replaced it")
  func partial() {
    #expect(OutputText(Array("ord: x\nnext\n".utf8), isCut: true).text == "next")
    #expect(OutputText(Array("half\rwhole\nnext\n".utf8), isCut: true).text == "whole\nnext")
    #expect(OutputText(Array("half".utf8), isCut: true).text == nil)
    #expect(OutputText(Array("drawn\nthere\u{1B}[?1049lafter\n".utf8), isCut: true).text == "after")
  }

  static let token = "ghp_" + String(repeating: "a1B2", count: 9)

  @Test(
    "secrets are masked before anything is cut",
    arguments: [
      "token \(token)", "\u{1B}[32m\(token.prefix(9))\u{1B}[0m\(token.dropFirst(9))", "password=hunter2hunter",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\(token)\n-----END RSA PRIVATE KEY-----",
    ])
  func secrets(secret: String) {
    for filler in [0, 10, 4_000, 4_060, 4_080, 4_090] {
      let written = secret + "\n" + String(repeating: "x", count: filler) + "\n"
      let text = OutputText(Array(written.utf8), isCut: false).text ?? ""
      for part in ["a1B2", "hunter", "MIIE"] { #expect(!text.contains(part), "\(filler)") }
    }
    let long = String(repeating: "x", count: 5_000) + " " + secret
    let text = OutputText(Array(long.utf8), isCut: false).text ?? ""
    for part in ["a1B2", "hunter", "MIIE"] { #expect(!text.contains(part)) }
  }

  @Test("of a private key that begins before what is kept, nothing stays")
  func headlessKey() {
    let written = "rest\nMIIEowIBAAKCAQEA\nQEAMIIEowIBAAKC\n-----END PRIVATE KEY-----\nafter\n"
    #expect(OutputText(Array(written.utf8), isCut: true).text == "[secret]\nafter")
  }

  @Test("any bytes are read", arguments: UInt64(1)...60)
  func anything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scraps = [
      "\u{1B}", "[", "]", "2A", "9B", "1049h", "?1049l", "K", "2J", "H", "5;1H", "\r", "\n", "\u{8}", "x", "é", "\t",
      "\u{9B}", "\u{7}", "3C",
    ]
    let written = (0..<200).map { _ in scraps[Int.random(in: scraps.indices, using: &random)] }.joined()
    let output = OutputText(Array(written.utf8), isCut: seed % 2 == 0)
    let text = output.text ?? ""
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) },
      "seed \(seed)")
    #expect(
      text.utf8.count <= OutputText.byteLimit
        && text.split(separator: "\n", omittingEmptySubsequences: false).count <= OutputText.lineLimit)
  }
}
