/// Where an incident stands in its life.
public enum Status: String, CaseIterable, Hashable, Sendable {
  /// Somebody said so; nobody has begun yet.
  case declared
  /// Somebody works on it; the cause is not known.
  case investigating
  /// The cause or a way to reduce the impact is known and being applied.
  case mitigating
  /// The impact is reduced; being watched.
  case monitoring
  /// Service is restored.
  case resolved
  /// All that was owed is done.
  case closed
  /// It was none: a false alarm, a duplicate.
  case cancelled

  /// Whether a response is going on.
  public var isActive: Bool {
    switch self {
    case .declared, .investigating, .mitigating, .monitoring: true
    case .resolved, .closed, .cancelled: false
    }
  }

  /// Whether an update may set it: the statuses of work in progress. The others have commands of their own.
  public var isProgress: Bool {
    switch self {
    case .investigating, .mitigating, .monitoring: true
    case .declared, .resolved, .closed, .cancelled: false
    }
  }

  /// As people write it, the words of status pages included (`identified` is mitigating); nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased() {
    case "declared", "open", "triggered": self = .declared
    case "investigating", "triage": self = .investigating
    case "mitigating", "identified", "fixing": self = .mitigating
    case "monitoring", "mitigated", "watching": self = .monitoring
    case "resolved", "fixed": self = .resolved
    case "closed", "done": self = .closed
    case "cancelled", "canceled", "false-alarm": self = .cancelled
    default: return nil
    }
  }

  /// The words to choose from when one was not understood.
  public static let typedWords = allCases.map(\.rawValue)
}
