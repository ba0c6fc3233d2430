import IncidentCore

/// What has to be said beside a measure: which milestone stood in, or why there is none.
enum MeasureText {
  /// `started is not recorded, declared stands in`.
  static func standIn(_ taken: Milestone, for wanted: Milestone) -> String {
    "\(notRecorded(wanted)), \(taken.rawValue) stands in"
  }

  /// Every stand-in of a measure; nil where nothing stood in.
  static func fallback(of time: TimeTo) -> String? {
    let notes = time.fallbacks.map { standIn($0.taken, for: $0.wanted) }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// `started is not recorded`, `resolved is recorded as before started`.
  static func reason(_ unmeasured: Unmeasured) -> String {
    switch unmeasured {
    case .missing(let milestone): notRecorded(milestone)
    case .negative(let from, let to): "\(to.rawValue) is recorded as before \(from.rawValue)"
    }
  }

  private static func notRecorded(_ milestone: Milestone) -> String {
    "\(milestone.rawValue) is not recorded"
  }
}
