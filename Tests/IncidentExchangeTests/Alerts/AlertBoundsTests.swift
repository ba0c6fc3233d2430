import IncidentCore
import Testing

@testable import IncidentExchange

@Suite struct AlertBoundsTests {
  @Test("a line is cut at a character, with an ellipsis")
  func lines() {
    #expect(AlertText.line("abc", most: 3) == "abc")
    #expect(AlertText.line("abcd", most: 3) == "ab…")
    #expect(AlertText.line("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", most: 2) == "👩‍👩‍👧‍👦…")
    #expect(AlertText.line(" a\u{0}\r\n\tb \u{2028}\u{85}c\u{1b} ", most: 10) == "a b c")
    for blank in ["", " ", "\u{200B}", "\u{3164}\u{FEFF}", "\n\u{0}"] {
      #expect(AlertText.line(blank, most: 10) == nil)
      #expect(AlertText.lines(blank, most: 10) == nil)
    }
  }

  @Test("a character of countless marks is no way around a bound")
  func marks() throws {
    let tower = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(AlertText.line(tower, most: 300) == "…")
    let after = try #require(AlertText.line("before " + tower, most: 300))
    #expect(after == "before …")
    #expect(AlertText.lines(tower + tower, most: 300) == "…")
  }

  @Test("lines of their own stay, other control characters do not")
  func paragraphs() {
    #expect(AlertText.lines("\r\n a\r\nb\rc\td\u{7}e\u{2029}f \n\n", most: 40) == "a\nb\nc\td e\nf")
    #expect(AlertText.lines("abcdef", most: 4) == "abc…")
  }

  @Test("what is named in capitals or with bars becomes words")
  func words() {
    #expect(AlertText.words("CustomAction") == "custom action")
    #expect(AlertText.words("status_update-published") == "status update published")
    #expect(AlertText.words("SNSFailed2Times") == "snsfailed2 times")
    #expect(AlertText.words("") == "")
  }

  @Test("a notice keeps within its bounds, whatever the message has")
  func notice() throws {
    let long = String(repeating: "long words ", count: 1_000)
    var labels = (0..<200).map { "\"label\($0)\": \"v\"" }
    labels += [#""\#(long)": "\#(long)""#, #""severity": "page""#, #""alertname": "A""#, #""zone": null"#]
    let text = #"""
      {"title": "\#(long)", "description": "\#(long)", "severity": "\#(long)", "service": "\#(long)", "by": "\#(long)",
       "key": "\#(long)", "fingerprint": "\#(long)", "name": "\#(long)", "labels": {\#(labels.joined(separator: ","))},
       "url": "https://x.org/\#(String(repeating: "a", count: 2_000))", "links": [\#(Array(repeating: 0, count: 99).indices
         .map { "\"https://x.org/\($0)\"" }.joined(separator: ","))]}
      """#
    let notice = try IncidentExchangeTests.notice(text)
    #expect(notice.title.count == AlertBounds.title)
    #expect(notice.title.hasSuffix("…"))
    #expect(notice.summary?.count == AlertBounds.summary)
    for word in [notice.severity, notice.service, notice.by, notice.name] { #expect(word?.count == AlertBounds.word) }
    #expect(notice.key.hasPrefix("sha256:"))
    #expect(notice.fingerprints.allSatisfy { $0.utf8.count == 71 })
    #expect(notice.labels.count == AlertBounds.labels)
    #expect(notice.labels.map(\.name) == notice.labels.map(\.name).sorted())
    #expect(notice.labels.contains { $0.name == "severity" }, "what alerts are graded by stays")
    #expect(notice.labels.contains { $0.name == "alertname" })
    #expect(notice.links.count == AlertBounds.links)
    #expect(notice.links.first?.url == "https://x.org/0", "a cut address would lead nowhere")
  }

  @Test("names of labels are cut, and a long value too")
  func labels() {
    let long = String(repeating: "n", count: 600)
    let labels = AlertLabels.bounded([(long, long), ("b", "1"), ("b", "2"), ("a", " "), (" ", "x")])
    #expect(labels.map(\.name.count) == [1, AlertBounds.labelName])
    #expect(labels[0].value == "1", "the first of two counts")
    #expect(labels[1].value.count == AlertBounds.labelValue)
  }

  @Test("of many fingerprints a hundred are kept, each once")
  func fingerprints() throws {
    let alerts = (0..<300).map { #"{"status": "firing", "fingerprint": "f\#($0 / 2)"}"# }.joined(separator: ",")
    let notice = try IncidentExchangeTests.notice(#"{"receiver": "r", "groupKey": "k", "alerts": [\#(alerts)]}"#)
    #expect(notice.fingerprints.count == AlertNotice.mostFingerprints)
    #expect(notice.fingerprints.first == "f0")
    #expect(notice.fingerprints.last == "f99")
    #expect(notice.firing == 300)
  }

  @Test(
    "what is no address on the web is no link",
    arguments: [
      "", "x", "ftp://a.org", "javascript:alert(1)", "http:/a.org", "https://", "https:///path", "http://a.org/a b",
      "http://a.org/\u{202e}x", "http://a.org/\n", "http://a.org/\">", "http://a.org/`x`", "data:text/html,x",
      "//a.org",
      "http://a.org/\u{0}", "https://?x",
    ])
  func addresses(text: String) {
    let isTrimmed = text == "http://a.org/\n"
    #expect(AlertLinks.address(text) == (isTrimmed ? "http://a.org/" : nil))
  }

  @Test("a large payload takes no more than its share of time")
  func large() throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for count in [10_000, 100_000, 10_000] {
      let bytes = Self.group(of: count)
      var firing = 0
      times.append(try clock.measure { firing = try #require(try AlertPayload.read(bytes).notices.first).firing })
      #expect(firing == count)
    }
    print("alerts in a group of 10,000, 100,000 and 10,000: \(times)")
    // Ten times the alerts; quadratic would be a hundred times.
    #expect(times[1] < max(times[0], times[2]) * 40)
    #expect(times[1] < .seconds(60), "3 s in a debug build; the rest is for a busy machine")
  }

  @Test("much of one text, one list, many labels ends soon")
  func much() {
    let clock = ContinuousClock()
    let labels = (0..<50_000).map { "\"l\($0)\":\"\($0)\"" }.joined(separator: ",")
    for (name, text) in [
      ("title", #"{"title": "\#(String(repeating: "ab é\\n ", count: 200_000))"}"#),
      ("spaces", #"{"title": "\#(String(repeating: " ", count: 2_000_000))x"}"#),
      ("list", #"{"title": "x", "links": [\#(String(repeating: "0,", count: 500_000))0]}"#),
      ("labels", #"{"receiver": "r", "alerts": [{"labels": {\#(labels)}}, {"labels": {\#(labels)}}]}"#),
    ] {
      let bytes = Array(text.utf8)
      let time = clock.measure { #expect(throws: Never.self) { try AlertPayload.read(bytes) } }
      print("\(name): \(bytes.count) bytes in \(time)")
      #expect(time < .seconds(30))
    }
  }

  private static func group(of count: Int) -> [UInt8] {
    let alerts = (0..<count).map {
      #"{"status":"firing","labels":{"alertname":"A","instance":"i\#($0)"},"annotations":{"summary":"s"},"#
        + #""startsAt":"2026-11-20T22:41:00.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"\#($0)"}"#
    }
    return Array(#"{"version":"4","groupKey":"k","status":"firing","alerts":[\#(alerts.joined(separator: ","))]}"#.utf8)
  }
}
