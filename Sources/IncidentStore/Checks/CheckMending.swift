public import IncidentCore

extension Store {
  /// What came of mending a file.
  public enum Mended: Hashable, Sendable {
    /// The record was written anew.
    case rewritten
    /// The file has another name now.
    case renamed(to: String)
    /// The file is gone.
    case removed
    /// The record has what both sides of a merge had.
    case merged
    /// Two incidents had taken one id: the file holds the one, and the other has that id now.
    case separated(IncidentID)
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
    case .takeApart:
      guard let bytes = try files.read(fileNamed: name), let mending = try? RecordMending(bytes) else { return nil }
      return try settle(mending, fileNamed: name, under: lock)
    }
  }

  /// Writes what the sides of a merge came to.
  /// - Returns: Nil where it is not the record of that name, or no other id is free for the second incident.
  func settle(
    _ mending: RecordMending, fileNamed name: String, under lock: borrowing StoreLock
  ) throws(StoreError) -> Mended? {
    let id = IncidentID(String(name.dropLast(5)))
    switch mending {
    case .one(let bytes):
      guard (try? RecordCodec.decode(bytes, named: id)) != nil else { return nil }
      try files.write(bytes, fileNamed: name, under: lock)
      return .merged
    case .two(let bytes, let other):
      guard let id, (try? RecordCodec.decode(bytes, named: id)) != nil else { return nil }
      for candidate in other.alternativeIDs where candidate != id {
        guard let renamed = try? other.renamed(to: candidate) else { continue }
        var content = RecordCodec.encode(renamed)
        if let present = try files.read(fileNamed: candidate.text + ".json") {
          // Another clone may have told them apart before.
          guard let merged = try? RecordMerge.merged(base: nil, ours: present, theirs: content) else { continue }
          content = merged
        }
        // First the one that would be lost, should this be the last thing the machine does.
        try files.write(content, fileNamed: candidate.text + ".json", under: lock)
        try files.write(bytes, fileNamed: name, under: lock)
        return .separated(candidate)
      }
      return nil
    }
  }
}
