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

  /// Of a store that is not there.
  public init() {}

  /// The snapshots, which are no longer here then: whoever sorts them copies none.
  public mutating func takeSnapshots() -> [Snapshot] {
    defer { snapshots = [] }
    return snapshots
  }

  /// Puts what was read whole in the place of heads, and what failed then beside what failed before; a record that has
  /// failed is no head any more.
  public mutating func take(whole records: [Incident], _ failures: [RecordFailure], of ids: [IncidentID]) {
    var read = Dictionary(records.map { ($0.id, $0.snapshot) }) { first, _ in first }
    let asked = Set(ids)
    var kept: [Snapshot] = []
    kept.reserveCapacity(snapshots.count)
    for snapshot in snapshots {
      if !asked.contains(snapshot.id) {
        kept.append(snapshot)
      } else if let whole = read.removeValue(forKey: snapshot.id) {
        kept.append(whole)
      }
    }
    snapshots = kept
    self.failures += failures
  }
}

extension Store {
  /// Reads the head of every record, on several threads, and keeps an index of them for the next command
  /// (``IdentifierCache``).
  /// - Parameter keepsMembers: Whether the members are wanted beside the snapshots.
  public func heads(keepsMembers: Bool = false) throws(StoreError) -> StoreHeads {
    let scan = cache.beginScan()
    let entries = try files.list().records
    let (heads, standings) = readHeads(of: entries, keepsMembers: keepsMembers)
    // What a link leads to changes without a trace in the store's own directory.
    if let scan, entries.allSatisfy({ $0.kind == .regular }) { cache.save(standings, heads.snapshots, of: scan) }
    return heads
  }

  /// The heads of the records that stand so, and of those that cannot be read why, where `standings` has
  /// ``RecordStanding/unreadable``; the heads of no others where there is an index.
  public func heads(standing standings: [RecordStanding], keepsMembers: Bool) throws(StoreError) -> StoreHeads {
    var heads: StoreHeads
    if let known = cache.records(standing: standings) {
      // A store with anything but regular files has no index.
      let entries = known.map { RecordEntry(packedID: $0.id, kind: .regular) }.sorted()
      heads = readHeads(of: entries, keepsMembers: keepsMembers).heads
    } else {
      heads = try self.heads(keepsMembers: keepsMembers)
      if !standings.contains(.unreadable) { heads.failures = [] }
    }
    heads.snapshots.removeAll { !standings.contains(RecordStanding($0.status)) }
    return heads
  }

  /// The heads of `entries` and how each record stands, in their order.
  private func readHeads(
    of entries: [RecordEntry], keepsMembers: Bool
  ) -> (heads: StoreHeads, standings: [(id: PackedIncidentID, standing: RecordStanding)]) {
    var heads = StoreHeads()
    var standings: [(id: PackedIncidentID, standing: RecordStanding)] = []
    heads.snapshots.reserveCapacity(entries.count)
    standings.reserveCapacity(entries.count)
    // Piece by piece: the answers of all would take as much memory again as the snapshots. Each the last one first, so
    // that they are taken off the end, which moves them: copying 10,000 takes as long as reading half of them.
    for start in stride(from: 0, to: entries.count, by: Self.pieceLength) {
      let piece = Array(entries[start..<min(start + Self.pieceLength, entries.count)].reversed())
      var answers = files.readHeads(
        of: piece, { entry, bytes, _ in ScannedHead(entry, bytes, keepsMembers: keepsMembers) },
        else: { error in error.map(ScannedHead.unreadable) ?? .cut })
      for entry in piece.reversed() {
        guard let answer = answers.popLast() else { break }
        standings.append((entry.packedID, take(answer, of: entry, into: &heads)))
      }
    }
    return (heads, standings)
  }

  /// As many heads as are read before the snapshots are gathered.
  private static let pieceLength = 16_384

