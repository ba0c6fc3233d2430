/// Symbolic links in the store.
enum StoreLink {
  /// The file that `path`, a path below the store's root, means: itself, or what it is a link to, with no link left in
  /// it. Nil where nothing is there.
  ///
  /// - Throws: ``StoreError/linkOutOfStore(path:target:)`` where the file is not below the root, or nowhere.
  static func target(
    of path: String, in store: StoreLocation, _ fileSystem: FileSystem
  ) throws(StoreError) -> String? {
    let status: FileStatus?
    do {
      status = try fileSystem.status(at: path, followingLinks: false)
    } catch {
      throw .unreadableRecord(path: path, error)
    }
    guard let status else { return nil }
    // A link above the file counts as well: `templates` may be one.
    guard status.kind == .symbolicLink || parent(of: path) != store.root else { return path }
    let target: String
    do {
      target = try fileSystem.resolve(path)
    } catch {
      if error.code == ENOENT || error.code == ELOOP { throw .linkOutOfStore(path: path, target: nil) }
      throw .unreadableRecord(path: path, error)
    }
    guard target.hasPrefix(store.path("")) else { throw .linkOutOfStore(path: path, target: target) }
    return target
  }
}
