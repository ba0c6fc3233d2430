/// The store's folder `.cache`, whose content is one machine's own and can be had again; Git never sees it.
struct CacheFolder: Sendable {
  private let path: String
  private let fileSystem: FileSystem

  /// That of `store`, whether it is there or not.
  init(of store: StoreLocation, fileSystem: FileSystem) {
    path = store.path(".cache")
    self.fileSystem = fileSystem
  }

  /// Where a file of that name is or would be; empty for the folder itself.
  func path(_ name: String = "") -> String { name.isEmpty ? path : path + "/" + name }

  /// Whether it is there; false for a symbolic link, which may lead out of the store.
  var isThere: Bool {
    (try? fileSystem.status(at: path, followingLinks: false))?.kind == .directory
  }

  /// Makes the folder, and in it the `.gitignore` that keeps all of it out of Git.
  /// - Returns: Whether it is there now.
  func make() -> Bool {
    _ = try? fileSystem.makeDirectory(path)
    guard isThere else { return false }
    try? AtomicReplacement(fileSystem).write(Array("*\n".utf8), to: path(".gitignore"), isDurable: false)
    return true
  }
}
