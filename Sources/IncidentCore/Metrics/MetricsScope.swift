/// Which incidents metrics speak of; what is empty or nil leaves none out.
public struct MetricsScope: Hashable, Sendable {
  /// Declared then or later.
  public var since: Timestamp?
  /// Declared before then.
  public var until: Timestamp?
  /// Any of these.
  public var severities: Set<Severity> = []
  /// Any of these, as ``PrecedentQuery/label(_:)`` has them.
  public private(set) var services: Set<String> = []
  /// Any of these, likewise.
  public private(set) var causes: Set<String> = []

  /// - Parameters:
  ///   - services: As they were typed.
  ///   - causes: As they were typed.
  public init(
    since: Timestamp? = nil, until: Timestamp? = nil, severities: Set<Severity> = [], services: [String] = [],
    causes: [String] = []
  ) {
    self.since = since
    self.until = until
    self.severities = severities
    self.services = Set(services.compactMap(PrecedentQuery.label))
    self.causes = Set(causes.compactMap(PrecedentQuery.label))
  }

  /// The same from another moment to another.
  public func during(_ since: Timestamp?, _ until: Timestamp?) -> MetricsScope {
    var scope = self
    (scope.since, scope.until) = (since, until)
    return scope
  }

  /// Whether every incident belongs to it.
  var isOpen: Bool {
    since == nil && until == nil && severities.isEmpty && services.isEmpty && causes.isEmpty
  }

  /// Whether an incident belongs to it: it does to the period in which it was declared.
  public func includes(_ snapshot: Snapshot) -> Bool {
    if !severities.isEmpty, !severities.contains(snapshot.severity) { return false }
    if !services.isEmpty, !snapshot.services.contains(where: { isMeant($0, services) }) { return false }
    if !causes.isEmpty, !isMeant(snapshot.cause, causes) { return false }
    guard since != nil || until != nil else { return true }
    guard let declared = snapshot.milestones.declared else { return false }
    return (since.map { declared >= $0 } ?? true) && (until.map { declared < $0 } ?? true)
  }

  private func isMeant(_ text: String?, _ wanted: Set<String>) -> Bool {
    PrecedentQuery.label(text).map(wanted.contains) ?? false
  }
}

/// The incidents of a scope, by what they count for.
public struct MetricsSelection: Sendable {
  /// Those that count, in the order of their ids.
  public private(set) var counted: [Snapshot] = []
  /// Those that were none.
  public private(set) var falseAlarms: [IncidentID] = []
  /// Those that were another one.
  public private(set) var duplicates: [IncidentID] = []
  /// Those that were practised, cancelled ones too.
  public private(set) var drills: [IncidentID] = []

  /// Whether there is nothing in it that any figure is about.
  public var isEmpty: Bool { counted.isEmpty && falseAlarms.isEmpty && duplicates.isEmpty }

  /// Those of `snapshots` that are in scope. None is copied where the caller keeps none.
  public init(_ snapshots: consuming [Snapshot], in scope: MetricsScope = MetricsScope()) {
    counted = consume snapshots
    var isCounted = [Bool](repeating: true, count: counted.count)
    if !scope.isOpen { for place in counted.indices { isCounted[place] = scope.includes(counted[place]) } }
    for place in counted.indices where isCounted[place] {
      // Member by member: a copy of all 100,000 costs more than the rest.
      isCounted[place] = !setAside(
        counted[place].id, counted[place].kind, counted[place].status,
        isDuplicate: counted[place].duplicateOf != nil)
    }
    var place = counted.startIndex
    counted.removeAll { _ in
      defer { place += 1 }
      return !isCounted[place]
    }
  }

  /// None.
  init() {}

  mutating func add(_ snapshot: Snapshot) {
    let isDuplicate = snapshot.duplicateOf != nil
    if !setAside(snapshot.id, snapshot.kind, snapshot.status, isDuplicate: isDuplicate) { counted.append(snapshot) }
  }

  /// Whether it is one that does not count, and notes it then.
  private mutating func setAside(
    _ id: IncidentID, _ kind: IncidentKind, _ status: Status, isDuplicate: Bool
  ) -> Bool {
    if kind == .drill {
      drills.append(id)
    } else if status == .cancelled {
      if isDuplicate { duplicates.append(id) } else { falseAlarms.append(id) }
    } else {
      return false
    }
    return true
  }
}
