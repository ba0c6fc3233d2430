/// What is said when there is nothing new: "no update is an update", for silence reads as neglect.
enum NoChange {
  /// `Still investigating; next update in 15 min`.
  /// - Parameters:
  ///   - due: when those who wait hear again; nil where there is no cadence.
  ///   - moment: when this is said.
  static func words(_ status: Status, nextDue due: Timestamp?, at moment: Timestamp) -> String {
    let work =
      switch status {
      case .declared, .investigating: "investigating"
      case .mitigating: "working on a fix"
      case .monitoring: "monitoring"
      case .resolved, .closed, .cancelled: status.rawValue
      }
    guard let due else { return "Still \(work); next update when there is news" }
    return "Still \(work); next update in \(DurationText.long(seconds: due.seconds(since: moment)))"
  }
}
