/// What a section of a postmortem is about.
enum PostmortemSection: String, CaseIterable, Hashable, Sendable {
  case summary, impact, timeline, rootCause, contributingFactors, fiveWhys, detection, response, recovery, resolution
  case wentWell, wentBadly, lucky, actions, lessons

  /// What findings call it.
  var title: String {
    switch self {
    case .summary: "summary"
    case .impact: "impact"
    case .timeline: "timeline"
    case .rootCause: "root cause"
    case .contributingFactors: "contributing factors"
    case .fiveWhys: "five whys"
    case .detection: "detection"
    case .response: "response"
    case .recovery: "recovery"
    case .resolution: "resolution"
    case .wentWell: "what went well"
    case .wentBadly: "what did not go well"
    case .lucky: "where we got lucky"
    case .actions: "action items"
    case .lessons: "lessons learned"
    }
  }

  /// The question it answers.
  var question: String {
    switch self {
    case .summary: "what happened, to whom, for how long, and what ended it?"
    case .impact: "how many customers, requests or orders were affected, and how do we know?"
    case .timeline: "what happened when, from the first sign to the end?"
    case .rootCause: "which conditions in the system made it possible?"
    case .contributingFactors: "which conditions made it more likely, worse or longer?"
    case .fiveWhys: "which condition let the step before happen?"
    case .detection: "what noticed first, and what would have noticed earlier?"
    case .response: "were alert, runbook, access and dashboards enough to act at once?"
    case .recovery: "what made the way back slow: finding the fix, deciding on it, or applying it?"
    case .resolution: "is the fix permanent, and what of it has to be undone or finished?"
    case .wentWell: "which alerts, limits, tools, runbooks and habits worked?"
    case .wentBadly: "which signals, tools, limits or processes were missing, slow or misleading?"
    case .lucky: "what would have made it worse at another hour, load or day?"
    case .actions: "which changes would have prevented, detected, mitigated or shortened it?"
    case .lessons: "what does this tell about our systems that we did not know before?"
    }
  }

  /// Whether causes are told in it.
  var isCausal: Bool {
    switch self {
    case .rootCause, .contributingFactors, .fiveWhys: true
    default: false
    }
  }

  /// The section that a generated region of that name belongs to.
  init?(region name: String) {
    switch name {
    case "impact": self = .impact
    case "timeline": self = .timeline
    case "cause": self = .rootCause
    case "detection": self = .detection
    case "response": self = .response
    case "recovery": self = .recovery
    case "resolution": self = .resolution
    case "actions": self = .actions
    default: return nil
    }
  }
}
