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
    let answers = files.readHeads(of: entries) { entry, bytes, _ in
      Self.read(entry, bytes, keepsMembers: keepsMembers)
    }
    for (entry, answer) in zip(entries, answers) {
      var standing = RecordStanding.unreadable
      switch answer {
      case .success(.some(.success(let head))):
        heads.snapshots.append(head.snapshot)
        if let members = head.members { heads.members[head.snapshot.id] = members }
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
    // What a link leads to changes without a trace in the store's own directory.
    if let scan, entries.allSatisfy({ $0.kind == .regular }) { cache.save(standings, of: scan) }
    return heads
  }

  /// The records that stand so, read whole, sorted by id, and why those that cannot be read cannot; the latter only where
  /// `standings` has ``RecordStanding/unreadable``.
  public func records(
    standing standings: [RecordStanding]
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

  /// The only active incident, where the index knows of exactly one, of no record that cannot be read, and the one's head
  /// agrees: what most commands ask, at the price of one head. Nil says nothing.
  public func onlyActiveID() -> IncidentID? {
    guard let index = cache.load() else { return nil }
    let active = index.active
    guard active.count == 1, index.ids(standing: .unreadable).isEmpty, let bytes = try? files.read(active[0])
    else { return nil }
    let head = try? bytes.withUnsafeBytes { (bytes) throws(RecordFault) in
      try RecordCodec.decodeHead(bytes, named: active[0])
    }
    return head?.snapshot.status.isActive == true ? active[0] : nil
  }

  /// The ids that a reference may mean, sorted.
  public func matching(_ reference: IncidentReference) throws(StoreError) -> [IncidentID] {
    if let index = cache.load() { return index.matching(reference) }
    return try files.list().matching(reference)
  }

  private var cache: IdentifierCache { IdentifierCache(location, fileSystem: fileSystem) }

  /// One head as a scan keeps it: without its members, unless they are wanted, as there may be 100,000.
  private struct ScannedHead {
    let snapshot: Snapshot
    let members: JSONObject?
  }

  /// One head; nil where the bytes do not hold all of it.
  private static func read(
    _ entry: RecordEntry, _ bytes: UnsafeRawBufferPointer, keepsMembers: Bool
  ) -> Result<ScannedHead, RecordFault>? {
    do throws(RecordFault) {
      guard let head = try RecordCodec.decodeHead(bytes, named: entry.id) else { return nil }
      return .success(ScannedHead(snapshot: head.snapshot, members: keepsMembers ? head.members : nil))
    } catch {
      return .failure(error)
    }
  }
}
