import JSONTree

/// The postmortem was begun, put up for review, or published.
public struct PostmortemChanged: EventPayload {
  static let type = "postmortem"
  static let stateKeys = ["status"]

  /// How far it is now.
  public var status: PostmortemStatus

  /// The step it took.
  public init(status: PostmortemStatus) {
    self.status = status
  }

  init(_ fields: EventFields) throws(EventProblem) {
    status = try fields.word("status", PostmortemStatus.init(rawValue:))
  }

  func encode(into json: inout JSONObject) {
    json.append("status", status.rawValue)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.postmortem = status
    state.postmortemPublished = status == .published ? state.postmortemPublished ?? at : nil
  }
}

/// How far a postmortem is.
public enum PostmortemStatus: String, CaseIterable, Hashable, Sendable {
  /// Being written.
  case draft
  /// Read by others.
  case inReview
  /// Done, for everybody to learn from.
  case published
}
