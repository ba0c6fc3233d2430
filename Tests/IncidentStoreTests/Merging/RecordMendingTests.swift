import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct RecordMendingTests {
  private static let id = IncidentID("INC-20261120-7QK4")

  private static func event(_ milliseconds: UInt64, _ body: EventBody) throws -> Event {
    var random = RandomRecords(seed: milliseconds)
    return Event(
      id: EventID(milliseconds: 1_795_214_829_000 + milliseconds, random: &random),
      at: try #require(Timestamp(canonical: "2026-11-20T22:47:09Z")), by: "dana", body: body)
  }

  private static func note(_ milliseconds: UInt64, _ text: String) throws -> Event {
    try event(milliseconds, .noted(Noted(message: text)))
  }

  private static func incident(_ milliseconds: UInt64 = 0, _ more: Event...) throws -> Incident {
    let declared = try event(milliseconds, .declared(Declared(title: "T\(milliseconds)", severity: .sev2)))
    return try Incident(id: try #require(id), events: [declared] + more)
  }

  @Test("forks become one, in canonical bytes, whichever side is which and with any base")
  func one() throws {
    let sides = [try Self.incident(0, Self.note(1, "one")), try Self.incident(0, Self.note(2, "two"))]
    let both = RecordCodec.encode(try Self.incident(0, Self.note(1, "one"), Self.note(2, "two")))
    let bytes = sides.map(RecordCodec.encode)
    for base in [nil, [], RecordCodec.encode(try Self.incident()), Array("<<<<<<< broken".utf8), bytes[0]] {
      #expect(try RecordMending(base: base, ours: bytes[0], theirs: bytes[1]) == .one(both))
      #expect(try RecordMending(base: base, ours: bytes[1], theirs: bytes[0]) == .one(both))
    }
  }

  @Test("what one side removed stays")
  func removed() throws {
    let bytes = RecordCodec.encode(try Self.incident())
    #expect(try RecordMending(base: nil, ours: bytes, theirs: nil) == .one(bytes))
    #expect(try RecordMending(base: bytes, ours: nil, theirs: bytes) == .one(bytes))
    #expect(throws: RecordMergeFailure.self) { try RecordMending(base: bytes, ours: nil, theirs: nil) }
  }

  @Test("markers that were committed are taken apart and mended")
  func markers() throws {
    let plain = String(decoding: RecordCodec.encode(try Self.incident()), as: UTF8.self)
    let whole = String(
      decoding: RecordCodec.encode(try Self.incident(0, Self.note(1, "one"), Self.note(2, "two"))), as: UTF8.self)
    let lines = whole.split(separator: "\n").map(String.init)
    let notes = lines.filter { $0.contains("noted") }
    let last = try #require(plain.split(separator: "\n").last { $0.contains("declared\"") })
    let conflicted =
      "<<<<<<< HEAD\n\(last),\n\(notes[0].dropLast())\n=======\n\(last),\n\(notes[1])\n>>>>>>> topic"
    let text = plain.replacing(last, with: conflicted)
    #expect(try RecordMending(Array(text.utf8)) == .one(Array(whole.utf8)))
    #expect(try RecordMending(Array(plain.utf8)) == nil)
  }

  @Test("of two incidents under one id the first declared keeps it, and every clone renames the other alike")
  func two() throws {
    let (first, second) = (try Self.incident(3), try Self.incident(4))
    let mendings = try [(first, second), (second, first)].map { ours, theirs in
      try RecordMending(base: nil, ours: RecordCodec.encode(ours), theirs: RecordCodec.encode(theirs))
    }
    #expect(mendings[0] == mendings[1])
    guard case .two(let kept, let other) = mendings[0] else {
      Issue.record("\(mendings[0])")
      return
    }
    #expect(kept == RecordCodec.encode(first))
    let ids = other.alternativeIDs
    #expect(ids.count == 4 && Set(ids).count == 4 && ids.allSatisfy { $0.text.hasPrefix("INC-20261120-") })
    let renamed = try other.renamed(to: ids[0])
    #expect(renamed.id == ids[0] && renamed.events == second.events && renamed.sharesDeclaration(with: second))
    #expect(try RecordCodec.decode(RecordCodec.encode(renamed), named: ids[0]) == renamed)
  }

  @Test("what both sides changed by hand is left to people, and a side that is no record is named")
  func failures() throws {
    let bytes = RecordCodec.encode(try Self.incident(0, Self.note(1, "one")))
    let edited = { (word: String) in
      Array(String(decoding: bytes, as: UTF8.self).replacing("\"one\"", with: "\"\(word)\"").utf8)
    }
    #expect(throws: RecordMergeFailure.self) {
      try RecordMending(base: bytes, ours: edited("two"), theirs: edited("three"))
    }
    #expect(try RecordMending(base: bytes, ours: edited("two"), theirs: bytes) == .one(edited("two")))
    do {
      _ = try RecordMending(base: nil, ours: bytes, theirs: Array("{".utf8))
      Issue.record("mended")
    } catch {
      guard case .unreadable(.theirs, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
