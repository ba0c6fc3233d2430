/// What is said when there is nothing new: "no update is an update", for silence reads as neglect.
enum NoChange {
  /// `Still investigating; next update in 15 min`; while nobody has taken it up, `No news yet; next update in 15 min`.
  /// - Parameters:
  ///   - due: when those who wait hear again; nil where there is no cadence.
  ///   - moment: when this is said.
  static func words(_ status: Status, nextDue due: Timestamp?, at moment: Timestamp) -> String {
    let standing =
      switch status {
      case .declared: "No news yet"
      case .investigating: "Still investigating"
      case .mitigating: "Still working on a fix"
      case .monitoring: "Still monitoring"
      case .resolved, .closed, .cancelled: "Still \(status.rawValue)"
      }
    guard let due else { return "\(standing); next update when there is news" }
    return "\(standing); next update in \(DurationText.long(seconds: due.seconds(since: moment)))"
  }
}
