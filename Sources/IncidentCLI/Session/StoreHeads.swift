import IncidentCore
import IncidentStore

extension StoreAccess {
  /// The head of every record: the snapshots of those that can be read, by id, and why the others cannot.
  struct Heads {
    var snapshots: [Snapshot] = []
    var failures: [CommandFailure] = []
  }

  /// Reads the head of every record, on several threads.
  func heads() throws(CommandFailure) -> Heads {
    let cache = IdentifierCache(location)
    let scan = cache.beginScan()
    let entries = try listing().records
    var heads = Heads()
    var standings: [(id: PackedIncidentID, standing: RecordStanding)] = []
    heads.snapshots.reserveCapacity(entries.count)
    standings.reserveCapacity(entries.count)
    for (entry, answer) in zip(entries, files.readHeads(of: entries, Self.read)) {
      var standing = RecordStanding.unreadable
      switch answer {
      case .success(.some(.success(let snapshot))):
        heads.snapshots.append(snapshot)
        standing = RecordStanding(snapshot.status)
      case .success(.some(.failure(let fault))):
        heads.failures.append(CommandFailure(fault, path: files.path(of: entry.id)))
      case .success(.none):
        // The head ends with the file: reading it whole says where.
        heads.failures += loadAll([entry.id]).failures
      case .failure(let error):
        heads.failures.append(CommandFailure(error))
      }
      standings.append((entry.packedID, standing))
    }
    if let scan { cache.save(standings, of: scan) }
    return heads
  }

  /// Names in the store's directory.
  func listing() throws(CommandFailure) -> RecordListing {
    do throws(StoreError) {
      return try files.list()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The ids of active incidents, sorted, as the records themselves say.
  func activeIDs() throws(CommandFailure) -> [IncidentID] {
    try ids(where: \.isActive, among: \.active)
  }

  /// The ids of incidents that are resolved and not closed, sorted, as the records themselves say.
  func resolvedIDs() throws(CommandFailure) -> [IncidentID] {
    // One that was active may have been resolved by an edit that the index does not know of.
    try ids(where: { $0 == .resolved }, among: { $0.active + $0.awaitingClose }).sorted()
  }

  /// The ids of incidents that are neither closed nor cancelled, sorted, as the records themselves say.
  func unsettledIDs() throws(CommandFailure) -> [IncidentID] {
    try ids(where: { $0.isActive || $0 == .resolved }, among: { $0.active + $0.awaitingClose }).sorted()
  }

  private func ids(
    where isWanted: (Status) -> Bool, among candidates: (IdentifierIndex) -> [IncidentID]
  ) throws(CommandFailure) -> [IncidentID] {
    guard let index = IdentifierCache(location).load() else {
      return try heads().snapshots.filter { isWanted($0.status) }.map(\.id)
    }
    return loadAll(candidates(index)).records.filter { isWanted($0.incident.snapshot.status) }.map(\.incident.id)
  }

  /// The ids that a reference may mean.
  func matching(_ reference: IncidentReference) throws(CommandFailure) -> [IncidentID] {
    if let index = IdentifierCache(location).load() { return index.matching(reference) }
    return try listing().matching(reference)
  }

  /// The snapshot of one head; nil where the bytes do not hold all of it.
  @Sendable
  private static func read(
    _ entry: RecordEntry, _ bytes: UnsafeRawBufferPointer, isWhole: Bool
  ) -> Result<Snapshot, RecordFault>? {
    do throws(RecordFault) {
      return try RecordCodec.decodeHead(bytes, named: entry.id).map(Result.success)
    } catch {
      return .failure(error)
    }
  }
}

extension RecordStanding {
  init(_ status: Status) {
    switch status {
    case .declared, .investigating, .mitigating, .monitoring: self = .active
    case .resolved: self = .awaitingClose
    case .closed, .cancelled: self = .settled
    }
  }
}
