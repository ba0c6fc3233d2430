public import IncidentCore

/// What has to be said beside a measure: which milestone stood in, or why there is none.
public enum MeasureText {
  /// `started is not recorded, declared stands in`; nil where nothing stood in.
  public static func fallback(of time: TimeTo) -> String? {
    let notes = time.fallbacks.map { "\($0.wanted.rawValue) is not recorded, \($0.taken.rawValue) stands in" }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// `started is not recorded`.
  public static func reason(_ unmeasured: Unmeasured) -> String {
    switch unmeasured {
    case .missing(let milestone): "\(milestone.rawValue) is not recorded"
    case .negative(let from, let to): "\(to.rawValue) is recorded as before \(from.rawValue)"
    }
  }
}
