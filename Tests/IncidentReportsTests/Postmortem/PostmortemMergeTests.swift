import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Merging postmortems")
struct PostmortemMergeTests {
  /// A region as the program writes it.
  private static func generated(_ name: String, _ body: String) -> String {
    marked(name, RegionDigest.text(of: body.utf8), body)
  }

  /// A region that somebody edited after it was written with another body.
  private static func edited(_ name: String, _ body: String) -> String {
    marked(name, RegionDigest.text(of: "as it was\n".utf8), body)
  }

  private static func marked(_ name: String, _ digest: String?, _ body: String) -> String {
    "\(RegionMarker.opening(name: name, digest: digest))\n\(body)<!-- incident:end \(name) -->\n"
  }

  /// The three texts, each region between two lines of prose.
  private func aligned(_ base: String, _ ours: String, _ theirs: String) -> [String] {
    let texts = [base, ours, theirs].map { Array("Before\n\($0)After\n".utf8) }
    let merge = PostmortemMerge(base: texts[0], ours: texts[1], theirs: texts[2])
    let swapped = PostmortemMerge(base: texts[0], ours: texts[2], theirs: texts[1])
    #expect(swapped.base == merge.base && swapped.ours == merge.theirs && swapped.theirs == merge.ours)
    return [merge.base, merge.ours, merge.theirs].map {
      String(String(decoding: $0, as: UTF8.self).dropFirst("Before\n".count).dropLast("After\n".count))
    }
  }

  /// A case: the three versions of a region, and what all three say in the end; nil where they stay as they are.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let texts: [String]
    let expected: String?

    init(_ name: String, _ base: String, _ ours: String, _ theirs: String, _ expected: String?) {
      (testDescription, texts, self.expected) = (name, [base, ours, theirs], expected)
    }
  }

  static let old = generated("facts", "old\n")
  static let longer = generated("facts", "old\nand an event\n")
  static let other = generated("facts", "new\n")
  static let mine = edited("facts", "my words\n")
  static let yours = edited("facts", "your words\n")
  static let blank = marked("facts", nil, "\n")

  static let cases = [
    Case("nobody changed it", old, old, old, old),
    Case("one side refreshed it", old, longer, old, longer),
    Case("both refreshed it alike", old, longer, longer, longer),
    Case("both refreshed it, and one knows of more", old, other, longer, longer),
    Case("one refreshed it, the other wrote into it", old, mine, longer, mine),
    Case("one side wrote into it", old, mine, old, mine),
    Case("both wrote into it alike", old, mine, mine, mine),
    Case("both wrote into it", old, mine, yours, nil),
    Case("one overwrote what somebody had written", mine, longer, mine, longer),
    Case("both overwrote what somebody had written", mine, longer, other, longer),
    Case("one asks for it to be filled in, the other did", old, blank, longer, longer),
    Case("both began it", "", longer, other, nil),
    Case("only one began it", "", longer, "", nil),
    Case("both removed it", old, "", "", nil),
  ]

  @Test("a region says the same in all three", arguments: cases)
  func region(example: Case) {
    let texts = aligned(example.texts[0], example.texts[1], example.texts[2])
    if let expected = example.expected {
      #expect(texts == [expected, expected, expected])
    } else if example.texts[0].isEmpty, !example.texts[2].isEmpty {
      #expect(texts == ["", Self.longer, Self.longer])
    } else {
      #expect(texts == example.texts)
    }
  }

  @Test("one that a side removed stays removed where only the program wrote it since, and what a person wrote is kept")
  func removed() {
    #expect(aligned(Self.old, "", Self.longer) == [Self.old, "", Self.old])
    #expect(aligned(Self.old, "", Self.mine) == [Self.old, "", Self.mine])
  }

  @Test("one that moved or was doubled is known wherever it stands")
  func moved() {
    #expect(
      aligned(Self.old + "X\n", "X\n" + Self.old, Self.longer + "X\n")
        == [Self.longer + "X\n", "X\n" + Self.longer, Self.longer + "X\n"])
    #expect(
      aligned(Self.old, Self.old + Self.old, Self.longer)
        == [Self.longer, Self.longer + Self.longer, Self.longer])
    let differing = [Self.old, Self.old + Self.mine, Self.longer]
    #expect(aligned(differing[0], differing[1], differing[2]) == differing)
  }

  @Test("where the markers of one do not fit, nothing is touched")
  func broken() {
    let broken = "<!-- incident:begin facts -->\nopen\n"
    #expect(aligned(Self.old, broken, Self.longer) == [Self.old, broken, Self.longer])
  }

  @Test("a merge that breaks the markers is none")
  func accepts() {
    let merge = PostmortemMerge(base: [], ours: Array(Self.old.utf8), theirs: Array(Self.longer.utf8))
    #expect(merge.accepts(Array(Self.longer.utf8)))
    #expect(!merge.accepts(Array("<!-- incident:end facts -->\n".utf8)))
  }

  @Test("line ends are those of the side that changed them")
  func lineEnds() {
    let lf = "a\n\(Self.old)b\n"
    let crlf = lf.replacing("\n", with: "\r\n")
    for (base, ours, theirs, expected) in [
      (lf, crlf, lf, crlf), (lf, lf, crlf, crlf), (crlf, lf, crlf, lf), (crlf, lf, lf, lf), (lf, crlf, crlf, crlf),
      (lf, lf, lf, lf), (crlf, crlf, crlf, crlf), ("", crlf, crlf, crlf),
    ] {
      let merge = PostmortemMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
      #expect(merge.ours == merge.theirs)
      #expect(merge.finished(merge.ours) == Array(expected.utf8), "\(base.debugDescription)")
    }
    let mixed = Array("a\r\nb\n".utf8)
    #expect(PostmortemMerge(base: Array(lf.utf8), ours: mixed, theirs: Array(crlf.utf8)).ours == mixed)
  }

  @Test("refreshing two sides never makes a conflict, and prose stays as each has it", arguments: 0..<UInt64(200))
  func property(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    func document(_ bodies: [String], _ prose: [String]) -> [UInt8] {
      var text = ""
      for (index, body) in bodies.enumerated() { text += prose[index] + "\n" + Self.generated("r\(index)", body) }
      return Array(text.utf8)
    }
    func words() -> String {
      (0..<Int.random(in: 0...4, using: &generator)).reduce("") {
        "\($0)line \($1) \(Int.random(in: 0...3, using: &generator))\n"
      }
    }
    let prose = [["a", "b", "c"], ["a", "B", "c"], ["a", "b", "C"]]
    let bodies = (0..<3).map { _ in (0..<3).map { _ in words() } }
    let texts = zip(bodies, prose).map(document)
    let merge = PostmortemMerge(base: texts[0], ours: texts[1], theirs: texts[2])
    let scans = try [merge.base, merge.ours, merge.theirs].map { bytes in
      try RegionScan(bytes).regions.map { RegionContent($0, in: bytes) }
    }
    #expect(scans[0] == scans[1] && scans[1] == scans[2], "seed \(seed)")
    for (index, content) in scans[0].enumerated() {
      #expect(bodies.contains { Array($0[index].utf8) == content.body }, "seed \(seed)")
    }
    for (bytes, lines) in zip([merge.base, merge.ours, merge.theirs], prose) {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(lines.allSatisfy { text.contains("\($0)\n<!-- incident:begin") }, "seed \(seed)")
    }
  }
}
