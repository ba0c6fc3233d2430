import IncidentCore
import Testing

@Suite struct TimestampTests {
  @Test(
    "reads RFC 3339 into UTC seconds",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("1969-12-31T23:59:59Z", -1),
      ("2026-11-20T22:47:00Z", 1_795_214_820),
      ("2026-11-20t22:47:00z", 1_795_214_820),
      ("2026-11-20 22:47:00Z", 1_795_214_820),
      ("2026-11-20T22:47Z", 1_795_214_820),
      ("2026-11-20T23:47:00+01:00", 1_795_214_820),
      ("2026-11-21T04:32:00+05:45", 1_795_214_820),
      ("2026-11-20T17:17:00-0530", 1_795_214_820),
      ("2026-11-20T22:47:00-00:00", 1_795_214_820),
      ("2026-11-20T22:47:00.999Z", 1_795_214_820),
      ("2026-11-20T22:47:00.5+00:00", 1_795_214_820),
      ("2024-02-29T12:00:00Z", 1_709_208_000),
      ("2000-02-29T00:00:00Z", 951_782_400),
      ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("9999-12-31T23:59:59+23:59", 253_402_214_459),
      // RFC 3339, section 5.8.
      ("1985-04-12T23:20:50.52Z", 482_196_050),
      ("1996-12-19T16:39:57-08:00", 851_042_397),
      ("1937-01-01T12:00:27.87+00:20", -1_041_337_173),
    ])
  func rfc3339(text: String, seconds: Int) {
    #expect(Timestamp(rfc3339: text)?.seconds == seconds)
  }

  @Test(
    "refuses what is no moment",
    arguments: [
      "", "2026-11-20", "2026-11-20T22:47:00", "2026-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z", "2026-13-10T00:00:00Z", "2026-11-00T00:00:00Z",
      "2026-11-20T24:00:00Z", "2026-11-20T22:60:00Z", "2026-11-20T22:47:60Z", "2016-12-31T23:59:60Z",
      "2026-11-20T22:47:00.Z", "2026-11-20T22:47:00+24:00", "2026-11-20T22:47:00+01:60", "2026-11-20T22:47:00+1:00",
      "2026-11-20T22:47:00Z ", " 2026-11-20T22:47:00Z", "2026-11-20T22:47:00ZZ", "26-11-20T22:47:00Z",
      "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "12026-11-20T22:47:00Z",
      "2026-11-20T22:47:00\u{2212}01:00", "２０26-11-20T22:47:00Z", "2026-11-20T22:47:00Z\u{0}", "+2026-11-20T22:47:00Z",
      "2026-11-20T-1:47:00Z", "2026-11-20T22:4:00Z", "2026-11-20T22:47:0Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(
    "a record holds one form only",
    arguments: [
      "2026-11-20t22:47:00Z", "2026-11-20T22:47:00z", "2026-11-20 22:47:00Z", "2026-11-20T22:47Z",
      "2026-11-20T22:47:00+00:00", "2026-11-20T22:47:00.0Z", "2026-11-20T2:47:00.1Z", "2026-11-20T2:47:00Z",
      "2026-11-20T22:47:00", "2026-02-30T22:47:00Z", "",
    ])
  func canonical(text: String) {
    #expect(Timestamp(canonical: text) == nil)
  }

  @Test("what is printed is read back, at random moments and at both ends")
  func roundTrip() {
    var random = SeededRandom(seed: 33)
    var all = [Timestamp.range.lowerBound, Timestamp.range.upperBound, 0, -1, 86_399, 86_400, -86_400, -86_401]
    for _ in 0..<3_000 { all.append(.random(in: Timestamp.range, using: &random)) }
    for seconds in all {
      let moment = Timestamp(seconds: seconds)
      let text = moment?.description ?? ""
      #expect(Timestamp(canonical: text) == moment, "\(seconds) printed as \(text), seed 33")
      #expect(moment.flatMap { Timestamp(date: $0.date)?.adding($0.secondOfDay) } == moment, "\(seconds), seed 33")
    }
  }

  @Test("there is none outside the years 1 to 9999, and sums stay inside")
  func bounds() {
    let first = time("0001-01-01T00:00:00Z")
    let last = time("9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: first.seconds - 1) == nil)
    #expect(Timestamp(seconds: last.seconds + 1) == nil)
    #expect(first.adding(-1) == first)
    #expect(last.adding(1) == last)
    #expect(first.adding(.min) == first)
    #expect(last.adding(.max) == last)
    #expect(first.adding(.max) == last)
    #expect(last.adding(.min) == first)
    #expect(first.adding(last.seconds(since: first)) == last)
  }

  @Test("clock times have two digits, with and without seconds")
  func clock() {
    #expect(time("02:07:09").clock() == "02:07")
    #expect(time("02:07:09").clock(withSeconds: true) == "02:07:09")
    #expect(time("0033-01-01T00:00:00Z").description == "0033-01-01T00:00:00Z")
  }

  @Test("a fraction may have any number of digits")
  func longFraction() {
    let fraction = String(repeating: "9", count: 40)
    #expect(Timestamp(rfc3339: "2026-11-20T22:47:00.\(fraction)Z") == time("22:47"))
  }
}
