/// Which incidents somebody wants to see; what is empty or nil filters nothing.
public struct SnapshotFilter: Hashable, Sendable {
  /// Any of these.
  public var statuses: Set<Status> = []
  /// Any of these.
  public var severities: Set<Severity> = []
  /// Any of these, in any case.
  public var services: Set<String> = []
  /// Declared then or later.
  public var since: Timestamp?
  /// Declared before then.
  public var until: Timestamp?
  /// How many, at most; a negative number is taken as zero.
  public var limit: Int?

  /// Everything.
  public init() {}

  /// Those that are wanted, the latest declared first; those declared in one second in the order of their ids.
  ///
  /// They change places, and none is copied, where the caller keeps none: a copy of 100,000 takes 50 MB.
  public func newest(_ snapshots: consuming [Snapshot]) -> [Snapshot] {
    let wanted = Set(services.map { $0.lowercased() })
    var keyed: [(declared: Int, index: Int)] = []
    keyed.reserveCapacity(snapshots.count)
    for (index, snapshot) in snapshots.enumerated() where includes(snapshot, services: wanted) {
      keyed.append((snapshot.milestones.declared?.seconds ?? .min, index))
    }
    keyed.sort { ($1.declared, $0.index) < ($0.declared, $1.index) }
    var newest = consume snapshots
    newest.keep(keyed.prefix(max(0, limit ?? .max)).map(\.index))
    return newest
  }

  private func includes(_ snapshot: Snapshot, services: Set<String>) -> Bool {
    if !statuses.isEmpty, !statuses.contains(snapshot.status) { return false }
    if !severities.isEmpty, !severities.contains(snapshot.severity) { return false }
    if !services.isEmpty, !snapshot.services.contains(where: { services.contains($0.lowercased()) }) { return false }
    guard since != nil || until != nil else { return true }
    guard let declared = snapshot.milestones.declared else { return false }
    return (since.map { declared >= $0 } ?? true) && (until.map { declared < $0 } ?? true)
  }
}

extension Array {
  /// Keeps the elements at `places`, of which no two are the same, in the order of these.
  fileprivate mutating func keep(_ places: [Int]) {
    var isKept = [Bool](repeating: false, count: count)
    for place in places { isKept[place] = true }
    let order = places + indices.filter { !isKept[$0] }
    // Along each circle of places that trade their elements.
    var isDone = [Bool](repeating: false, count: count)
    for start in indices {
      var place = start
      while !isDone[place] {
        isDone[place] = true
        guard order[place] != start else { break }
        swapAt(place, order[place])
        place = order[place]
      }
    }
    removeLast(count - places.count)
  }
}
