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
    from directory: String, fileSystem: FileSystem = FileSystem()
  ) throws(StoreError) -> StoreLocation? {
    try StoreError.wrapping { () throws(SystemError) in
      for ancestor in ancestors(of: try fileSystem.resolve(directory)) {
        let candidate = ancestor.path(directoryName)
        if try looksLikeStore(candidate, fileSystem) { return StoreLocation(root: try fileSystem.resolve(candidate)) }
      }
      return nil
    }
  }

  /// The store that a person named outright: any directory.
  public static func at(_ path: String, fileSystem: FileSystem = FileSystem()) throws(StoreError) -> StoreLocation {
    let location = StoreLocation(
      root: try StoreError.wrapping { () throws(SystemError) in try fileSystem.resolve(path) })
    let status = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: location.root, followingLinks: true)
    }
    guard status?.kind == .directory else { throw .inputOutput(SystemError(.open, location.root, ENOTDIR)) }
    return location
  }

  /// Where a store for `directory` would be made: at the root of its Git work tree, else in itself.
  public static func placeForNew(
    from directory: String, fileSystem: FileSystem = FileSystem()
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

  /// Makes the store at `path`, whose parent exists, with the `.gitignore` that keeps one machine's files out of Git.
  /// Does nothing where it exists already, so that two first declarations at once do no harm.
  public static func create(
    at path: String, fileSystem: FileSystem = FileSystem()
  ) throws(StoreError) -> StoreLocation {
    let isNew = try StoreError.wrapping { () throws(SystemError) in try fileSystem.makeDirectory(path) }
    let location = try StoreLocation.at(path, fileSystem: fileSystem)
    return try located(location, isNew: isNew, fileSystem)
  }

  private static func located(
    _ location: StoreLocation, isNew: Bool, _ fileSystem: FileSystem
  ) throws(StoreError) -> StoreLocation {
    let isStore = try StoreError.wrapping { () throws(SystemError) in
      if isNew { return true }
      return try looksLikeStore(location.root, fileSystem)
    }
    guard isStore else { throw .directoryTaken(path: location.root) }
    try StoreError.wrapping { () throws(SystemError) in
      let ignore = location.path(".gitignore")
      if try fileSystem.status(at: ignore, followingLinks: false) == nil {
        try AtomicReplacement(fileSystem).write(Array(ignoreRules.utf8), to: ignore)
      }
      if isNew { try fileSystem.synchronizeDirectory(parent(of: location.root)) }
    }
    return location
  }

  /// What one machine keeps for itself.
  static let ignoreRules = """
    # The lock, the cache and unfinished files of `incident`: this machine's own.
    .lock
    .cache/
    .*.tmp

    """

  /// Whether `path` is a directory that has `.gitignore`, `config.json` or an entry `INC-…`, or nothing at all; a
  /// source folder of that name full of other things is none.
  private static func looksLikeStore(_ path: String, _ fileSystem: FileSystem) throws(SystemError) -> Bool {
    guard try fileSystem.status(at: path, followingLinks: true)?.kind == .directory else { return false }
    let candidate = StoreLocation(root: path)
    // Asked for by name first: reading a directory of 10,000 records takes milliseconds.
    for name in [".gitignore", "config.json"] {
      if try fileSystem.status(at: candidate.path(name), followingLinks: false) != nil { return true }
    }
    var isEmpty = true
    var hasRecord = false
    try fileSystem.list(path) { name, _ in
      isEmpty = false
      hasRecord = name.starts(with: "INC-".utf8)
      return !hasRecord
    }
    return isEmpty || hasRecord
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

  private init(root: String) {
    self.root = root
  }
}

/// The directory an absolute path stands in; `/` for `/`.
func parent(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}
