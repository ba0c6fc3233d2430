/// Where a store is: a directory named `incidents`, found from within a repository as Git finds `.git`.
public struct StoreLocation: Hashable, Sendable {
  /// The directory's path, absolute and without symbolic links.
  public let root: String

  /// What the directory is called where nobody says otherwise.
  public static let directoryName = "incidents"

  /// The path of `name` within the store.
  public func path(_ name: String) -> String {
    root == "/" ? "/" + name : root + "/" + name
  }

  /// The store of `directory`: that of the nearest directory, itself or above it, which has one. Nil where there is none.
  public static func find(
    from directory: String, fileSystem: FileSystem
  ) throws(StoreError) -> StoreLocation? {
    let start = try resolved(directory, fileSystem)
    let status = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: start, followingLinks: true)
    }
    guard status?.kind == .directory else { throw .inputOutput(SystemError(.open, start, ENOTDIR)) }
    for ancestor in ancestors(of: start) {
      let candidate = ancestor.path(directoryName)
      if try looksLikeStore(candidate, fileSystem) { return StoreLocation(root: try resolved(candidate, fileSystem)) }
    }
    return nil
  }

  /// The store that a person named outright: any directory.
  public static func at(_ path: String, fileSystem: FileSystem) throws(StoreError) -> StoreLocation {
    let location = StoreLocation(root: try resolved(path, fileSystem))
    let status = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: location.root, followingLinks: true)
    }
    guard status?.kind == .directory else { throw .inputOutput(SystemError(.open, location.root, ENOTDIR)) }
    return location
  }

  /// Where a store for `directory` would be made: at the root of its Git work tree, else in itself.
  public static func placeForNew(
    from directory: String, fileSystem: FileSystem
  ) throws(StoreError) -> String {
    try StoreError.wrapping { () throws(SystemError) in
      let start = StoreLocation(root: try fileSystem.resolve(directory))
      for ancestor in ancestors(of: start.root) {
        // A directory in a plain clone, a file in a worktree or submodule.
        if try fileSystem.status(at: ancestor.path(".git"), followingLinks: true) != nil {
          return ancestor.path(directoryName)
        }
      }
      return start.path(directoryName)
    }
  }

  /// ``placeForNew(from:fileSystem:)``, whether anything stands there or not.
  static func expected(from directory: String, fileSystem: FileSystem) throws(StoreError) -> StoreLocation {
    StoreLocation(root: try placeForNew(from: directory, fileSystem: fileSystem))
  }

  /// Makes the store at `path`, whose parent exists, with the `.gitignore` that keeps one machine's files out of Git, and
  /// the `.gitattributes` that say how it merges.
  /// Does nothing where it exists already, so that two first declarations at once do no harm.
  public static func create(
    at path: String, fileSystem: FileSystem
  ) throws(StoreError) -> StoreLocation {
    let isNew = try StoreError.wrapping { () throws(SystemError) in try fileSystem.makeDirectory(path) }
    let location = try StoreLocation.at(path, fileSystem: fileSystem)
    return try located(location, isNew: isNew, fileSystem)
  }

  private static func located(
    _ location: StoreLocation, isNew: Bool, _ fileSystem: FileSystem
  ) throws(StoreError) -> StoreLocation {
    if !isNew {
      guard try looksLikeStore(location.root, fileSystem) else { throw .directoryTaken(path: location.root) }
    }
    // First the one that makes it a store (`looksLikeStore`), in case the second cannot be written.
    try RulesFile.ignore.complete(in: location, fileSystem)
    try RulesFile.attributes.complete(in: location, fileSystem)
    if isNew {
      try StoreError.wrapping { () throws(SystemError) in
        try fileSystem.synchronizeDirectory(parent(of: location.root))
      }
    }
    return location
  }

  /// Whether `path` is a directory that has `config.json`, an entry `INC-…` or a `.gitignore` with the store's rules, or
  /// nothing but runbooks and templates; a source folder of that name full of other things is none.
  private static func looksLikeStore(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    let kind = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: path, followingLinks: true)?.kind
    }
    guard kind == .directory else { return false }
    let candidate = StoreLocation(root: path)
    // Asked for by name first: reading a directory of 10,000 records takes milliseconds.
    if try RulesFile.ignore.names(StoreLock.fileName, in: candidate, fileSystem) { return true }
    return try StoreError.wrapping { () throws(SystemError) in
      if try fileSystem.status(at: candidate.path("config.json"), followingLinks: false) != nil { return true }
      var isEmpty = true
      var hasRecord = false
      try fileSystem.list(path) { name, _ in
        hasRecord = name.starts(with: "INC-".utf8)
        if !isOwn(name) { isEmpty = false }
        return !hasRecord
      }
      return isEmpty || hasRecord
    }
  }

  /// What a command makes before its first record, and leaves where that fails; and what a team prepares before it.
  private static func isOwn(_ name: UnsafeRawBufferPointer) -> Bool {
    [StoreLock.fileName, ".cache", "runbooks", "templates"].contains { name.elementsEqual($0.utf8) }
      || TemporaryName.matches(name)
  }

  /// `path`, which is absolute and resolved, and each directory above it up to `/`.
  private static func ancestors(of path: String) -> [StoreLocation] {
    var all = [StoreLocation(root: path)]
    var current = path
    while current != "/" {
      current = parent(of: current)
      all.append(StoreLocation(root: current))
    }
    return all
  }

  private static func resolved(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> String {
    try StoreError.wrapping { () throws(SystemError) in try fileSystem.resolve(path) }
  }

  private init(root: String) {
    self.root = root
  }
}

/// The directory an absolute path stands in; `/` for `/`.
func parent(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}
