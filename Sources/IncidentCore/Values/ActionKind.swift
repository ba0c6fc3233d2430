/// What a follow-up is to change about the next incident of its kind, in the words postmortems use
/// (<https://sre.google/workbook/postmortem-culture/>).
public enum ActionKind: String, CaseIterable, Hashable, Sendable {
  /// It does not happen again.
  case prevent
  /// It is noticed earlier.
  case detect
  /// It hurts less, or ends sooner.
  case mitigate
  /// People respond better.
  case process

  /// As somebody types it, in any case and by the usual names; nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased() {
    case "prevent", "prevention": self = .prevent
    case "detect", "detection": self = .detect
    case "mitigate", "mitigation": self = .mitigate
    case "process": self = .process
    default: return nil
    }
  }
}
