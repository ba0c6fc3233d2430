import JSONTree

/// The fields of one kind of event and what they do to an incident's state.
protocol EventPayload: Hashable, Sendable {
  /// The `type` a record holds.
  static var type: String { get }

  /// Reads and validates the fields.
  init(_ fields: EventFields) throws(EventProblem)

  /// Appends the fields, in their fixed order; absent is absent.
  func encode(into json: inout JSONObject)

  /// Changes `state` as this event, which happened `at`, does.
  func apply(to state: inout Snapshot, at: Timestamp)
}
