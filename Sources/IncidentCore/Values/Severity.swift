/// How bad an incident is, SEV1 the worst.
public enum Severity: Int, CaseIterable, Hashable, Sendable {
  /// Critical: a whole service down, data at risk, all hands.
  case sev1 = 1
  /// Major: a main function impaired for many customers.
  case sev2
  /// Minor: impaired for some, or a workaround exists.
  case sev3
  /// Low: no visible impact yet.
  case sev4

  /// As a record holds it: `SEV2`.
  public var label: String {
    switch self {
    case .sev1: "SEV1"
    case .sev2: "SEV2"
    case .sev3: "SEV3"
    case .sev4: "SEV4"
    }
  }

  /// `critical`, `major`, `minor`, `low`.
  public var word: String {
    switch self {
    case .sev1: "critical"
    case .sev2: "major"
    case .sev3: "minor"
    case .sev4: "low"
    }
  }

  /// What the level means, in a few words, for the table shown to someone who has to choose.
  public var meaning: String {
    switch self {
    case .sev1: "service down or data at risk"
    case .sev2: "main function impaired"
    case .sev3: "impaired for some, workaround"
    case .sev4: "no visible impact yet"
    }
  }

  /// Exactly as a record holds it.
  public init?(label: String) {
    guard let found = Self.allCases.first(where: { $0.label == label }) else { return nil }
    self = found
  }

  /// As people and alerting tools write it: `2`, `sev2`, `SEV-2`, `P2`, `major`, `high`; nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased() {
    case "1", "sev1", "sev-1", "s1", "p1", "critical", "crit", "emergency", "fatal": self = .sev1
    case "2", "sev2", "sev-2", "s2", "p2", "major", "high", "error": self = .sev2
    case "3", "sev3", "sev-3", "s3", "p3", "minor", "medium", "moderate", "warning": self = .sev3
    case "4", "sev4", "sev-4", "s4", "p4", "low", "info", "informational": self = .sev4
    default: return nil
    }
  }

  /// The words to choose from when one was not understood.
  public static let typedWords = [
    "1", "2", "3", "4", "SEV1", "SEV2", "SEV3", "SEV4", "P1", "P2", "P3", "P4",
    "critical", "major", "high", "minor", "medium", "low",
  ]
}

extension Severity: Comparable {
  /// The less severe is the smaller: `.sev3 < .sev1`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue > right.rawValue
  }
}
