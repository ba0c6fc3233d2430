/// A moment that metrics are measured between.
public enum Milestone: String, CaseIterable, Hashable, Sendable {
  /// The impact began.
  case started
  /// A human knew.
  case detected
  /// The record began.
  case declared
  /// The response began.
  case acknowledged
  /// The impact was reduced.
  case mitigated
  /// Service was restored; the last time, where it was reopened.
  case resolved
  /// All that was owed was done.
  case closed
}

/// The milestones an incident has passed; absent is not passed, or not known.
public struct Milestones: Hashable, Sendable {
  /// When the impact began.
  public var started: Timestamp?
  /// When a human knew.
  public var detected: Timestamp?
  /// When the record began.
  public var declared: Timestamp?
  /// When the response began; only an explicit acknowledgement counts.
  public var acknowledged: Timestamp?
  /// When the impact was first reduced.
  public var mitigated: Timestamp?
  /// When service was restored, the last time.
  public var resolved: Timestamp?
  /// When all that was owed was done.
  public var closed: Timestamp?

  /// None passed yet.
  public init() {}

  /// The moment of one milestone.
  public subscript(_ milestone: Milestone) -> Timestamp? {
    get {
      switch milestone {
      case .started: started
      case .detected: detected
      case .declared: declared
      case .acknowledged: acknowledged
      case .mitigated: mitigated
      case .resolved: resolved
      case .closed: closed
      }
    }
    set {
      switch milestone {
      case .started: started = newValue
      case .detected: detected = newValue
      case .declared: declared = newValue
      case .acknowledged: acknowledged = newValue
      case .mitigated: mitigated = newValue
      case .resolved: resolved = newValue
      case .closed: closed = newValue
      }
    }
  }

  /// When the impact began, as far as is known: `started`, else `detected`, else `declared`.
  public var impactBegan: Timestamp? { started ?? detected ?? declared }
}
