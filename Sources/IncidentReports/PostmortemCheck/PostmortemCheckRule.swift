/// What a postmortem is read for, by the word that names each, in the order they are told.
public enum PostmortemCheckRule: String, CaseIterable, Hashable, Sendable {
  /// It is UTF-8 text.
  case encoding
  /// The markers of its generated regions fit.
  case markers
  /// Every generated region says what the record says.
  case staleRegion = "stale-region"
  /// Every generated region says what the program wrote.
  case editedRegion = "edited-region"
  /// Every section says something.
  case emptySection = "empty-section"
  /// Every section answers its question.
  case openQuestion = "open-question"
  /// The timeline has no hole longer than the update cadence.
  case timelineGap = "timeline-gap"
  /// Every action has an owner and a due date.
  case unownedAction = "unowned-action"
  /// Every action has a kind.
  case unsortedAction = "unsorted-action"
  /// Of every action somebody can tell when it is done.
  case vagueAction = "vague-action"
  /// No human error stands for a cause.
  case humanError = "human-error"
  /// No person stands for a cause.
  case personAsCause = "person-as-cause"
  /// Nobody is blamed.
  case blame
  /// Causes name roles, not people.
  case personName = "person-name"

  /// How much a finding weighs.
  public enum Gravity: String, Hashable, Sendable {
    /// It is not finished, or says what a postmortem must not.
    case error
    /// A person has to judge.
    case warning
  }

  /// How much its findings weigh. What rests on a reading of words is left to judgement, and so is what the record did
  /// since.
  public var gravity: Gravity {
    switch self {
    case .encoding, .markers, .emptySection, .openQuestion, .unownedAction, .humanError, .personAsCause: .error
    case .staleRegion, .editedRegion, .timelineGap, .unsortedAction, .vagueAction, .blame, .personName: .warning
    }
  }

  /// What it looks for, in one line without a final period.
  public var summary: String {
    switch self {
    case .encoding: "Bytes that are not UTF-8 text"
    case .markers: "Markers of generated regions that do not fit"
    case .staleRegion: "A generated region that the record has left behind"
    case .editedRegion: "A generated region that somebody edited"
    case .emptySection: "A section that says nothing"
    case .openQuestion: "A section that still holds its question"
    case .timelineGap: "A hole in the timeline longer than the update cadence"
    case .unownedAction: "An action without an owner or a due date"
    case .unsortedAction: "An action that is of no kind: prevent, detect, mitigate or process"
    case .vagueAction: "An action that no test could call done"
    case .humanError: "Human error given as a cause"
    case .personAsCause: "A person given as the cause"
    case .blame: "Words that blame"
    case .personName: "A person's name where causes are told"
    }
  }
}
