/// What a runbook is read for, by the word that names each, in the order they are told.
public enum RunbookCheckRule: String, CaseIterable, Hashable, Sendable {
  /// It is UTF-8 text, and there is some.
  case unreadable
  /// Its settings can be read.
  case frontMatter = "front-matter"
  /// It has the sections that people look for.
  case missingSection = "missing-section"
  /// It says what to do.
  case noStep = "no-step"
  /// Something leads to it.
  case noTrigger = "no-trigger"
  /// Somebody keeps it right.
  case noOwner = "no-owner"
  /// Somebody looked at it not long ago.
  case staleReview = "stale-review"
  /// Every relative link leads somewhere.
  case deadLink = "dead-link"
  /// Every step says what to do.
  case noAction = "no-action"
  /// Every trigger matched an alert of the store.
  case unmatchedTrigger = "unmatched-trigger"
  /// A runbook is there for every alert of the store.
  case unmatchedAlert = "unmatched-alert"

  /// How much a finding weighs.
  public enum Gravity: String, Hashable, Sendable {
    /// Who follows it gets lost, or never finds it.
    case error
    /// A person has to judge.
    case warning
    /// Worth a look.
    case notice
  }

  /// How much its findings weigh. What is in the file is an error; what the calendar brings and what rests on a reading
  /// of words is a warning; what only the store's past shows is a notice.
  public var gravity: Gravity {
    switch self {
    case .unreadable, .frontMatter, .missingSection, .noStep, .noTrigger, .noOwner, .deadLink: .error
    case .staleReview, .noAction: .warning
    case .unmatchedTrigger, .unmatchedAlert: .notice
    }
  }

  /// What it looks for, in one line without a final period.
  public var summary: String {
    switch self {
    case .unreadable: "A file that cannot be read as text"
    case .frontMatter: "Settings that cannot be read, a trigger that is no glob"
    case .missingSection: "A missing section: symptoms, quick checks, common fixes or escalation"
    case .noStep: "Nothing to do in it"
    case .noTrigger: "No alert or label that leads to it"
    case .noOwner: "Nobody who keeps it right"
    case .staleReview: "A review that is missing or older than \(RunbookCheck.reviewEvery) days"
    case .deadLink: "A relative link or anchor that leads nowhere"
    case .noAction: "A step that neither has a command nor says what to do"
    case .unmatchedTrigger: "A trigger that no alert in the store ever matched"
    case .unmatchedAlert: "An alert in the store that no runbook is for"
    }
  }
}
