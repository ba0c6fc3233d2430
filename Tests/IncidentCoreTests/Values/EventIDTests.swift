import IncidentCore
import Testing

@Suite struct EventIDTests {
  @Test(
    "reads the millisecond out of a ULID",
    arguments: [
      // The example of the specification, and the ends of the range.
      ("01ARZ3NDEKTSV4RRFFQ69G5FAV", 1_469_922_850_259),
      ("01BX5ZZKBKACTAV9WEVGEMMVRZ", 1_508_808_576_371),
      ("00000000000000000000000000", 0),
      ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", 281_474_976_710_655),
    ])
  func milliseconds(text: String, expected: UInt64) {
    #expect(EventID(text)?.milliseconds == expected)
  }

  @Test(
    "refuses what is not the canonical form of 128 bits",
    arguments: [
      "", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVV",
      "01arz3ndektsv4rrffq69g5fav", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5FAI",
      "01ARZ3NDEKTSV4RRFFQ69G5FAL", "O1ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5F-V",
      "01ARZ3NDEKTSV4RRFFQ69G5\u{212A}",
    ])
  func refused(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test("a new one is valid and says when it was made")
  func new() {
    var random = SeededRandom(seed: 2)
    for milliseconds: UInt64 in [0, 1, 31, 32, 1_795_214_820_123, 1 << 48 - 1] {
      let id = EventID(milliseconds: milliseconds, random: &random)
      #expect(EventID(id.text) == id)
      #expect(id.milliseconds == milliseconds)
    }
    let id = EventID(milliseconds: 1_795_214_820_999, random: &random)
    #expect(id.recorded == time("22:47"))
    #expect(EventID(milliseconds: .max, random: &random).milliseconds == 1 << 48 - 1)
  }

  @Test("ids sort by when they were made, whatever chance says")
  func order() {
    var random = SeededRandom(seed: 3)
    let ids = (0..<500).map { EventID(milliseconds: 1_795_214_820_000 + $0, random: &random) }
    #expect(ids.shuffled(using: &random).sorted() == ids, "seed 3")
  }

  @Test("what is made in one millisecond, or by a clock up to a second behind, sorts after what was there")
  func monotonic() {
    var random = SeededRandom(seed: 4)
    var last = EventID(milliseconds: 1_795_214_820_500, random: &random)
    for back: UInt64 in (0..<1_000).map({ $0 % 500 }) {
      let next = EventID(milliseconds: 1_795_214_820_500 - back, after: last, random: &random)
      #expect(last < next, "seed 4")
      #expect(next.milliseconds == 1_795_214_820_500, "seed 4")
      last = next
    }
  }

  @Test("a clock that was far ahead is not followed")
  func farAhead() {
    var random = SeededRandom(seed: 4)
    let ahead = EventID(milliseconds: 1_795_214_821_000, random: &random)
    let next = EventID(milliseconds: 1_795_214_820_000, after: ahead, random: &random)
    #expect(next.milliseconds == 1_795_214_820_000)
  }

  @Test("two clones that go on from one event in the same millisecond take different ids")
  func forks() {
    var random = SeededRandom(seed: 6)
    let last = EventID(milliseconds: 1_795_214_820_000, random: &random)
    let ours = EventID(milliseconds: 1_795_214_820_000, after: last, random: &random)
    let theirs = EventID(milliseconds: 1_795_214_820_000, after: last, random: &random)
    #expect(ours != theirs, "seed 6")
    #expect(last < ours && last < theirs, "seed 6")
  }

  @Test("where a millisecond has no ids left, the next one's follow")
  func exhaustion() throws {
    var random = SeededRandom(seed: 7)
    let last = try #require(EventID("01KAHZZZZZZZZZZZZZZZZZZZZZ"))
    let next = EventID(milliseconds: last.milliseconds, after: last, random: &random)
    #expect(last < next, "seed 7")
    #expect(next.milliseconds == last.milliseconds + 1, "seed 7")
    let carried = try #require(EventID("01KAH000000000ZZZZZZZZZZZZ"))
    #expect(carried < EventID(milliseconds: carried.milliseconds, after: carried, random: &random), "seed 7")
  }
}
