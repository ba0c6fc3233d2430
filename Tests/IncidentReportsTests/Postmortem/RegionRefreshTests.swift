import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Refreshing generated regions")
struct RegionRefreshTests {
  private static let template = "# T\n<!-- incident:begin a -->\nA1\n<!-- incident:end a -->\nprose\n"
  private static let newer = template.replacing("A1", with: "A2\nA3")

  private func document(_ text: String) throws -> String { try GeneratedDocument(rendered: text).text }

  private func refresh(_ existing: String, with rendered: String = newer, force: Bool = false) throws -> (
    text: String, kinds: [RegionOutcome.Kind]
  ) {
    let refresh = try RegionRefresh(
      Array(existing.utf8), with: GeneratedDocument(rendered: rendered), force: force)
    return (String(decoding: refresh.bytes, as: UTF8.self), refresh.outcomes.map(\.kind))
  }

  @Test("stamps a region with the FNV-1a digest of its body")
  func stamp() throws {
    // The published test vectors of FNV-1a, 64 bits: "" and "foobar".
    #expect(RegionDigest.text(of: []) == "cbf29ce484222325")
    #expect(RegionDigest.text(of: "foobar".utf8) == "85944171f73967e8")
    let digest = RegionDigest.text(of: "A1\n".utf8)
    #expect(try document(Self.template).contains("<!-- incident:begin a \(digest) -->\nA1\n"))
  }

  @Test("changes nothing when there is nothing new")
  func unchanged() throws {
    let text = try document(Self.template)
    let (result, kinds) = try refresh(text, with: Self.template)
    #expect(result == text && kinds == [.unchanged])
  }

  @Test("replaces what nobody edited, and only that")
  func refreshed() throws {
    let text = try document(Self.template).replacing("prose", with: "Meine Prosa: ä") + "no newline at the end"
    let (result, kinds) = try refresh(text)
    #expect(kinds == [.refreshed])
    #expect(result == (try document(Self.newer)).replacing("prose", with: "Meine Prosa: ä") + "no newline at the end")
  }

  @Test("keeps what somebody edited, and says so; overwrites it when told")
  func edited() throws {
    let text = try document(Self.template).replacing("A1", with: "A1, mended")
    let (kept, kinds) = try refresh(text)
    #expect(kept == text && kinds == [.editedByHand])
    let (forced, forcedKinds) = try refresh(text, force: true)
    #expect(forced == (try document(Self.newer)) && forcedKinds == [.overwritten])
  }

  @Test("leaves a deleted region deleted, and fills in one that is asked for")
  func removed() throws {
    let (result, kinds) = try refresh("only words\n")
    #expect(result == "only words\n" && kinds == [.removedByHand])
    let (forced, _) = try refresh("only words\n", force: true)
    #expect(forced == "only words\n")
    let (restored, restoredKinds) = try refresh("<!-- incident:begin a -->\n\n<!--  incident:end  a  -->")
    #expect(restoredKinds == [.refreshed])
    let marker = RegionMarker.opening(name: "a", digest: RegionDigest.text(of: "A2\nA3\n".utf8))
    #expect(restored == "\(marker)\nA2\nA3\n<!--  incident:end  a  -->")
    let words = "<!-- incident:begin a -->\nwords\n<!-- incident:end a -->"
    let (kept, keptKinds) = try refresh(words)
    #expect(kept == words && keptKinds == [.editedByHand])
  }

  @Test("refreshes every copy of a region, and keeps one that the template no longer has")
  func copies() throws {
    let text = try document(Self.template)
    let (result, kinds) = try refresh(text + text)
    #expect(result == (try document(Self.newer) + document(Self.newer)) && kinds == [.refreshed, .refreshed])
    let (kept, keptKinds) = try refresh(text, with: "nothing\n")
    #expect(kept == text && keptKinds == [.unknown])
  }

  @Test("keeps carriage returns, a byte order mark and bytes that are no text")
  func bytes() throws {
    let old = try document(Self.template.replacing("# T\n", with: "")).replacing("\n", with: "\r\n")
    let existing = [0xEF, 0xBB, 0xBF] + Array(old.utf8) + [0xFF, 0x0D, 0xFE, 0x00]
    let refresh = try RegionRefresh(existing, with: GeneratedDocument(rendered: Self.newer))
    #expect(refresh.outcomes.map(\.kind) == [.refreshed])
    let new = try document(Self.newer.replacing("# T\n", with: "")).replacing("\n", with: "\r\n")
    #expect(refresh.bytes == [0xEF, 0xBB, 0xBF] + Array(new.utf8) + [0xFF, 0x0D, 0xFE, 0x00])
    let again = try RegionRefresh(refresh.bytes, with: GeneratedDocument(rendered: Self.newer))
    #expect(again.bytes == refresh.bytes && again.outcomes.map(\.kind) == [.unchanged])
  }

  @Test(
    "refuses broken markers and names the line",
    arguments: [
      ("a\n<!-- incident:begin a -->\nb\n", 2, RegionProblem.Kind.unclosed(name: "a")),
      ("a\n\n<!-- incident:end a -->\nb\n", 3, .unopened(name: "a")),
      (
        "<!-- incident:begin a -->\n<!-- incident:begin b -->\n<!-- incident:end b -->\n<!-- incident:end a -->", 2,
        .nested(name: "b", within: "a", line: 1)
      ),
      (
        "<!-- incident:begin a -->\r\n<!-- incident:begin a -->\r\n<!-- incident:end a -->\r\n", 2,
        .nested(name: "a", within: "a", line: 1)
      ),
      ("<!-- incident:begin a -->\n<!-- incident:end b -->\n", 2, .crossing(name: "b", open: "a", line: 1)),
      ("<!-- incident:begin a --> words\n<!-- incident:end a -->\n", 1, .malformed),
      ("<!-- incident:begin a 12 -->\n<!-- incident:end a -->\n", 1, .malformed),
      ("<!-- incident:begin -->\n", 1, .malformed),
      ("<!--incident:begin a-->\n", 1, .malformed),
      ("\n  <!-- incident:start a -->\n", 2, .malformed),
    ])
  func broken(text: String, line: Int, kind: RegionProblem.Kind) throws {
    let fresh = try GeneratedDocument(rendered: Self.newer)
    #expect(throws: RegionProblem(line: line, kind: kind)) { try RegionRefresh(Array(text.utf8), with: fresh) }
  }

  @Test("takes nothing for a marker that has not a line to itself")
  func noMarkers() throws {
    let text = "see `<!-- incident:begin a -->`\n> <!-- incident:begin a -->\n<!-- a comment\nincident:begin a -->\n<\n"
    let (result, kinds) = try refresh(text)
    #expect(result == text && kinds == [.removedByHand])
  }

  @Test("refuses a template that says two things under one name")
  func ambiguous() throws {
    let twice = "<!-- incident:begin a -->\n1\n<!-- incident:end a -->\n"
    #expect(throws: Never.self) { try GeneratedDocument(rendered: twice + twice) }
    #expect(throws: RegionProblem(line: 4, kind: .ambiguous(name: "a"))) {
      try GeneratedDocument(rendered: twice + twice.replacing("1", with: "2"))
    }
  }
}