  /// Puts one answer where it belongs, and says how its record stands.
  private func take(
    _ answer: consuming ScannedHead, of entry: RecordEntry, into heads: inout StoreHeads
  ) -> RecordStanding {
    switch consume answer {
    case .head(let snapshot, let members):
      let standing = RecordStanding(snapshot.status)
      if let members { heads.members[snapshot.id] = members }
      heads.snapshots.append(snapshot)
      return standing
    case .fault(let fault): heads.failures.append(.fault(fault, path: files.path(of: entry.id)))
    // Reading it whole says where it ends.
    case .cut: heads.failures += loadAll([entry.id]).failures
    case .unreadable(let error): heads.failures.append(.store(error))
    }
    return .unreadable
  }

  /// The records that stand so, read whole, sorted by id, and why those that cannot be read cannot; the latter only where
  /// `standings` has ``RecordStanding/unreadable``.
  public func records(
    standing standings: [RecordStanding]
  ) throws(StoreError) -> (records: [StoredRecord], failures: [RecordFailure]) {
    guard let known = cache.records(standing: standings) else {
      let heads = try heads()
      let loaded = loadAll(heads.snapshots.filter { standings.contains(RecordStanding($0.status)) }.map(\.id))
      return (loaded.records, (standings.contains(.unreadable) ? heads.failures : []) + loaded.failures)
    }
    var loaded = loadAll(known.map(\.id).sorted().map { IncidentID($0) })
    // A hand edit may have changed one since the index was written.
    loaded.records.removeAll { !standings.contains(RecordStanding($0.incident.snapshot.status)) }
    return loaded
  }

  /// The only active incident, where the index knows of exactly one, of no record that cannot be read, and the one's head
  /// agrees: what most commands ask, at the price of one head. Nil says nothing.
  public func onlyActiveID() -> IncidentID? {
    guard let known = cache.records(standing: [.active, .unreadable]), known.count == 1, known[0].standing == .active
    else { return nil }
    let id = IncidentID(known[0].id)
    guard let bytes = try? files.read(id) else { return nil }
    let snapshot = try? bytes.withUnsafeBytes { (bytes) throws(RecordFault) in
      try RecordCodec.decodeSnapshot(bytes, named: id)
    }
    return snapshot?.status.isActive == true ? id : nil
  }

  /// The earlier incidents that share cause or service with one, the latest first. A record that cannot be read is none.
  ///
  /// Without a valid index the heads of those are read that were declared since: an id has the day on which it was
  /// given, and nothing that began later is recorded earlier.
  public func precedents(_ query: PrecedentQuery) throws(StoreError) -> [Precedent] {
    if let known = cache.precedents(query) { return known }
    let entries = try files.list().records.filter { $0.packedID.isGiven(onOrAfter: query.since.date) }
    return query.precedents(among: readHeads(of: entries, keepsMembers: false).heads.snapshots)
  }

  /// The ids that a reference may mean, sorted.
  public func matching(_ reference: IncidentReference) throws(StoreError) -> [IncidentID] {
    if let ids = cache.matching(reference) { return ids }
    return try files.list().matching(reference)
  }

  private var cache: IdentifierCache { IdentifierCache(location, fileSystem: fileSystem) }
}

/// What a scan has of one head.
private enum ScannedHead: Sendable {
  /// It reads; without its members, unless they are wanted, as there may be 100,000.
  case head(Snapshot, JSONObject?)
  /// It is none.
  case fault(RecordFault)
  /// It ends with the file.
  case cut
  /// The file cannot be read.
  case unreadable(StoreError)

  /// Nil where the bytes do not hold all of it.
  init?(_ entry: RecordEntry, _ bytes: UnsafeRawBufferPointer, keepsMembers: Bool) {
    do throws(RecordFault) {
      if keepsMembers {
        guard let read = try RecordCodec.decodeHead(bytes, named: entry.id) else { return nil }
        self = .head(read.snapshot, read.members)
      } else {
        guard let snapshot = try RecordCodec.decodeSnapshot(bytes, named: entry.id) else { return nil }
        self = .head(snapshot, nil)
      }
    } catch {
      self = .fault(error)
    }
  }
}
