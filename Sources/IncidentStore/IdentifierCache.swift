import IncidentCore

/// Keeps an ``IdentifierIndex`` between commands in the store's `.cache`, which Git never sees: reading the heads of
/// 10,000 records takes tens of milliseconds, reading this file a fraction of one.
///
/// It is valid as long as the directory is the same and has the modification time it had when the scan began. Every
/// writer renames a file in the directory, and `git` makes and removes files there, so that both invalidate it without
/// knowing of it. A record that is a link to a file in a folder of the store is written there instead; a store that
/// holds one is not indexed. Times are too coarse to tell two changes within a tick of the kernel's clock apart; therefore an index
/// is only kept where the scan began at least ``settlingTime`` after the last change: the rule of Git's own index,
/// "racy Git" (<https://git-scm.com/docs/racy-git>). Both times are the file system's, which may be another machine's.
///
/// Known limit: an editor that writes into a record in place does not touch the directory. What the index calls active
/// is read again by the caller; a settled record that is opened again in this way shows after the next change.
///
/// Everything here may fail without a word, on a read-only store for one; then each command reads the heads.
struct IdentifierCache: Sendable {
  /// Fewer records than this are quicker read than indexed.
  static let smallestStore = 257

  private let store: StoreLocation
  private let fileSystem: FileSystem
  private let settlingTime: Int64

  /// The cache of `store`. `settlingTime` in nanoseconds: more than a tick of any local file system's clock, which is
  /// 10 ms at most on Linux.
  init(_ store: StoreLocation, settlingTime: Int64 = 50_000_000, fileSystem: FileSystem) {
    self.store = store
    self.settlingTime = settlingTime
    self.fileSystem = fileSystem
  }

  /// The state of the directory before it was read.
  struct Scan: Sendable {
    fileprivate let directory: FileStatus
    /// On the file system's clock; nil where no index was there to take it from.
    fileprivate let start: Int64?
  }

  /// The index, where it is valid.
  func load() -> IdentifierIndex? {
    guard let directory = try? fileSystem.status(at: store.root, followingLinks: true) else { return nil }
    guard let file = try? fileSystem.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else { return nil }
    defer { fileSystem.close(file) }
    guard let status = try? fileSystem.status(of: file, path), status.kind == .regular,
      status.size > Self.headerLength, status.size < RecordFiles.sizeLimit,
      (Int(status.size) - Self.headerLength) % IdentifierIndex.lineLength == 0
    else { return nil }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(buffer)
      while count < size,
        let read = try? fileSystem.read(file, path, into: .init(rebasing: room[count...])), read > 0
      {
        count += read
      }
    }
    let lines = (size - Self.headerLength) / IdentifierIndex.lineLength
    guard bytes.count == size, bytes.starts(with: Self.header(directory, count: lines)) else { return nil }
    return IdentifierIndex(bytes: bytes, start: Self.headerLength)
  }

  /// To be called before the directory is listed and the heads are read. Nil where the directory cannot be looked at.
  func beginScan() -> Scan? {
    guard let directory = try? fileSystem.status(at: store.root, followingLinks: true) else { return nil }
    return Scan(directory: directory, start: timeOfWriting())
  }

  /// Keeps what a scan found, sorted by id, for the next command; nothing where the store is small or was changed a
  /// moment ago. The first scan of a large store only makes the folder, which changes the directory.
  func save(_ records: [(id: PackedIncidentID, standing: RecordStanding)], of scan: Scan) {
    guard records.count >= Self.smallestStore else { return }
    guard let start = scan.start else { return makeFolder() }
    guard start - scan.directory.modificationTime >= settlingTime else { return }
    let bytes = Self.header(scan.directory, count: records.count) + IdentifierIndex.lines(records)
    try? AtomicReplacement(fileSystem).write(bytes, to: path, isDurable: false)
    removeUnfinished()
  }

  private var folder: String { store.path(".cache") }
  private var path: String { folder + "/identifiers" }

  /// Writes to the old index, which is of no use any more, to learn the time on the file system's clock.
  private func timeOfWriting() -> Int64? {
    guard folderIsOurs, let file = try? fileSystem.open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK) else { return nil }
    defer { fileSystem.close(file) }
    guard (try? fileSystem.write(file, path, [UInt8(ascii: "-")])) != nil else { return nil }
    return (try? fileSystem.status(of: file, path))?.modificationTime
  }

  /// False for a symbolic link, which may lead out of the store.
  private var folderIsOurs: Bool {
    (try? fileSystem.status(at: folder, followingLinks: false))?.kind == .directory
  }

  private func makeFolder() {
    _ = try? fileSystem.makeDirectory(folder)
    guard folderIsOurs else { return }
    let replacement = AtomicReplacement(fileSystem)
    try? replacement.write(Array("*\n".utf8), to: folder + "/.gitignore", isDurable: false)
    try? replacement.write([], to: path, isDurable: false)
  }

  /// What a command that was killed while it saved left behind. One that is saving now fails and no harm is done.
  private func removeUnfinished() {
    var names: [String] = []
    try? fileSystem.list(folder) { name, _ in
      if TemporaryName.matches(name) { names.append(String(decoding: name, as: UTF8.self)) }
      return true
    }
    for name in names { try? fileSystem.remove(folder + "/" + name) }
  }

  /// Fixed in length, so that it is compared and never parsed.
  private static func header(_ directory: FileStatus, count: Int) -> [UInt8] {
    let fields = [
      directory.device, directory.inode, UInt64(bitPattern: directory.modificationTime), UInt64(count),
    ]
    let text = fields.reduce("identifiers 1") { text, field in
      let digits = String(field, radix: 16)
      return text + " " + String(repeating: "0", count: 16 - digits.count) + digits
    }
    return Array((text + "\n").utf8)
  }

  private static let headerLength = 13 + 4 * 17 + 1
}
