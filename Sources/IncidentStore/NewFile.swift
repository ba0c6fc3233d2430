extension RecordFiles {
  /// Makes a file of the store, `runbooks/queue-backlog.md`, and the folder that it stands in; durable when it returns.
  /// - Returns: False where something of that name is there, which stays as it is.
  /// - Throws: As ``write(_:fileNamed:replacing:under:)``.
  public func make(
    _ bytes: [UInt8], fileNamed name: String, under lock: borrowing StoreLock
  ) throws(StoreError) -> Bool {
    let path = store.path(name)
    let isFree = try StoreError.wrapping { () throws(SystemError) in
      if try fileSystem.makeDirectory(parent(of: path)) {
        try fileSystem.synchronizeDirectory(parent(of: parent(of: path)))
      }
      return try fileSystem.status(at: path, followingLinks: false) == nil
    }
    guard isFree else { return false }
    try write(bytes, fileNamed: name, under: lock)
    return true
  }
}
