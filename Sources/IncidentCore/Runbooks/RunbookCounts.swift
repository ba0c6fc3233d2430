/// What some incidents say of runbooks: which were used, which did not help, which nobody ever used.
public struct RunbookCounts: Hashable, Sendable {
  /// One runbook, and the incidents that followed it.
  public struct Used: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The incidents, each once, the first declared first.
    public let incidents: [IncidentID]
    /// In how many of them somebody said that it helped.
    public let helpful: Int
    /// In how many of them somebody said that it did not.
    public let unhelpful: Int
  }

  /// The most used first, then by name.
  public let used: [Used]
  /// Those that exist and that none of the incidents followed, by name.
  public let neverUsed: [String]

  /// Those that did not help at least once, in the order of ``used``.
  public var unhelpful: [Used] { used.filter { $0.unhelpful > 0 } }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { used.isEmpty && neverUsed.isEmpty }

  /// - Parameters:
  ///   - snapshots: The incidents whose runbooks are counted, in any order.
  ///   - existing: The names of the runbooks that there are.
  ///   - everUsedIn: The incidents in which a runbook counts as used at all, where those are more.
  public init(
    in snapshots: [Snapshot], existing: some Sequence<String> = [], everUsedIn all: [Snapshot] = []
  ) {
    var uses: [String: [(snapshot: Snapshot, use: RunbookUse)]] = [:]
    for snapshot in snapshots {
      for use in snapshot.runbooks { uses[use.name, default: []].append((snapshot, use)) }
    }
    used = uses.map { name, uses in
      Used(
        name: name,
        incidents: uses.map { (at: $0.snapshot.milestones.declared?.seconds ?? 0, id: $0.snapshot.id) }
          .sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map(\.id),
        helpful: uses.count { $0.use.isHelpful == true }, unhelpful: uses.count { $0.use.isHelpful == false })
    }.sorted { ($1.incidents.count, $0.name) < ($0.incidents.count, $1.name) }
    let everUsed = Set(uses.keys).union(all.lazy.flatMap(\.runbooks).map(\.name))
    neverUsed = Set(existing).subtracting(everUsed).sorted()
  }
}
