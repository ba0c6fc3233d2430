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

  /// The ids that stand so, read again from the records themselves.
  func ids(where isWanted: (Status) -> Bool) throws(CommandFailure) -> [IncidentID] {
    if let index = IdentifierCache(location).load() {
      let candidates = (index.active + index.awaitingClose).sorted()
      let loaded = loadAll(candidates)
      return loaded.records.filter { isWanted($0.incident.snapshot.status) }.map(\.incident.id)
    }
    return try heads().snapshots.filter { isWanted($0.status) }.map(\.id)
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
