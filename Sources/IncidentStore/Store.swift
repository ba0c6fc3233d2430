public import IncidentCore

/// A store that was found, and what there is to do with its records: the one way to them for everything above.
public struct Store: Sendable {
  /// Where it is.
  public let location: StoreLocation
  /// Its files as bytes.
  public let files: RecordFiles

  let fileSystem: FileSystem

  /// The store at `location`.
  public init(_ location: StoreLocation, fileSystem: FileSystem) {
    self.location = location
    self.fileSystem = fileSystem
    files = RecordFiles(location, fileSystem: fileSystem)
  }

  /// The store of `directory` (``StoreLocation/find(from:fileSystem:)``); nil where there is none.
  public static func find(from directory: String, fileSystem: FileSystem) throws(StoreError) -> Store? {
    try StoreLocation.find(from: directory, fileSystem: fileSystem).map { Store($0, fileSystem: fileSystem) }
  }

  /// The store that `directory` gets (``StoreLocation/placeForNew(from:fileSystem:)``), made where it is not there.
  public static func create(for directory: String, fileSystem: FileSystem) throws(StoreError) -> Store {
    let place = try StoreLocation.placeForNew(from: directory, fileSystem: fileSystem)
    return Store(try StoreLocation.create(at: place, fileSystem: fileSystem), fileSystem: fileSystem)
  }

  /// The place where the store of `directory` is, or would be made: one that others made may come in there.
  public static func expected(for directory: String, fileSystem: FileSystem) throws(StoreError) -> Store {
    if let store = try find(from: directory, fileSystem: fileSystem) { return store }
    return Store(try StoreLocation.expected(from: directory, fileSystem: fileSystem), fileSystem: fileSystem)
  }

  /// Whether there is a store at its place.
  public func isThere() throws(StoreError) -> Bool {
    try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: location.root, followingLinks: true)?.kind == .directory
    }
  }

  /// A record, read whole.
  public func load(_ id: IncidentID) throws(RecordFailure) -> StoredRecord {
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try files.read(id)
    } catch {
      throw .store(error)
    }
    let path = files.path(of: id)
    do throws(RecordFault) {
      return StoredRecord(incident: try RecordCodec.decode(bytes, named: id), bytes: bytes, path: path)
    } catch {
      throw .fault(error, path: path)
    }
  }

  /// Records, of which some may be broken: those that can be read, and why the others cannot.
  public func loadAll(_ ids: [IncidentID]) -> (records: [StoredRecord], failures: [RecordFailure]) {
    var records: [StoredRecord] = []
    var failures: [RecordFailure] = []
    for id in ids {
      do throws(RecordFailure) {
        records.append(try load(id))
      } catch {
        failures.append(error)
      }
    }
    return (records, failures)
  }

  /// Takes the exclusive right to write, and clears up what a writer that died left behind.
  ///
  /// Where a person made the directory by hand, it gets the `.gitignore` that keeps the lock out of Git. One of their
  /// own stays as it is until ``completeRules(by:)``. A command that records does not fail for want of it.
  public func lock(by holder: LockHolder) throws(StoreError) -> StoreLock {
    let lock = try StoreLock.acquire(in: location, holder: holder, fileSystem: fileSystem)
    try? RulesFile.ignore.makeWhereAbsent(in: location, fileSystem)
    if lock.followsCrash { files.removeUnfinishedFiles(under: lock) }
    return lock
  }

  /// Adds to the store's `.gitignore` and `.gitattributes` what they lack.
  /// - Returns: The names of those that lacked any.
  public func completeRules(by holder: LockHolder) throws(StoreError) -> [String] {
    let lock = try StoreLock.acquire(in: location, holder: holder, fileSystem: fileSystem)
    var completed: [String] = []
    for file in [RulesFile.ignore, .attributes] where try file.complete(in: location, fileSystem) {
      completed.append(file.name)
    }
    lock.release()
    return completed
  }

  /// Replaces or makes a record, as ``RecordFiles/write(_:_:replacing:under:)`` does.
  public func write(
    _ incident: Incident, replacing old: StoredRecord? = nil, under lock: borrowing StoreLock
  ) throws(StoreError) {
    try files.write(RecordCodec.encode(incident), incident.id, replacing: old?.bytes, under: lock)
  }
}
