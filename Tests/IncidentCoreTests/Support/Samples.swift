import IncidentCore
import JSONTree
import Testing

/// A time of 20 November 2026, `22:47` or `22:47:09`, or a whole one as records hold it.
func time(_ text: String) -> Timestamp {
  let whole = text.contains("T") ? text : "2026-11-20T" + text + (text.utf8.count == 5 ? ":00Z" : "Z")
  guard let moment = Timestamp(canonical: whole) else { preconditionFailure("a test says \(text), which is no time") }
  return moment
}

/// A date as records hold it.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("a test says \(text), which is no date") }
  return date
}

/// An event id that sorts by `number` and is easy to tell in a failure.
func eventID(_ number: Int) -> EventID {
  let digits = String(number)
  let text = "01KAH" + String(repeating: "0", count: 21 - digits.count) + digits
  guard let id = EventID(text) else { preconditionFailure("a test says \(text), which is no event id") }
  return id
}

/// An event with the id ``eventID(_:)`` of `number`.
func event(_ number: Int, _ at: String, by: String = "dana", _ body: EventBody) -> Event {
  Event(id: eventID(number), at: time(at), by: by, body: body)
}

/// An incident of a declaration at 22:47, number 0, and what follows.
func incident(_ declared: Declared = .sample, _ events: Event...) throws -> Incident {
  try Incident(id: .sample, events: [event(0, "22:47", .declared(declared))] + events)
}

/// The object in a JSON text.
func object(_ text: String) throws -> JSONObject {
  try #require(try JSON.parse(text).object)
}

extension IncidentID {
  /// The incident of the tests.
  static let sample: IncidentID = {
    guard let id = IncidentID("INC-20261120-7QK4") else { preconditionFailure("the sample is no incident id") }
    return id
  }()
}

extension Declared {
  /// SEV2, payments, with nothing known about when it began.
  static let sample = Declared(title: "Payment latency above 5 s", severity: .sev2, services: ["payments"])
}

extension JSONObject {
  /// The canonical text, for comparing byte by byte.
  var text: String { JSON.object(self).inlineText() }
}

extension String {
  /// Whether both hold the same UTF-8; `==` takes canonically equivalent texts for equal.
  func isExactly(_ other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}

extension ImpactIntervals {
  /// `22:47–23:02` for each, the end left out while it lasts.
  var text: [String] {
    all.map { $0.from.clock() + "–" + ($0.to?.clock() ?? "") }
  }
}
