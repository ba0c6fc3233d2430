/// A length of time that the field measures for every incident.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  /// started → detected.
  case timeToDetect
  /// detected → acknowledged.
  case timeToAcknowledge
  /// started → mitigated.
  case timeToMitigate
  /// started → resolved, the last resolution.
  case timeToResolve

  /// The milestones it is measured between.
  public var milestones: (from: Milestone, to: Milestone) {
    switch self {
    case .timeToDetect: (.started, .detected)
    case .timeToAcknowledge: (.detected, .acknowledged)
    case .timeToMitigate: (.started, .mitigated)
    case .timeToResolve: (.started, .resolved)
    }
  }

  /// `time to detect`.
  public var title: String {
    switch self {
    case .timeToDetect: "time to detect"
    case .timeToAcknowledge: "time to acknowledge"
    case .timeToMitigate: "time to mitigate"
    case .timeToResolve: "time to resolve"
    }
  }
}

/// One measure of one incident.
public struct TimeTo: Hashable, Sendable {
  /// What was measured.
  public let measure: Measure
  /// The milestone it began at, after any fallback.
  public let from: Milestone
  /// The milestone it ended at, after any fallback.
  public let to: Milestone
  /// When it began.
  public let start: Timestamp
  /// When it ended, never before `start`.
  public let end: Timestamp

  /// Its length in seconds, 0 or more.
  public var seconds: Int { end.seconds(since: start) }

  /// The milestones that were missing and stood in for: the one wanted and the one taken.
  public var fallbacks: [(wanted: Milestone, taken: Milestone)] {
    let wanted = measure.milestones
    return [(wanted.from, from), (wanted.to, to)].filter { $0 != $1 }
  }
}

/// Why a measure of one incident is left out.
public enum Unmeasured: Error, Hashable, Sendable {
  /// A milestone, and everything that could stand in for it, is absent.
  case missing(Milestone)
  /// It would end before it began.
  case negative(from: Milestone, to: Milestone)
}

extension Milestones {
  /// One measure, with the fallbacks `started` → `detected` → `declared` and, on a resolved incident, `mitigated` →
  /// `resolved`.
  ///
  /// Where both ends would come to rest on one milestone by fallback nothing was measured, and the wanted start is what
  /// is missing.
  /// - Throws: ``Unmeasured`` with the reason.
  public func time(_ measure: Measure) throws(Unmeasured) -> TimeTo {
    let wanted = measure.milestones
    let from = try standIn(for: wanted.from)
    let to = try standIn(for: wanted.to)
    guard from.milestone != to.milestone else { throw .missing(wanted.from) }
    guard from.at <= to.at else { throw .negative(from: from.milestone, to: to.milestone) }
    return TimeTo(measure: measure, from: from.milestone, to: to.milestone, start: from.at, end: to.at)
  }

  private func standIn(for wanted: Milestone) throws(Unmeasured) -> (milestone: Milestone, at: Timestamp) {
    let candidates: [Milestone] =
      switch wanted {
      case .started: [.started, .detected, .declared]
      case .detected: [.detected, .declared]
      case .mitigated: [.mitigated, .resolved]
      default: [wanted]
      }
    for candidate in candidates {
      if let at = self[candidate] { return (candidate, at) }
    }
    throw .missing(wanted)
  }
}
