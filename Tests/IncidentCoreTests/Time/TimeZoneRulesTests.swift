import Foundation
import IncidentCore
import Testing

/// What clocks show, held against Python's `zoneinfo` and against the machine's own database.
@Suite struct TimeZoneRulesTests {
  @Test("every moment has the offset that Python finds", arguments: ZoneTable.offsets)
  func offsets(zone: String, pairs: String) throws {
    let rules = try Self.rules(zone)
    let pairs = ZoneTable.pairs(pairs)
    #expect(pairs.count >= 11)
    for (moment, offset) in pairs {
      #expect(rules.offset(at: try #require(Timestamp(seconds: moment))) == offset, "\(zone) at \(moment)")
    }
  }

  @Test("a time by the clock is the moment that Python finds, in gaps and overlaps too", arguments: ZoneTable.walls)
  func walls(zone: String, pairs: String) throws {
    let rules = try Self.rules(zone)
    for (wall, moment) in ZoneTable.pairs(pairs) {
      let read = try #require(Timestamp(seconds: wall))
      let local = try #require(LocalTime(date: read.date, secondOfDay: read.secondOfDay))
      #expect(rules.timestamp(of: local).seconds == moment, "\(zone) at \(local)")
    }
  }

  @Test("the table is as large as it should be")
  func tableSize() {
    let count = ZoneTable.offsets.reduce(0) { $0 + ZoneTable.pairs($1.pairs).count }
    #expect(count >= 300 && ZoneTable.offsets.count >= 12)
  }

  @Test("a gap is passed over by its length, and of two the first is meant")
  func gapAndOverlap() throws {
    let berlin = try Self.rules("Europe/Berlin")
    func moment(_ date: String, _ hour: Int, _ minute: Int = 0) throws -> String {
      let date = try #require(CivilDate(date))
      let local = try #require(LocalTime(date: date, secondOfDay: hour * 3_600 + minute * 60))
      return berlin.timestamp(of: local).description
    }
    #expect(try moment("2026-03-29", 1, 59) == "2026-03-29T00:59:00Z")
    #expect(try moment("2026-03-29", 2) == "2026-03-29T01:00:00Z")
    #expect(try moment("2026-03-29", 2, 30) == "2026-03-29T01:30:00Z")
    #expect(try moment("2026-03-29", 3) == "2026-03-29T01:00:00Z")
    #expect(try moment("2026-10-25", 2, 30) == "2026-10-25T00:30:00Z")
    #expect(try moment("2026-10-25", 3) == "2026-10-25T02:00:00Z")
    #expect(berlin.local(time("2026-10-25T01:30:00Z")).description == "2026-10-25 02:30")
  }

  @Test("in Samoa there was no 30 December 2011")
  func skippedDay() throws {
    let apia = try Self.rules("Pacific/Apia")
    let before = time("2011-12-30T09:59:59Z")
    #expect(apia.local(before).description == "2011-12-29 23:59:59")
    #expect(apia.local(before.adding(1)).description == "2011-12-31 00:00")
    let skipped = try #require(CivilDate("2011-12-30").flatMap { LocalTime(date: $0) })
    #expect(apia.timestamp(of: skipped) == before.adding(1))
  }

  @Test("what the clock shows leads back to the moment, but for the second time of two", arguments: ZoneSamples.names)
  func roundTrip(zone: String) throws {
    let rules = try Self.rules(zone)
    let seed = zone.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let moment = try #require(Timestamp(seconds: Int.random(in: -3_000_000_000...12_000_000_000, using: &random)))
      let back = rules.timestamp(of: rules.local(moment))
      #expect(rules.local(back) == rules.local(moment), "seed \(seed), \(zone) at \(moment)")
      #expect(back <= moment && moment.seconds(since: back) <= 86_400, "seed \(seed), \(zone) at \(moment)")
      if back != moment {
        #expect(rules.offset(at: back) > rules.offset(at: moment), "seed \(seed), \(zone) at \(moment)")
      }
    }
  }

  @Test("at the ends of time nothing breaks")
  func ends() throws {
    let first = try #require(Timestamp(seconds: Timestamp.range.lowerBound))
    let last = try #require(Timestamp(seconds: Timestamp.range.upperBound))
    for zone in ZoneSamples.names {
      let rules = try Self.rules(zone)
      for moment in [first, last] {
        #expect(Timestamp.range.contains(rules.timestamp(of: rules.local(moment)).seconds))
      }
    }
    #expect(TimeZoneRules.utc.local(last).description == "9999-12-31 23:59:59")
  }

  @Test(
    "every zone of this machine is read, and agrees with Foundation from 1970 to 2037",
    .enabled(if: Self.hasDatabase, "no /usr/share/zoneinfo here"))
  func machine() throws {
    var random = SeededRandom(seed: 7)
    for name in TimeZone.knownTimeZoneIdentifiers {
      guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name) else { continue }
      let rules = try #require(TimeZoneRules(tzif: Array(data)), "\(name)")
      let foundation = try #require(TimeZone(identifier: name))
      for _ in 0..<20 {
        let second = Int.random(in: 0...2_145_916_800, using: &random)
        let expected = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
        #expect(rules.offset(at: try #require(Timestamp(seconds: second))) == expected, "\(name) at \(second), seed 7")
      }
    }
  }

  static let hasDatabase = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")

  static func rules(_ name: String) throws -> TimeZoneRules {
    let bytes = try #require(ZoneSamples.bytes(name), "\(name)")
    return try #require(TimeZoneRules(tzif: bytes), "\(name)")
  }
}
