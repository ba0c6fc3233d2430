/// How far a team's handling of incidents has come: five levels, each resting on those below it.
///
/// They are CMMI's Initial, Managed, Defined, Quantitatively Managed and Optimizing (CMMI for Development 1.3,
/// CMU/SEI-2010-TR-033, <https://insights.sei.cmu.edu/library/cmmi-for-development-version-13/>), as guides to incident management retell them; as there, a
/// level is reached with all of its criteria and all of those below. The criteria are this tool's own:
/// ``MaturityCriterion``, figures that records show.
public enum MaturityLevel: Int, CaseIterable, Hashable, Comparable, Sendable {
  /// Whoever is there does what comes to mind. Every team is at least here.
  case reactive = 1
  /// Each response has its roles and leaves a record.
  case defined
  /// What is promised is kept: targets, updates, postmortems.
  case managed
  /// What was learnt keeps incidents from coming back.
  case proactive
  /// The numbers say that it gets better, and not at the expense of people.
  case optimised

  /// `reactive`.
  public var name: String {
    switch self {
    case .reactive: "reactive"
    case .defined: "defined"
    case .managed: "managed"
    case .proactive: "proactive"
    case .optimised: "optimised"
    }
  }

  /// The lower first.
  public static func < (left: MaturityLevel, right: MaturityLevel) -> Bool { left.rawValue < right.rawValue }
}
