import JSONTree

/// The fields of one kind of event and what they do to an incident's state.
protocol EventPayload: Hashable, Sendable {
  /// The `type` a record holds.
  static var type: String { get }

  /// The members that hold no words of a person but what the state is made of; a redaction leaves them.
  static var stateKeys: [String] { get }

  /// Reads and validates the fields.
  init(_ fields: EventFields) throws(EventProblem)

  /// Appends the fields, in their fixed order; absent is absent.
  func encode(into json: inout JSONObject)

  /// Changes `state` as this event, which happened `at`, does.
  func apply(to state: inout Snapshot, at: Timestamp)
}

extension EventPayload {
  static var stateKeys: [String] { [] }
}
