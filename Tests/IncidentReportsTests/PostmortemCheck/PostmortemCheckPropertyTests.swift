import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Checking anything")
struct PostmortemCheckPropertyTests {
  private let now = Timestamp(seconds: 1_709_700_000)

  private func findings(_ bytes: [UInt8], of incident: Incident? = nil) throws -> [PostmortemFinding] {
    try PostmortemCheck.findings(in: bytes, of: incident, now: try #require(now), policy: .standard)
  }

  /// Every finding has a place in the document, a sentence and a better wording.
  private func expectSound(_ findings: [PostmortemFinding], in bytes: [UInt8], _ hint: String) {
    let lines = SourceLines(bytes).lines
    for finding in findings {
      let line = lines.indices.contains(finding.line - 1) ? lines[finding.line - 1] : []
      let isThere = finding.line >= 1 && finding.line <= max(1, lines.count) && finding.column <= line.count + 1
      #expect(
        isThere && finding.column >= 1 && !finding.message.isEmpty && !finding.suggestion.isEmpty, "\(finding) \(hint)")
    }
    #expect(findings == findings.sorted(), "\(hint)")
  }

  @Test("random bytes do no harm")
  func randomBytes() throws {
    let incident = try Story.latencySpike().incident
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSound(try findings(bytes, of: seed.isMultiple(of: 2) ? incident : nil), in: bytes, "seed \(seed)")
    }
  }

  @Test("random pieces of Markdown and of blame do no harm, in any order")
  func randomWords() throws {
    let incident = try Story.latencySpike().incident
    let pieces = """
      # ## ### - * 1. > | | --- ``` ` `` ~~~ <!-- --> <!--> <b> ]( http://x " ' “ ” « » „ ( ) [ ] , ; : . ? ! — **
      should have could would easily been known not never had if the a an of for by to and but who whoever nobody no one
      engineer team dana Dana Kevin operator manager lead shift on call duty they he we it was were is are
      failed forgot broke ignored missed slept without testing bothered took down production fault blame careless lazy
      human error user mistake made due caused cause root reason responsible outage traced back attributed accidentally
      hätte müssen wissen 人的ミス 根本原因 Ursache Summary Timeline Actions Impact Whys TBD owner due kind A1 14:05 2024-04-01
      """.split { $0 == " " || $0 == "\n" }.map(String.init) + [
        "\n", "\n", "\n\n", "    ", "\t", "## Root cause\n\n", "## Actions\n\n- ", "\n|",
      ]
    for seed in 0..<600 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var text = "## Root cause\n"
      for _ in 0..<Int.random(in: 1...120, using: &random) {
        text += (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
        if Int.random(in: 0..<4, using: &random) == 0 { text += " " }
      }
      expectSound(try findings(Array(text.utf8), of: incident), in: Array(text.utf8), "seed \(seed): \(text)")
    }
  }

  @Test("a draft cut anywhere, or with bytes changed, does no harm")
  func damaged() throws {
    let documents = try Documents()
    let draft = Array(try documents.draft().utf8)
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var bytes = Array(draft[..<Int.random(in: 0...draft.count, using: &random)])
      for _ in 0..<4 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      expectSound(try findings(bytes, of: documents.incident), in: bytes, "seed \(seed)")
    }
  }

  @Test(
    "a long document takes time in proportion to its length", .timeLimit(.minutes(1)),
    arguments: [
      "The pool was full, and the engineer should have known.\n\n", "# Impact\n", "- Improve monitoring\n",
      "the team failed to notice it and ", "`", "\"", "<!-- ", "[a](", "> ", "| a ", "should have ", "engineer of the ",
      "#",
      "|\n|-|\n", "1. Why?\n", ", ", "**Impact**\n\n",
    ])
  func long(piece: String) throws {
    let text = "## Action items\n\n" + String(repeating: piece, count: 60_000 / piece.utf8.count)
    expectSound(try findings(Array(text.utf8)), in: Array(text.utf8), piece)
  }

  @Test("20,000 lines are read in a few seconds, without optimisation")
  func manyLines() throws {
    let line = "The pool was full at 14:05, since the batch job and checkout share it.\n"
    let text = "## Summary\n" + String(repeating: line + "\n", count: 10_000)
    let clock = ContinuousClock()
    let bytes = Array(text.utf8)
    var found: [PostmortemFinding] = []
    let time = try clock.measure { found = try findings(bytes) }
    #expect(found.isEmpty)
    print("20,000 lines took \(time)")
    #expect(time < .seconds(20))
  }
}
