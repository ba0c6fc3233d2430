/// The exclusive right to write to a store, until it is released or its owner dies.
///
/// It is the kernel's lock on the file `.lock` (`flock(2)`), which no process takes along into its grave, so that there
/// are no stale locks to remove. The file is never removed: what it holds names the owner to those who wait.
public struct StoreLock: ~Copyable, Sendable {
  /// True where the owner before died with the lock in hand, and may have left unfinished files
  /// (``RecordFiles/removeUnfinishedFiles(under:)``).
  let followsCrash: Bool

  private let file: FileDescriptor
  private let path: String
  private let fileSystem: FileSystem

  /// The lock file's name in the store.
  static let fileName = ".lock"

  /// Takes the lock, trying again and again until `wait` has passed in which nobody else got it either: in a crowd the
  /// others come to their end, and one that hangs does not. Never longer than six times `wait`.
  ///
  /// - Throws: ``StoreError/lockHeld(_:path:waitedMilliseconds:)``, ``StoreError/linkOutOfStore(path:target:)`` or
  ///   ``StoreError/notARegularFile(path:_:)`` for a lock file that is none, ``StoreError/inputOutput(_:)``.
  static func acquire(
    in store: StoreLocation, holder: LockHolder, wait: Duration = .seconds(10), fileSystem: FileSystem
  ) throws(StoreError) -> StoreLock {
    let path = store.path(fileName)
    let clock = fileSystem.calls
    let budget = nanoseconds(wait)
    let begin = clock.monotonicTime()
    var (start, otherSeen) = (begin, "")
    // Short enough that a crowd finds every gap, jittered so that it does not come in step.
    var pause: Int64 = 500_000
    while true {
      let file = try open(path, fileSystem)
      do throws(StoreError) {
        if try isLocked(file, path, fileSystem) {
          return try StoreLock(taking: file, path, holder, fileSystem)
        }
        let now = clock.monotonicTime()
        let other = content(of: file, path, fileSystem)
        if other != otherSeen { (start, otherSeen) = (now, other) }
        let waited = now - start
        guard waited < budget, now - begin < budget * 6 else {
          let waited = Int((now - begin) / 1_000_000)
          throw StoreError.lockHeld(LockHolder(fileContent: other), path: path, waitedMilliseconds: waited)
        }
        fileSystem.close(file)
        clock.sleep(nanoseconds: min(Int64.random(in: pause / 2...pause), budget - waited))
        pause = min(pause * 2, 10_000_000)
      } catch {
        fileSystem.close(file)
        throw error
      }
    }
  }

  /// Gives the lock back. The same happens when the value goes out of scope.
  public consuming func release() {}

  deinit {
    // An empty file tells the next owner that this one came to its end.
    try? fileSystem.setLength(file, path, 0)
    fileSystem.close(file)
  }

  /// Whoever holds it may read this; failing to say it is a failure, since it also marks a crash.
  private init(
    taking file: FileDescriptor, _ path: String, _ holder: LockHolder, _ fileSystem: FileSystem
  ) throws(StoreError) {
    let text = Array(holder.fileContent.utf8)
    followsCrash = try StoreError.wrapping { () throws(SystemError) in
      let before = try fileSystem.status(of: file, path)
      try fileSystem.write(file, path, text)
      // Cut afterwards: a file cut to nothing first is flushed to the disk when closed (ext4, auto_da_alloc).
      try fileSystem.setLength(file, path, text.count)
      return before.size > 0
    }
    self.file = file
    self.path = path
    self.fileSystem = fileSystem
  }

  private static func open(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> FileDescriptor {
    let file: FileDescriptor
    do {
      // O_NONBLOCK: a FIFO of that name must not stop us.
      file = try fileSystem.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: 0o666)
    } catch {
      switch error.code {
      case ELOOP: throw .linkOutOfStore(path: path, target: try? fileSystem.resolve(path))
      case EISDIR: throw .notARegularFile(path: path, .directory)
      default: throw .inputOutput(error)
      }
    }
    return file
  }

  /// Whether `file` is locked now, and still is what stands at `path`: `git clean` may have removed it meanwhile.
  private static func isLocked(
    _ file: FileDescriptor, _ path: String, _ fileSystem: FileSystem
  ) throws(StoreError) -> Bool {
    let opened = try StoreError.wrapping { () throws(SystemError) in try fileSystem.status(of: file, path) }
    guard opened.kind == .regular else { throw .notARegularFile(path: path, opened.kind) }
    return try StoreError.wrapping { () throws(SystemError) in
      guard try fileSystem.tryLock(file, path) else { return false }
      return try fileSystem.status(at: path, followingLinks: false)?.isSameFile(as: opened) == true
    }
  }

  /// What the lock file says; empty where it cannot be read.
  private static func content(of file: FileDescriptor, _ path: String, _ fileSystem: FileSystem) -> String {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { buffer in
      let count = (try? fileSystem.read(file, path, into: buffer)) ?? 0
      return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
  }

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return min(seconds, 1_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
