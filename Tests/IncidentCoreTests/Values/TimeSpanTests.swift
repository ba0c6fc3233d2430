import IncidentCore
import Testing

@Suite struct TimeSpanTests {
  @Test(
    "reads numbers with units",
    arguments: [
      ("0s", 0), ("90s", 90), ("15m", 900), ("15 min", 900), ("1h30m", 5_400), ("1h 30m", 5_400), ("30m1h", 5_400),
      ("2 days", 172_800), ("1w", 604_800), ("72H", 259_200), ("1 hour 1 minute 1 second", 3_661), (" 3d ", 259_200),
      ("007m", 420), ("36525d", 3_155_760_000),
    ])
  func read(text: String, seconds: Int) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(
    "refuses anything else",
    arguments: [
      "", " ", "15", "m", "-15m", "+15m", "1.5h", "15x", "15mm", "1h30", "h1", "36526d", "999999999999999999w",
      "9999999999999999999s", "1h,30m", "１５m", "15ｍ",
    ])
  func refused(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(
    "prints the shortest exact form",
    arguments: [(0, "0s"), (59, "59s"), (900, "15m"), (5_400, "1h30m"), (259_200, "3d"), (90_061, "1d1h1m1s")])
  func printed(seconds: Int, text: String) {
    #expect(TimeSpan(seconds: seconds)?.description == text)
  }

  @Test("what is printed is read back")
  func law() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<3_000 {
      let span = TimeSpan(seconds: .random(in: 0...3_155_760_000, using: &random))
      #expect(span != nil && span.flatMap { TimeSpan($0.description) } == span, "\(String(describing: span)), seed 5")
    }
  }

  @Test("is never negative nor longer than a century")
  func bounds() {
    #expect(TimeSpan(seconds: -1) == nil)
    #expect(TimeSpan(seconds: 3_155_760_001) == nil)
    #expect(TimeSpan(seconds: .min) == nil)
  }
}
