import IncidentCore
import JSONTree

@testable import IncidentStore

/// Records of every kind of event, with texts that mean harm, and with keys that this version does not know.
struct RandomRecords: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  private static let texts = [
    "dana", "e\u{301} é", "\u{0}\u{1B}[2J", "\u{202E}gpj", "\"}, {\"id\": \"", "\\u0000\\/", "a\r\nb\u{2028}", "👩‍👩‍👧", "",
    "\u{FEFF}", "\u{10FFFF}", String(repeating: "長", count: 90),
  ]

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int(next() % UInt64(choices.count))] }
  private mutating func text() -> String { pick(Self.texts) }
  private mutating func maybeText() -> String? { next() % 2 == 0 ? nil : text() }

  /// An incident of a declaration and up to twelve events.
  mutating func incident() throws -> Incident {
    let declared = Declared(
      title: text(), severity: pick(Severity.allCases), services: next() % 2 == 0 ? [] : [text(), text()],
      impact: maybeText(), kind: pick(IncidentKind.allCases))
    var events = [try event(.declared(declared))]
    for _ in 0..<next() % 16 { events.append(try event(try body(after: events))) }
    return try Incident(id: IncidentID(on: moment(), random: &self), events: events)
  }

  private mutating func moment() -> Timestamp {
    // One of a few seconds of 20 November 2026.
    exampleMoment.adding(Int(next() % 40))
  }

  private mutating func event(_ body: EventBody) throws -> Event {
    let id = EventID(milliseconds: 1_795_214_820_000 + next() % 100_000, random: &self)
    let event = Event(id: id, at: moment(), by: text(), body: body)
    guard next() % 4 == 0 else { return event }
    var json = event.json
    json["x-\(next() % 3)"] = .array([.string(text()), 15, ["deep": true]])
    return try Event(json: json)
  }

  private mutating func body(after events: [Event]) throws -> EventBody {
    switch next() % 13 {
    case 0: return .acknowledged(Acknowledged(message: maybeText()))
    case 1:
      return .updated(
        Updated(
          message: maybeText(), status: .mitigating, impact: maybeText(),
          impactPercent: pick([nil, Percentage(20), Percentage(70)]), eta: moment()))
    case 2: return .noted(Noted(message: text()))
    case 3:
      return .severityChanged(SeverityChanged(severity: pick(Severity.allCases), from: .sev2, message: maybeText()))
    case 4: return .assigned(Assigned(role: pick(Role.allCases), name: text(), from: maybeText()))
    case 5: return .released(Released(role: pick(Role.allCases), name: text()))
    case 6: return .mitigated(Mitigated(message: maybeText(), nextUpdateDue: moment()))
    case 7: return .resolved(Resolved(message: maybeText(), cause: maybeText()))
    case 8: return .reopened(Reopened(message: maybeText()))
    case 9: return .cancelled(Cancelled(message: maybeText(), duplicateOf: exampleID))
    case 10: return .closed(Closed(message: maybeText(), isForced: true))
    case 11, 12:
      return .actionAdded(
        ActionAdded(
          title: text(), kind: pick([nil] + ActionKind.allCases), owner: maybeText(),
          due: pick([nil, moment().date]), priority: pick([nil] + ActionPriority.allCases), link: maybeText()))
    case 13:
      let added = events.filter { if case .actionAdded = $0.body { true } else { false } }
      return .actionChanged(
        ActionChanged(
          action: pick(added.isEmpty ? events : added).id, status: pick([nil] + ActionStatus.allCases),
          owner: maybeText()))
    case 14: return .retracted(Retracted(event: pick(events).id, message: maybeText()))
    default:
      var json = try event(.noted(Noted(message: text()))).json
      json["type"] = .string("pagerFired")
      return try Event(json: json).body
    }
  }

  /// A record's bytes with lines of members that this version does not know, anywhere in the head and its objects.
  mutating func withUnknownKeys(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for number in 0..<next() % 5 {
      let headEnd = lines.firstIndex { $0.starts(with: Array("  \"timeline\"".utf8)) } ?? 1
      let line = Int(next() % UInt64(headEnd)) + 1
      let indentation = lines[line].prefix { $0 == UInt8(ascii: " ") }
      guard lines[line].dropFirst(indentation.count).first == UInt8(ascii: "\"") else { continue }
      let value: JSON = pick([.null, .bool(true), .array([]), ["b": [1], "a": .string(text())], .string(text())])
      lines.insert(indentation + Array("\"x\(number)\": \(value.inlineText()),".utf8), at: line)
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}

/// 22:41 on 20 November 2026.
let exampleMoment = exampleHolder.since
