import IncidentCore
import IncidentStore
import JSONTree

/// A store that was found, and what commands do with its records.
struct StoreAccess {
  let location: StoreLocation
  let files: RecordFiles

  init(_ location: StoreLocation) {
    self.location = location
    files = RecordFiles(location)
  }

  /// A record as it stands on disk.
  struct Loaded {
    let incident: Incident
    let bytes: [UInt8]
    let path: String
  }

  /// A record, read whole.
  func load(_ id: IncidentID) throws(CommandFailure) -> Loaded {
    let path = files.path(of: id)
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try files.read(id)
    } catch {
      throw CommandFailure(error)
    }
    do throws(RecordFault) {
      return Loaded(incident: try RecordCodec.decode(bytes, named: id), bytes: bytes, path: path)
    } catch {
      throw CommandFailure(error, path: path)
    }
  }

  /// Whether something stands under the name of that record.
  func exists(_ id: IncidentID) throws(CommandFailure) -> Bool {
    do throws(StoreError) {
      return try files.read(id).count >= 0
    } catch {
      if case .recordNotFound = error { return false }
      throw CommandFailure(error)
    }
  }

  /// Records, of which some may be broken: those that can be read, and why the others cannot.
  func loadAll(_ ids: [IncidentID]) -> (records: [Loaded], failures: [CommandFailure]) {
    var records: [Loaded] = []
    var failures: [CommandFailure] = []
    for id in ids {
      do throws(CommandFailure) {
        records.append(try load(id))
      } catch {
        failures.append(error)
      }
    }
    return (records, failures)
  }

  /// A file of the store besides the records, a postmortem or a template; nil where there is none.
  func read(fileNamed name: String) throws(CommandFailure) -> [UInt8]? {
    do throws(StoreError) {
      return try files.read(fileNamed: name)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Runs `body` with the exclusive right to write, after clearing up what a writer that died left behind.
  func locked<Answer>(
    by holder: LockHolder, _ body: (borrowing StoreLock) throws(CommandFailure) -> Answer
  ) throws(CommandFailure) -> Answer {
    let lock: StoreLock
    do throws(StoreError) {
      lock = try StoreLock.acquire(in: location, holder: holder)
    } catch {
      throw CommandFailure(error)
    }
    if lock.followsCrash { files.removeUnfinishedFiles(under: lock) }
    return try body(lock)
  }

  /// Replaces or makes a record.
  func write(_ incident: Incident, under lock: borrowing StoreLock) throws(CommandFailure) {
    do throws(StoreError) {
      try files.write(RecordCodec.encode(incident), incident.id, under: lock)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Replaces or makes another file of the store.
  func write(
    _ bytes: [UInt8], fileNamed name: String, under lock: borrowing StoreLock
  ) throws(CommandFailure) {
    do throws(StoreError) {
      try files.write(bytes, fileNamed: name, under: lock)
    } catch {
      throw CommandFailure(error)
    }
  }
}
