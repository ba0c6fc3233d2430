/// How hard an incident hit at each moment for which its record does not say what share of users was hit: by the policy's
/// weight of the severity that it had then.
///
/// Before the response its first severity counts, between two stretches of it and after the last one the one last known.
struct SeverityWeights {
  private let first: Percentage
  /// From when another one counts, in order.
  private var changes: [(from: Timestamp, weight: Percentage)] = []

  /// Of a record without stretches, its severity all the time.
  init(_ snapshot: Snapshot, policy: Policy) {
    let stretches = snapshot.responded.all
    first = policy[stretches.first?.severity ?? snapshot.severity].impactShare
    for stretch in stretches.dropFirst() {
      // A resolution that was noted of a time before the declaration: what was said later counts.
      while let last = changes.last, last.from >= stretch.from { changes.removeLast() }
      changes.append((stretch.from, policy[stretch.severity].impactShare))
    }
  }

  /// A stretch of impact in pieces of one weight each.
  func pieces(from: Timestamp, until: Timestamp) -> [BudgetStretch] {
    var pieces: [BudgetStretch] = []
    var (start, weight) = (from, first)
    for change in changes where change.from < until && change.weight != weight {
      if start < change.from {
        pieces.append(BudgetStretch(from: start, until: change.from, weight: weight))
        start = change.from
      }
      weight = change.weight
    }
    pieces.append(BudgetStretch(from: start, until: until, weight: weight))
    return pieces
  }
}

extension SeverityRules {
  /// ``impactWeight`` as a share of users.
  fileprivate var impactShare: Percentage { Percentage(min(max(impactWeight, 0), 100)) ?? .all }
}
