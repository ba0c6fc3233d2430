public import IncidentCore
public import JSONTree

/// The head of every record of a store.
public struct StoreHeads: Sendable {
  /// The snapshots of those that can be read, by id.
  public internal(set) var snapshots: [Snapshot] = []
  /// The members of those heads as they stand in the files, where they were asked for.
  public internal(set) var members: [IncidentID: JSONObject] = [:]
  /// Why the others cannot be read.
  public internal(set) var failures: [RecordFailure] = []
}

extension Store {
  /// Reads the head of every record, on several threads, and keeps an index of them for the next command
  /// (``IdentifierCache``).
  /// - Parameter keepsMembers: Whether the members are wanted beside the snapshots.
  public func heads(keepsMembers: Bool = false) throws(StoreError) -> StoreHeads {
    let scan = cache.beginScan()
    let entries = try files.list().records
    var heads = StoreHeads()
    var standings: [(id: PackedIncidentID, standing: RecordStanding)] = []
    heads.snapshots.reserveCapacity(entries.count)
    standings.reserveCapacity(entries.count)
    for (entry, answer) in zip(entries, files.readHeads(of: entries, Self.read)) {
      var standing = RecordStanding.unreadable
      switch answer {
      case .success(.some(.success(let head))):
        heads.snapshots.append(head.snapshot)
        if keepsMembers { heads.members[head.snapshot.id] = head.members }
        standing = RecordStanding(head.snapshot.status)
      case .success(.some(.failure(let fault))):
        heads.failures.append(.fault(fault, path: files.path(of: entry.id)))
      case .success(.none):
        // The head ends with the file: reading it whole says where.
        heads.failures += loadAll([entry.id]).failures
      case .failure(let error):
        heads.failures.append(.store(error))
      }
      standings.append((entry.packedID, standing))
    }
    if let scan { cache.save(standings, of: scan) }
    return heads
  }

  /// The records that stand so, read whole, sorted by id, and why those that cannot be read cannot; the latter only where
  /// `standings` has ``RecordStanding/unreadable``.
  public func records(
    standing standings: Set<RecordStanding>
  ) throws(StoreError) -> (records: [StoredRecord], failures: [RecordFailure]) {
    guard let index = cache.load() else {
      let heads = try heads()
      let loaded = loadAll(heads.snapshots.filter { standings.contains(RecordStanding($0.status)) }.map(\.id))
      return (loaded.records, (standings.contains(.unreadable) ? heads.failures : []) + loaded.failures)
    }
    var loaded = loadAll(standings.flatMap(index.ids(standing:)).sorted())
    // A hand edit may have changed one since the index was written.
    loaded.records.removeAll { !standings.contains(RecordStanding($0.incident.snapshot.status)) }
    return loaded
  }

  /// The ids that a reference may mean, sorted.
  public func matching(_ reference: IncidentReference) throws(StoreError) -> [IncidentID] {
    if let index = cache.load() { return index.matching(reference) }
    return try files.list().matching(reference)
  }

  private var cache: IdentifierCache { IdentifierCache(location, fileSystem: fileSystem) }

  /// One head; nil where the bytes do not hold all of it.
  @Sendable
  private static func read(
    _ entry: RecordEntry, _ bytes: UnsafeRawBufferPointer, isWhole: Bool
  ) -> Result<RecordHead, RecordFault>? {
    do throws(RecordFault) {
      return try RecordCodec.decodeHead(bytes, named: entry.id).map(Result.success)
    } catch {
      return .failure(error)
    }
  }
}
