public import IncidentCore

/// The files of a store as bytes: which there are, reading them, replacing them.
///
/// A symbolic link is followed within the store and never out of it, for reading and for writing alike. A FIFO, device
/// or directory under a record's name is an error and never waits.
public struct RecordFiles: Sendable {
  /// The store's directory.
  public let store: StoreLocation
  let fileSystem: FileSystem

  /// The largest file that is read, in bytes: 64 MiB.
  public static let sizeLimit: Int64 = 64 << 20

  /// The files of `store`.
  public init(_ store: StoreLocation, fileSystem: FileSystem) {
    self.store = store
    self.fileSystem = fileSystem
  }

  /// Where the record of `id` is or would be.
  public func path(of id: IncidentID) -> String {
    store.path(id.text + ".json")
  }

  /// Every record, and what else `check` should hear of.
  public func list() throws(StoreError) -> RecordListing {
    try StoreError.wrapping { () throws(SystemError) in try RecordListing(store, fileSystem) }
  }

  /// Whether anything stands under the name of the record of `id`, readable or not.
  public func exists(_ id: IncidentID) throws(StoreError) -> Bool {
    try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: path(of: id), followingLinks: false) != nil
    }
  }

  /// All bytes of a record.
  ///
  /// - Throws: ``StoreError/recordNotFound(_:path:)`` and what ``read(fileNamed:)`` throws.
  public func read(_ id: IncidentID) throws(StoreError) -> [UInt8] {
    guard let bytes = try read(fileNamed: id.text + ".json") else {
      throw .recordNotFound(id, path: path(of: id))
    }
    return bytes
  }

  /// All bytes of another file of the store, `config.json` or `templates/sitrep.md`; nil where there is none.
  ///
  /// - Throws: ``StoreError/linkOutOfStore(path:target:)``, ``StoreError/notARegularFile(path:_:)``,
  ///   ``StoreError/tooLarge(path:size:)``, ``StoreError/inputOutput(_:)``.
  public func read(fileNamed name: String) throws(StoreError) -> [UInt8]? {
    let location = try StoreLink.target(of: store.path(name), in: store, fileSystem)
    guard let file = try open(location) else { return nil }
    defer { fileSystem.close(file) }
    return try fileSystem.readWhole(file, location)
  }

  /// Replaces or makes the record of `id`: durable when it returns, untouched when it throws
  /// (``AtomicReplacement``). The lock shows that no other `incident` writes.
  /// - Parameter old: What the new bytes were made of. Git or an editor, which know no lock, may have put something else
  ///   there since: ``StoreError/changedMeanwhile(path:)``. Nil where it does not matter.
  public func write(
    _ bytes: [UInt8], _ id: IncidentID, replacing old: [UInt8]? = nil, under lock: borrowing StoreLock
  ) throws(StoreError) {
    try write(bytes, fileNamed: id.text + ".json", replacing: old, under: lock)
  }

  /// The same for another file of the store, whose directory is there.
  public func write(
    _ bytes: [UInt8], fileNamed name: String, replacing old: [UInt8]? = nil, under lock: borrowing StoreLock
  ) throws(StoreError) {
    let path = store.path(name)
    // What could not be read again is not written.
    guard Int64(bytes.count) <= Self.sizeLimit else { throw .tooLarge(path: path, size: Int64(bytes.count)) }
    let location = try StoreLink.target(of: path, in: store, fileSystem)
    let status = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: location, followingLinks: false)
    }
    if let status, status.kind != .regular { throw .notARegularFile(path: location, status.kind) }
    do throws(SystemError) {
      try AtomicReplacement(fileSystem).write(bytes, to: location) {
        old.map { old in ((try? read(fileNamed: name)) ?? nil) == old } ?? true
      }
    } catch {
      if error.code == ESTALE, error.call == .rename { throw .changedMeanwhile(path: path) }
      // The last step, when the file has its new name already.
      let isInPlace = error.call == .synchronize && error.path == parent(of: location)
      throw isInPlace ? .unconfirmed(path: path, error) : .inputOutput(error)
    }
  }

  /// Removes what writers that died left behind; with the lock in hand no other writer is at work. Worth the reading of
  /// the whole directory only after ``StoreLock/followsCrash``. A file that cannot be removed stays for `check`.
  public func removeUnfinishedFiles(under lock: borrowing StoreLock) {
    removeUnfinishedFiles(in: store.root, depth: 0)
  }

  private func removeUnfinishedFiles(in directory: String, depth: Int) {
    var unfinished: [String] = []
    var directories: [String] = []
    try? fileSystem.list(directory) { name, kind in
      let path = directory + "/" + String(decoding: name, as: UTF8.self)
      if kind == .directory {
        directories.append(path)
      } else if TemporaryName.matches(name) {
        unfinished.append(path)
      }
      return true
    }
    for path in unfinished { try? fileSystem.remove(path) }
    // A record may be a link to a file in a directory of the store, and its temporary file is beside that.
    if depth < 4 {
      for path in directories { removeUnfinishedFiles(in: path, depth: depth + 1) }
    }
  }

  /// Nil where nothing is there. Neither waits for a FIFO's writer nor follows a link.
  func open(_ path: String) throws(StoreError) -> FileDescriptor? {
    do {
      return try fileSystem.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .inputOutput(error)
    }
  }
}
