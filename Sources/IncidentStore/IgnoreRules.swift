/// The store's `.gitignore`, which keeps what is one machine's own out of Git: the lock, the cache, unfinished files.
enum IgnoreRules {
  private static let patterns = [StoreLock.fileName, ".cache/", ".*.tmp"]
  private static let comment = "# The lock, the cache and unfinished files of `incident`: this machine's own."

  /// Whether the file names the lock, which marks a directory as a store.
  static func nameTheLock(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    guard case .text(let bytes) = try content(in: store, fileSystem) else { return false }
    return lines(of: bytes).contains(StoreLock.fileName)
  }

  /// Makes the file where there is none, for a store that a person made by hand. A file of their own is left as it is.
  static func makeWhereAbsent(in store: StoreLocation, _ fileSystem: FileSystem) throws(SystemError) {
    let path = path(in: store)
    guard try fileSystem.status(at: path, followingLinks: false) == nil else { return }
    try AtomicReplacement(fileSystem).write(addition(patterns), to: path, isDurable: false)
  }

  /// Sees to it that the file has every rule: those that are missing come after what is there.
  /// - Returns: Whether any was missing. A link or directory of that name is left alone.
  @discardableResult
  static func complete(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    var bytes: [UInt8] = []
    switch try content(in: store, fileSystem) {
    case .foreign: return false
    case .absent: bytes = addition(patterns)
    case .text(let present):
      let known = lines(of: present)
      let missing = patterns.filter { !known.contains($0) }
      guard !missing.isEmpty else { return false }
      let isUnended = present.last.map { $0 != UInt8(ascii: "\n") } ?? false
      bytes = present + (isUnended ? Array("\n".utf8) : []) + addition(missing)
    }
    let path = path(in: store)
    try StoreError.wrapping { () throws(SystemError) in try AtomicReplacement(fileSystem).write(bytes, to: path) }
    return true
  }

  private enum Content {
    case absent
    /// A link, which Git does not follow here, or no file at all.
    case foreign
    case text([UInt8])
  }

  private static func content(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Content {
    let path = path(in: store)
    let file: FileDescriptor
    do {
      file = try fileSystem.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    } catch {
      switch error.code {
      case ENOENT: return .absent
      case ELOOP: return .foreign
      default: throw .inputOutput(error)
      }
    }
    defer { fileSystem.close(file) }
    do throws(StoreError) {
      return .text(try fileSystem.readWhole(file, path))
    } catch {
      if case .notARegularFile = error { return .foreign }
      throw error
    }
  }

  private static func path(in store: StoreLocation) -> String { store.path(".gitignore") }

  private static func addition(_ patterns: [String]) -> [UInt8] {
    Array(([comment] + patterns).reduce("") { $0 + $1 + "\n" }.utf8)
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { String(decoding: $0, as: UTF8.self) }
  }
}
