/// Whether a clone merges the store's records, and whether that was looked at already.
///
/// A command that writes has a millisecond, and Git takes more to start. Therefore Git is asked once in the life of a
/// work tree: a file in the store's `.cache` says that it was.
public struct MergeReadiness: Sendable {
  private let store: StoreLocation
  private let fileSystem: FileSystem

  /// That of the clone that `store` is in.
  public init(of store: StoreLocation, fileSystem: FileSystem) {
    self.store = store
    self.fileSystem = fileSystem
  }

  /// Whether a person is to be told that this clone merges records as text: true once, where it does. Never outside of
  /// a Git work tree, and never where Git cannot be asked.
  /// - Parameter variables: What the environment of `git` has beside this process's own.
  public func isNewlyFoundLacking(adding variables: [String: String]) -> Bool {
    guard (try? fileSystem.status(at: marker, followingLinks: false)) == nil, isInWorkTree,
      let isRegistered = try? MergeDriver.isRegistered(in: store.root, adding: variables)
    else { return false }
    let hasRules = (try? RulesFile.attributes.isComplete(in: store, fileSystem)) ?? true
    markSeen()
    return !isRegistered || !hasRules
  }

  /// Keeps that the clone was looked at. Where that cannot be written, it will be looked at again, and nothing is lost.
  public func markSeen() {
    guard folder.isThere || folder.make() else { return }
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    if let file = try? fileSystem.open(marker, flags, mode: 0o644, as: .create) { fileSystem.close(file) }
  }

  private var folder: CacheFolder { CacheFolder(of: store, fileSystem: fileSystem) }
  private var marker: String { folder.path("merge-driver") }

  /// By the look of the directories alone, as Git would find out.
  private var isInWorkTree: Bool {
    var directory = store.root
    while true {
      let git = directory == "/" ? "/.git" : directory + "/.git"
      if (try? fileSystem.status(at: git, followingLinks: true)) != nil { return true }
      guard directory != "/" else { return false }
      directory = parent(of: directory)
    }
  }
}
