import IncidentCore

extension Store {
  /// What came of mending a file.
  public enum Mended: Hashable, Sendable {
    /// The record was written anew.
    case rewritten
    /// The file has another name now.
    case renamed(to: String)
    /// The file is gone.
    case removed
  }

  /// Does what a finding says mends it, on what the file holds now.
  /// - Parameter name: the file's name in the store.
  /// - Returns: Nil where that is no longer so: somebody mended it, or took the name.
  public func mend(
    _ mending: Finding.Mending, fileNamed name: String, under lock: borrowing StoreLock
  ) throws(StoreError) -> Mended? {
    switch mending {
    case .rewrite:
      guard let bytes = try files.read(fileNamed: name), let incident = try? RecordCodec.decode(bytes),
        incident.isWritable
      else { return nil }
      // Whose record this is takes a person.
      if let named = IncidentID(String(name.dropLast(5))), named != incident.id { return nil }
      let canonical = RecordCodec.encode(incident)
      guard canonical != bytes else { return nil }
      try files.write(canonical, fileNamed: name, under: lock)
      return .rewritten
    case .rename(let id):
      guard try !files.exists(id), let bytes = try files.read(fileNamed: name),
        let incident = try? RecordCodec.decode(bytes), incident.id == id
      else { return nil }
      let target = id.text + ".json"
      try StoreError.wrapping { () throws(SystemError) in
        try fileSystem.rename(location.path(name), to: location.path(target))
        try fileSystem.synchronizeDirectory(location.root)
      }
      return .renamed(to: target)
    case .remove:
      // With the lock in hand no other writer is at work.
      guard TemporaryName.matches(name.utf8) else { return nil }
      try StoreError.wrapping { () throws(SystemError) in try fileSystem.remove(location.path(name)) }
      return .removed
    }
  }
}
