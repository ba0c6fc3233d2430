import IncidentCore
import IncidentStore

/// ``Store`` as commands use it: what it does, its errors told as failures of the command.
struct StoreAccess {
  let store: Store

  var location: StoreLocation { store.location }
  var files: RecordFiles { store.files }

  func load(_ id: IncidentID) throws(CommandFailure) -> StoredRecord {
    do throws(RecordFailure) {
      return try store.load(id)
    } catch {
      throw CommandFailure(error)
    }
  }

  func loadAll(_ ids: [IncidentID]) -> (records: [StoredRecord], failures: [RecordFailure]) {
    store.loadAll(ids)
  }

  func heads(keepsMembers: Bool = false) throws(CommandFailure) -> StoreHeads {
    try CommandFailure.wrapping { () throws(StoreError) in try store.heads(keepsMembers: keepsMembers) }
  }

  func heads(
    standing standings: [RecordStanding], keepsMembers: Bool
  ) throws(CommandFailure) -> StoreHeads {
    try CommandFailure.wrapping { () throws(StoreError) in
      try store.heads(standing: standings, keepsMembers: keepsMembers)
    }
  }

  func records(
    standing standings: [RecordStanding]
  ) throws(CommandFailure) -> (records: [StoredRecord], failures: [RecordFailure]) {
    try CommandFailure.wrapping { () throws(StoreError) in try store.records(standing: standings) }
  }

  func precedents(_ query: PrecedentQuery) throws(CommandFailure) -> [Precedent] {
    try CommandFailure.wrapping { () throws(StoreError) in try store.precedents(query) }
  }

  func onlyActiveID() -> IncidentID? {
    store.onlyActiveID()
  }

  func matching(_ reference: IncidentReference) throws(CommandFailure) -> [IncidentID] {
    try CommandFailure.wrapping { () throws(StoreError) in try store.matching(reference) }
  }

  func listing() throws(CommandFailure) -> RecordListing {
    try CommandFailure.wrapping { () throws(StoreError) in try files.list() }
  }

  func exists(_ id: IncidentID) throws(CommandFailure) -> Bool {
    try CommandFailure.wrapping { () throws(StoreError) in try files.exists(id) }
  }

  func read(fileNamed name: String) throws(CommandFailure) -> [UInt8]? {
    try CommandFailure.wrapping { () throws(StoreError) in try files.read(fileNamed: name) }
  }

  /// Runs `body` with the exclusive right to write.
  func locked<Answer>(
    by holder: LockHolder, _ body: (borrowing StoreLock) throws(CommandFailure) -> Answer
  ) throws(CommandFailure) -> Answer {
    let lock: StoreLock
    do throws(StoreError) {
      lock = try store.lock(by: holder)
    } catch {
      throw CommandFailure(error)
    }
    return try body(lock)
  }

  func completeRules(by holder: LockHolder) throws(CommandFailure) -> [String] {
    try CommandFailure.wrapping { () throws(StoreError) in try store.completeRules(by: holder) }
  }

  func write(_ incident: Incident, under lock: borrowing StoreLock) throws(CommandFailure) {
    do throws(StoreError) {
      try store.write(incident, under: lock)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Replaces what was read.
  /// - Returns: False where something that knows no lock, Git for one, wrote to the file since; nothing is changed then.
  func write(
    _ incident: Incident, replacing old: StoredRecord, isLastTry: Bool, under lock: borrowing StoreLock
  ) throws(CommandFailure) -> Bool {
    do throws(StoreError) {
      try store.write(incident, replacing: old, under: lock)
      return true
    } catch {
      if case .changedMeanwhile = error, !isLastTry { return false }
      throw CommandFailure(error)
    }
  }

  /// Makes a file, unless something of that name is there.
  func make(_ bytes: [UInt8], fileNamed name: String, under lock: borrowing StoreLock) throws(CommandFailure) -> Bool {
    do throws(StoreError) {
      return try files.make(bytes, fileNamed: name, under: lock)
    } catch {
      throw CommandFailure(error)
    }
  }

  func write(_ bytes: [UInt8], fileNamed name: String, under lock: borrowing StoreLock) throws(CommandFailure) {
    do throws(StoreError) {
      try files.write(bytes, fileNamed: name, under: lock)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  /// What `body` answers, the store's error told as this one.
  static func wrapping<Answer>(_ body: () throws(StoreError) -> Answer) throws(CommandFailure) -> Answer {
    do throws(StoreError) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
