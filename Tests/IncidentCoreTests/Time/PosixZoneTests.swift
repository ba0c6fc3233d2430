import Testing

@testable import IncidentCore

@Suite struct PosixZoneTests {
  @Test("the rules say what Python makes of them", arguments: ZoneTable.posixOffsets)
  func table(text: String, pairs: String) throws {
    let rules = try #require(TimeZoneRules(posix: text))
    for (moment, offset) in ZoneTable.pairs(pairs) {
      #expect(rules.offset(at: try #require(Timestamp(seconds: moment))) == offset, "\(text) at \(moment)")
    }
  }

  static let known: [(text: String, moment: String, offset: Int)] = [
    ("UTC0", "2026-07-01T00:00:00Z", 0),
    ("JST-9", "2026-07-01T00:00:00Z", 32_400),
    ("<-00>0", "2026-07-01T00:00:00Z", 0),
    ("XYZ24:59:59", "2026-07-01T00:00:00Z", -89_999),
    // Summer time all year, RFC 9636, section 3.3.1 and POSIX's own way to write it.
    ("XXX3EDT4,0/0,J365/23", "2026-01-01T00:00:00Z", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59:59Z", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2027-01-01T03:30:00Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2026-12-31T23:59:59Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2027-01-01T05:00:00Z", -14_400),
    // RFC 9636, section 3.3.1: Godthåb as it was announced, at 22:00 of the day before the last Sunday in March.
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -10_800),
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7_200),
    // RFC 9636, section 3.3.1: Israel, 26 hours after the Thursday's midnight.
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", 7_200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10_800),
    // A leap day: J60 is always 1 March, 59 is 29 February where there is one.
    ("AAA0BBB,J60/0,J300", "2028-02-29T23:59:59Z", 0),
    ("AAA0BBB,J60/0,J300", "2028-03-01T00:00:00Z", 3_600),
    ("AAA0BBB,59/0,J300", "2028-02-29T00:00:00Z", 3_600),
    ("AAA0BBB,59/0,J300", "2027-02-28T23:59:59Z", 0),
    ("AAA0BBB,59/0,J300", "2027-03-01T00:00:00Z", 3_600),
    // Days from 0, as glibc counts them; Python 3.11 takes them for days from 1.
    ("AAA-3BBB,59/1,299", "2026-02-28T21:59:59Z", 10_800),
    ("AAA-3BBB,59/1,299", "2026-02-28T22:00:00Z", 14_400),
    ("AAA-3BBB,59/1,299", "2026-10-26T21:59:59Z", 14_400),
    ("AAA-3BBB,59/1,299", "2026-10-26T22:00:00Z", 10_800),
    // Rules that reach into the years beside theirs.
    ("AAA0BBB,J1/-167,J100", "2025-12-25T01:00:00Z", 3_600),
    ("AAA0BBB,J1/-167,J100", "2025-12-25T00:59:59Z", 0),
    ("AAA0BBB,J300,J365/167", "2027-01-06T21:59:59Z", 3_600),
    ("AAA0BBB,J300,J365/167", "2027-01-06T22:00:00Z", 0),
  ]

  @Test("rules with known answers", arguments: known)
  func knownAnswers(text: String, moment: String, offset: Int) throws {
    let rules = try #require(TimeZoneRules(posix: text))
    #expect(rules.offset(at: time(moment)) == offset)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "U0", "UT0", "UTC", "UTC0 ", " UTC0", "UTC+", "UTC25", "UTC1:60", "UTC1:2:60", "UTC1:", "<UTC0", "<U>0",
      "<+1 2>0", "EST5EDT", "EST5EDT4", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
      "EST5EDT,M0.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
      "EST5EDT,M3.2,M11.1.0", "EST5EDT,J0,J365", "EST5EDT,J1,J366", "EST5EDT,1,366", "EST5EDT,M3.2.0/168,M11.1.0",
      "EST5EDT,M3.2.0/-168,M11.1.0", "EST5EDT,M3.2.0/,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,M3.2.0,M11.1.0x",
      "Ünï0", ":Europe/Berlin", "Europe/Berlin", "EST99999999999999999999", "UTC\u{0}0",
      "<" + String(repeating: "A", count: 200) + ">0",
    ])
  func refused(text: String) {
    #expect(TimeZoneRules(posix: text) == nil)
  }

  @Test("changes that are listed are all there are, whatever the rules", arguments: [11, 12, 13] as [UInt64])
  func changesAreAll(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let text =
        "AAA\(Self.hours(24, &random))BBB\(Self.hours(24, &random)),\(Self.rule(&random)),\(Self.rule(&random))"
      let zone = try #require(PosixZone(text), "seed \(seed): \(text)")
      let first = Int.random(in: 0...4_000_000_000, using: &random)
      let last = first + Int.random(in: 1...1_200, using: &random) * 86_400
      let changes = zone.changes(after: first, before: last)
      #expect(changes == changes.sorted() && changes.allSatisfy { $0 > first && $0 < last })
      var known = first
      for change in changes + [last] {
        // Between two changes one offset holds.
        let offset = zone.offset(at: known)
        for moment in stride(from: known, to: change, by: 7_201) {
          #expect(zone.offset(at: moment) == offset, "seed \(seed): \(text) at \(moment)")
        }
        if change > known { #expect(zone.offset(at: change - 1) == offset, "seed \(seed): \(text) before \(change)") }
        known = change
      }
    }
  }

  private static func hours(_ limit: Int, _ random: inout SeededRandom) -> String {
    let hours = Int.random(in: -limit...limit, using: &random)
    return random.once(in: 3) ? "\(hours):30:15" : "\(hours)"
  }

  private static func rule(_ random: inout SeededRandom) -> String {
    let day =
      switch Int.random(in: 0...2, using: &random) {
      case 0: "J\(Int.random(in: 1...365, using: &random))"
      case 1: "\(Int.random(in: 0...365, using: &random))"
      default:
        "M\(Int.random(in: 1...12, using: &random)).\(Int.random(in: 1...5, using: &random))"
          + ".\(Int.random(in: 0...6, using: &random))"
      }
    return random.once(in: 3) ? day : day + "/" + hours(167, &random)
  }
}
