import IncidentCore
import JSONTree
import Testing

@testable import IncidentExchange

@Suite struct AlertTimeTests {
  @Test(
    "a moment however it is written",
    arguments: [
      "2026-11-20T22:41:00Z", "2026-11-20t22:41:00z", "2026-11-20T22:41:00.1Z", "2026-11-20T22:41:00.123456789Z",
      "2026-11-20T22:41:00.123456789012345678901234567890Z", "2026-11-20T23:41:00+01:00", "2026-11-20T23:41:00.5+0100",
      "2026-11-20T15:41:00-07", "2026-11-20T15:41:00.000-07:00", "2026-11-21T04:11:00+0530", "2026-11-20 22:41:00",
      "2026-11-20T22:41:00", "2026-11-20 22:41:00 UTC", "2026-11-20T22:41:00,25Z", "2026-11-20 22:41:00 GMT",
      "2026-11-20 22:41:00.5 +0000 UTC m=+42208.25", "2026-11-20 22:41:00.5 +0000 UTC", " 2026-11-20T22:41:00Z\n",
      "2026-11-20 23:41:00 +01:00", "2026-11-20T22:41Z", "1795214460", "1795214460000", "1795214460000000",
      "1795214460000000000", "1795214460.75", "1.79521446e9", "1.79521446e12",
    ])
  func moments(text: String) throws {
    #expect(AlertTime.moment(.string(text))?.description == "2026-11-20T22:41:00Z")
    if let number = JSONNumber(text) {
      #expect(AlertTime.moment(.number(number))?.description == "2026-11-20T22:41:00Z")
    }
  }

  @Test(
    "what is no moment, and the zeros that stand for none",
    arguments: [
      "", " ", "never", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+02:00", "1970-01-01T00:00:00Z", "0", "-1", "41",
      "2026",
      "2026-11-20", "2026-02-30T00:00:00Z", "2026-11-20T25:00:00Z", "2026-11-20T22:41:60Z", "99999-01-01T00:00:00Z",
      "0000-01-01T00:00:00Z", "-2026-11-20T22:41:00Z", "2026-11-20T22:41:00 CET", "2026-11-20T22:41:00.Z",
      "2026-11-20T22:41:00+2", "1e400", "123456789012345678901234567890", "-9223372036854775808",
      "2026-11-20T22:41:00Z and more", "T", "2026-11-20T", "+00", "2026-11-20T22:41:00ZZ", "2026-11-20T22:41:0éZ",
    ])
  func none(text: String) {
    #expect(AlertTime.moment(.string(text)) == nil)
    if let number = JSONNumber(text) { #expect(AlertTime.moment(.number(number)) == nil) }
  }

  @Test("nothing else is a moment", arguments: [nil, .null, true, [], ["at": 1_795_214_460]] as [JSON?])
  func others(value: JSON?) {
    #expect(AlertTime.moment(value) == nil)
  }

  @Test("the last moment there is")
  func last() {
    #expect(AlertTime.moment(.string("9999-12-31T23:59:59Z"))?.description == "9999-12-31T23:59:59Z")
    #expect(AlertTime.moment(.string("9999-12-31T23:59:59-01:00")) == nil)
  }
}
