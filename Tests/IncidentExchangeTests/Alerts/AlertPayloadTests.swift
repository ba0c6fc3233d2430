import IncidentCore
import IncidentExchange
import Testing

@Suite struct AlertPayloadTests {
  @Test("every sample is told by what stands in it", arguments: expectedSources)
  func source(ofSample name: String, source: AlertSource) throws {
    let text = try #require(AlertSamples.all.first { $0.name == name }?.text)
    #expect(try AlertPayload.read(Array(text.utf8)).source == source)
  }

  private static let expectedSources: [(String, AlertSource)] = [
    ("alertmanager", .alertmanager), ("alertmanagerBare", .alertmanager), ("alertmanagerOld", .alertmanager),
    ("alertmanagerList", .alertmanager), ("grafana", .grafana), ("grafanaLegacy", .grafana),
    ("pagerDutyTriggered", .pagerduty), ("pagerDutyNote", .pagerduty), ("pagerDutyBatch", .pagerduty),
    ("pagerDutyFirst", .pagerduty), ("pagerDutyREST", .pagerduty), ("opsgenie", .opsgenie), ("datadog", .datadog),
    ("datadogDefault", .datadog), ("cloudWatch", .cloudwatch), ("cloudWatchEvent", .cloudwatch), ("sns", .cloudwatch),
    ("generic", .generic),
  ]

  @Test("no sample is left out of that")
  func everySample() {
    #expect(AlertSamples.all.map(\.name) == Self.expectedSources.map(\.0))
  }

  @Test("the digest is that of the bytes as they came")
  func digest() throws {
    let one = try AlertPayload.read(Array(#"{"title":"a"}"#.utf8))
    #expect(one.digest == "sha256:c66a6f9e3a6339f6c80c5fb40a9c15c11878e8aae519469861478ff8643b0f4f")
    #expect(try AlertPayload.read(Array(#"{"title": "a"}"#.utf8)).digest != one.digest)
  }

  @Test(
    "bytes that are no JSON in UTF-8 each have a sentence of their own, with the remedy",
    arguments: [
      ([], "the payload is empty: expected JSON"), (Array(" \n".utf8), "nothing but white space"),
      ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "UTF-16, expected UTF-8 JSON: `iconv -f UTF-16 -t UTF-8` converts it"),
      ([0xFE, 0xFF, 0, 0x7B, 0, 0x7D], "UTF-16, expected UTF-8 JSON"),
      ([0x7B, 0, 0x7D, 0], "is UTF-16LE, expected UTF-8"),
      ([0, 0x7B, 0, 0x7D], "is UTF-16BE, expected UTF-8"), ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "is UTF-32, expected"),
      ([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], "is UTF-32, expected"),
      ([0xEF, 0xBB, 0xBF] + Array(#"{"title":"a"}"#.utf8), "opens with a byte order mark"),
      ([0x1F, 0x8B, 8, 0], "is compressed, expected JSON: `gunzip` it first"), (Array("<html>".utf8), "HTML or XML"),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], sentence: String) throws {
    let problem = try problem(bytes)
    #expect(problem.message.contains(sentence), "\(problem.message)")
    #expect(problem.line == nil)
  }

  @Test(
    "what is wrong at a place says where",
    arguments: [
      (#"{"title": "a", "#, "the payload is cut off: the text ends too early", 1, 16),
      ("{\n\"title\": \"a", "the payload is cut off: the text ends too early", 2, 12),
      ("hello", "the payload is not JSON: \"hello\" is no JSON value", 1, 1),
      ("payload=%7B%22title", "the payload is not JSON: ", 1, 1),
      (#"{"title": 01}"#, "the payload is not JSON: ", 1, 11),
      (#"{"title": "a", "title": "b"}"#, #"the key "title" appears twice in this object"#, 1, 16),
      (#"{"title":"a"}{"title":"b"}"#, "more than one JSON value in the payload", 1, 14),
      (#"{"title": "\ud83d"}"#, "the surrogate \\ud83d stands alone", 1, 12),
      (String(repeating: "[", count: 600), "more than 512 arrays and objects", 1, 513),
    ])
  func places(text: String, sentence: String, line: Int, column: Int) throws {
    let problem = try problem(Array(text.utf8))
    #expect(problem.message.contains(sentence), "\(problem.message)")
    #expect(problem.line == line)
    #expect(problem.column == column)
    #expect(!problem.message.hasSuffix("."))
  }

  @Test("a NUL byte and a byte that is no UTF-8 are named")
  func damage() throws {
    let nul = try problem(Array("{\n\"title\": \"a\u{0}b\"}".utf8))
    #expect(nul.message.hasPrefix("a NUL byte"))
    #expect((nul.line, nul.column) == (2, 12))
    let latin = try problem(Array(#"{"title": "caf"#.utf8) + [0xE9] + Array(#""}"#.utf8))
    #expect(latin.message.hasPrefix("the payload is not UTF-8: the byte 0xE9"))
    #expect((latin.line, latin.column) == (1, 15))
  }

  @Test(
    "JSON that is no alert says what was expected and what was found",
    arguments: [
      (#"{"a": 1, "b": 2}"#, "found an object with the keys a, b"), ("{}", "found an object without keys"),
      (#"{"error": {"message": "Not found", "code": 2100}}"#, "found an object with the key error"),
      (#"{"title": "  "}"#, "found an object with the key title"), ("[1, 2]", "found a list of something else"),
      ("7", "found a number"), ("null", "found null"), ("true", "found a truth value"), (#""{}""#, "found a string"),
      (#"{"a.b": 1, "c.": 2}"#, #"found an object with the keys a.b, "c.""#),
      (#"{"labels": null, "alerts": 3}"#, "found an object with the keys labels, alerts"),
      (#"{"\u001b[31m\u202e": 1}"#, #"found an object with the key "[31m\u202e""#),
    ])
  func noAlerts(text: String, found: String) throws {
    let problem = try problem(Array(text.utf8))
    #expect(problem.message.hasPrefix("not an alert: expected a message of Alertmanager, "))
    #expect(problem.message.hasSuffix(found), "\(problem.message)")
    #expect(problem.line == nil)
  }

  @Test("of many keys the first are named")
  func manyKeys() throws {
    let members = (0..<20).map { "\"k\($0)\": 0" }.joined(separator: ", ")
    #expect(try problem(Array("{\(members)}".utf8)).message.hasSuffix("k10, k11 and 8 more"))
  }

  @Test("a list of messages is each of them in turn, or none")
  func lists() throws {
    let text = "[\(AlertSamples.generic), \(AlertSamples.pagerDutyBatch), \(AlertSamples.generic)]"
    let payload = try AlertPayload.read(Array(text.utf8))
    #expect(payload.source == .generic)
    #expect(payload.notices.map(\.source) == [.generic, .pagerduty, .pagerduty, .generic])
    let labelled = try notices(#"[{"title": "A", "labels": {"alertname": "X"}}, {"title": "B", "labels": {}}]"#)
    #expect(labelled.map(\.title) == ["A", "B"])
    let broken = try problem(Array(#"[{"title": "A"}, {"b": 1}]"#.utf8))
    #expect(broken.message.hasPrefix("of 2 messages in a list, number 2: not an alert: "))
  }
}
