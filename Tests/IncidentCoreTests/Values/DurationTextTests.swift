import Testing

@testable import IncidentCore

@Suite("Duration text")
struct DurationTextTests {
  @Test(
    "says two units at most, and seconds only below ten minutes",
    arguments: [
      (-5, "0 s", "0s"), (0, "0 s", "0s"), (45, "45 s", "45s"), (59, "59 s", "59s"), (60, "1 min", "1m"),
      (90, "1 min 30 s", "1m30s"), (312, "5 min 12 s", "5m12s"), (599, "9 min 59 s", "9m59s"), (600, "10 min", "10m"),
      (1439, "23 min", "23m"), (2700, "45 min", "45m"), (3599, "59 min", "59m"), (3600, "1 h", "1h"),
      (4980, "1 h 23 min", "1h23m"), (86_399, "23 h 59 min", "23h59m"), (86_400, "1 d", "1d"),
      (183_600, "2 d 3 h", "2d3h"), (31_536_000, "365 d", "365d"),
    ])
  func text(seconds: Int, long: String, compact: String) {
    #expect(DurationText.long(seconds: seconds) == long)
    #expect(DurationText.compact(seconds: seconds) == compact)
  }

  @Test("holds for every number", arguments: [Int.min, Int.max])
  func bounds(seconds: Int) {
    #expect(DurationText.long(seconds: seconds).first?.isNumber == true)
  }
}
