import IncidentCore
import IncidentStore
import JSONTree

extension StoreAccess {
  /// The head of every record: the snapshots of those that can be read, by id, and why the others cannot.
  struct Heads {
    var snapshots: [Snapshot] = []
    /// The members of those heads as they stand in the files, where they were asked for.
    var members: [IncidentID: JSONObject] = [:]
    var failures: [CommandFailure] = []
  }

  /// Reads the head of every record, on several threads.
  /// - Parameter keepsMembers: Whether the members are wanted beside the snapshots.
  func heads(keepsMembers: Bool = false) throws(CommandFailure) -> Heads {
    let cache = IdentifierCache(location)
    let scan = cache.beginScan()
    let entries = try listing().records
    var heads = Heads()
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

  /// The records that stand so, read whole, sorted by id, and why those that cannot be read cannot; the latter only where
  /// `standings` has ``RecordStanding/unreadable``.
  func records(
    standing standings: [RecordStanding]
  ) throws(CommandFailure) -> (records: [Loaded], failures: [CommandFailure]) {
    guard let index = IdentifierCache(location).load() else {
      let heads = try heads()
      let loaded = loadAll(heads.snapshots.filter { standings.contains(RecordStanding($0.status)) }.map(\.id))
      return (loaded.records, (standings.contains(.unreadable) ? heads.failures : []) + loaded.failures)
    }
    var loaded = loadAll(standings.flatMap(index.ids(standing:)).sorted())
    // A hand edit may have changed one since the index was written.
    loaded.records.removeAll { !standings.contains(RecordStanding($0.incident.snapshot.status)) }
    return loaded
  }

  /// The only active incident, where the index knows of exactly one and its head agrees: what most commands ask, at the
  /// price of one head. Nil says nothing.
  func onlyActiveID() -> IncidentID? {
    guard let active = IdentifierCache(location).load()?.active, active.count == 1,
      let bytes = try? files.read(active[0])
    else { return nil }
    let head = try? bytes.withUnsafeBytes { (bytes) throws(RecordFault) in
      try RecordCodec.decodeHead(bytes, named: active[0])
    }
    return head?.snapshot.status.isActive == true ? active[0] : nil
  }

  /// The ids that a reference may mean.
  func matching(_ reference: IncidentReference) throws(CommandFailure) -> [IncidentID] {
    if let index = IdentifierCache(location).load() { return index.matching(reference) }
    return try listing().matching(reference)
  }

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

extension RecordStanding {
  init(_ status: Status) {
    switch status {
    case .declared, .investigating, .mitigating, .monitoring: self = .active
    case .resolved: self = .awaitingClose
    case .closed, .cancelled: self = .settled
    }
  }
}
