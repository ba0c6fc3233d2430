/// A file in the store that tells Git what to do with the others: a rule a line, beside whatever lines a team adds.
struct RulesFile {
  /// Its name in the store.
  let name: String
  private let comment: String
  private let rules: [String]

  /// Keeps what is one machine's own out of Git: the lock, the cache, unfinished files.
  static let ignore = RulesFile(
    name: ".gitignore", comment: "# The lock, the cache and unfinished files of `incident`: this machine's own.",
    rules: [StoreLock.fileName, ".cache/", ".*.tmp"])

  /// Has records and postmortems merged by ``MergeDriver``, and their lines end alike on every machine: Git hands the
  /// driver what it stores, and what it stores has no carriage return then, whatever `core.autocrlf` says
  /// (<https://git-scm.com/docs/gitattributes#_eol>).
  static let attributes = RulesFile(
    name: ".gitattributes", comment: "# `incident init` gives a clone the driver that merges these.",
    rules: ["INC-*.json", "INC-*.postmortem.md"].map { "\($0) merge=\(MergeDriver.name) text eol=lf" })

  /// Whether the file has every rule; a link or directory of its name has none.
  func isComplete(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    guard case .text(let bytes) = try content(in: store, fileSystem) else { return false }
    return missing(from: bytes).isEmpty
  }

  /// Whether the file has a rule.
  func names(_ rule: String, in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    guard case .text(let bytes) = try content(in: store, fileSystem) else { return false }
    return Self.lines(of: bytes).contains(rule)
  }

  /// Makes the file where there is none, for a store that a person made by hand. A file of their own is left as it is.
  func makeWhereAbsent(in store: StoreLocation, _ fileSystem: FileSystem) throws(SystemError) {
    let path = store.path(name)
    guard try fileSystem.status(at: path, followingLinks: false) == nil else { return }
    try AtomicReplacement(fileSystem).write(addition(rules), to: path, isDurable: false)
  }

  /// Sees to it that the file has every rule: those that are missing come after what is there.
  /// - Returns: Whether any was missing. A link or directory of that name is left alone.
  @discardableResult
  func complete(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    var bytes: [UInt8] = []
    switch try content(in: store, fileSystem) {
    case .foreign: return false
    case .absent: bytes = addition(rules)
    case .text(let present):
      let missing = missing(from: present)
      guard !missing.isEmpty else { return false }
      let isUnended = present.last.map { $0 != UInt8(ascii: "\n") } ?? false
      bytes = present + (isUnended ? Array("\n".utf8) : []) + addition(missing)
    }
    let path = store.path(name)
    try StoreError.wrapping { () throws(SystemError) in try AtomicReplacement(fileSystem).write(bytes, to: path) }
    return true
  }

  private enum Content {
    case absent
    /// A link, which Git does not follow here, or no file at all.
    case foreign
    case text([UInt8])
  }

  private func content(in store: StoreLocation, _ fileSystem: FileSystem) throws(StoreError) -> Content {
    let path = store.path(name)
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

  private func missing(from bytes: [UInt8]) -> [String] {
    let known = Self.lines(of: bytes)
    return rules.filter { !known.contains($0) }
  }

  private func addition(_ rules: [String]) -> [UInt8] {
    Array(([comment] + rules).reduce("") { $0 + $1 + "\n" }.utf8)
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { String(decoding: $0, as: UTF8.self) }
  }
}
