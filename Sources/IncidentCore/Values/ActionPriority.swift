/// What is to be done first.
public enum ActionPriority: String, CaseIterable, Hashable, Sendable {
  /// Before anything planned.
  case high
  /// In its turn.
  case medium
  /// When there is time.
  case low

  /// As somebody types it, in any case: the word, or `1` to `3` with or without a `P`; nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased() {
    case "high", "p1", "1": self = .high
    case "medium", "p2", "2": self = .medium
    case "low", "p3", "3": self = .low
    default: return nil
    }
  }
}
