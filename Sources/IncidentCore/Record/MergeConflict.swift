/// Why two sides of one record cannot be brought together without guessing.
public enum MergeConflict: Error, Hashable, Sendable {
  /// They are two incidents that took the same id: no declaration stands in both.
  case differentIncidents(IncidentID)
  /// Somebody edited these by hand on both sides, in different ways.
  case bothChanged([Place])
  /// A newer version wrote one of them, which this one never rewrites: its schema.
  case newerSchema(Int)
  /// What both sides make together is no record.
  case unsound(RecordProblem)

  /// A value that both sides changed.
  public struct Place: Hashable, Sendable {
    /// The event it belongs to; nil for a member of the head.
    public let event: EventID?
    /// The way to it within the event or the head.
    public let path: [String]

    /// A member of an event, or of the head.
    public init(event: EventID?, path: [String]) {
      self.event = event
      self.path = path
    }
  }

  /// A sentence without its full stop.
  public var message: String {
    switch self {
    case .differentIncidents(let id): "two different incidents took the id \(id)"
    case .bothChanged(let places):
      "both sides changed \(places.prefix(3).map(\.text).joined(separator: ", "))"
        + (places.count > 3 ? " and \(places.count - 3) more" : "")
    case .newerSchema(let schema): RecordProblem(path: [], kind: .newerSchema(schema)).message
    case .unsound(let problem): problem.message
    }
  }
}

extension MergeConflict.Place {
  /// `"message" of event 01M7XK8QW8RRF2RD9A6F0JX2MK`.
  fileprivate var text: String {
    let name = "\"\(path.joined(separator: "."))\""
    return event.map { "\(name) of event \($0)" } ?? "\(name) of the head"
  }
}
