/// Symbolic links in the store.
enum StoreLink {
  /// Where the file at `path`, a path below the store's root, is or would be: with no link left in it, neither the file
  /// itself nor a directory above it.
  ///
  /// - Throws: ``StoreError/linkOutOfStore(path:target:)`` where that is not below the root, or a link leads nowhere.
  static func target(
    of path: String, in store: StoreLocation, _ fileSystem: FileSystem
  ) throws(StoreError) -> String {
    var place = path
    let folder = parent(of: path)
    if folder != store.root {
      // `templates` may be a link, and the file in it a new one.
      guard let resolved = try resolve(folder, fileSystem) else { return path }
      guard resolved == store.root || resolved.hasPrefix(store.path("")) else {
        throw .linkOutOfStore(path: path, target: resolved)
      }
      place = resolved + path.dropFirst(folder.count)
    }
    let status = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.status(at: place, followingLinks: false)
    }
    guard status?.kind == .symbolicLink else { return place }
    guard let target = try resolve(place, fileSystem) else { throw .linkOutOfStore(path: path, target: nil) }
    guard target.hasPrefix(store.path("")) else { throw .linkOutOfStore(path: path, target: target) }
    return target
  }

  /// Nil where there is nothing at the end of it.
  private static func resolve(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> String? {
    do {
      return try fileSystem.resolve(path)
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.code) { return nil }
      throw .inputOutput(error)
    }
  }
}
