import IncidentCore
import JSONTree
import Testing

@Suite struct ServiceObjectiveTests {
  @Test(
    "a percentage is exact to its sixth decimal",
    arguments: [
      ("99.9", 99_900_000, "99.9"), ("99.95", 99_950_000, "99.95"), ("99", 99_000_000, "99"),
      ("99.999999", 99_999_999, "99.999999"), ("0.000001", 1, "0.000001"), ("99.90", 99_900_000, "99.9"),
      ("5", 5_000_000, "5"), ("99.050000", 99_050_000, "99.05"),
    ])
  func reads(text: String, millionths: Int, description: String) throws {
    let objective = try #require(JSONNumber(text).flatMap(Objective.init(_:)))
    #expect(objective.millionths == millionths && objective.description == description)
  }

  @Test(
    "anything that promises nothing, everything or less than can be said is refused",
    arguments: ["0", "0.0", "100", "100.0", "-1", "-0", "99.9999999", "99.9000000", "9.99e1", "1e400", "999"])
  func refuses(text: String) throws {
    #expect(Objective(try #require(JSONNumber(text))) == nil)
  }

  @Test(
    "what may be spent is the rest of the window",
    arguments: [("99.9", 2_592_000, 2_592), ("99.99", 2_592_000, 259), ("99.95", 31_622_400, 15_811), ("50", 0, 0)])
  func allowed(text: String, seconds: Int, allowed: Int) throws {
    let objective = try #require(JSONNumber(text).flatMap(Objective.init(_:)))
    #expect(objective.allowedSeconds(of: seconds) == allowed)
  }

  @Test(
    "a window is whole days up to a year, or the month",
    arguments: [
      ("30d", .rolling(days: 30)), ("4w", .rolling(days: 28)), ("720h", .rolling(days: 30)),
      ("1 day", .rolling(days: 1)),
      ("366d", .rolling(days: 366)), ("month", .month), ("0d", nil), ("367d", nil), ("36h", nil), ("30", nil),
      ("", nil),
      ("year", nil), ("Month", nil),
    ] as [(String, ObjectiveWindow?)])
  func windows(text: String, window: ObjectiveWindow?) {
    #expect(ObjectiveWindow(text) == window)
    if let window { #expect(ObjectiveWindow(window.text) == window) }
  }
}
