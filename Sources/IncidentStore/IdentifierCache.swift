import IncidentCore

/// Keeps the ids of a large store (``IdentifierIndex``) between commands in the store's `.cache`, which Git never sees:
/// reading the heads of 10,000 records takes tens of milliseconds, reading this file a fraction of one.
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

  /// The records that stand so, in the order of the index; nil where there is no valid one. Reads no further than it
  /// must: the few that are active stand first.
  ///
  /// The caller reads these records, as a hand edit that did not touch the directory does not show here.
  func records(standing standings: [RecordStanding]) -> [(id: PackedIncidentID, standing: RecordStanding)]? {
    var records: [(id: PackedIncidentID, standing: RecordStanding)] = []
    let last = standings.max { $0.rawValue < $1.rawValue }
    let isWhole = read(through: last ?? .active) { standing, lines in
      guard standings.contains(standing) else { return }
      for number in 0..<lines.count / IdentifierIndex.lineLength {
        if let id = Self.id(lines, number) { records.append((id, standing)) }
      }
    }
    return isWhole ? records : nil
  }

  /// The ids that begin or end with what was typed, sorted; nil where there is no valid index.
  func matching(_ reference: IncidentReference) -> [IncidentID]? {
    var found: [PackedIncidentID] = []
    let isWhole = read(through: .settled) { _, lines in
      found += reference.matchingLines(of: lines, lineLength: IdentifierIndex.lineLength)
        .compactMap { Self.id(lines, $0) }
    }
    return isWhole ? found.sorted().map { IncidentID($0) } : nil
  }

  /// The earlier incidents that a query asks for, the latest first; nil where no valid file knows them.
  func precedents(_ query: PrecedentQuery) -> [Precedent]? {
    guard let directory = try? fileSystem.status(at: store.root, followingLinks: true) else { return nil }
    return PrecedentCache(folder, fileSystem).precedents(query, in: directory)
  }

  /// The id of one line. Nothing in a file of this machine is trusted to be an id.
  private static func id(_ lines: UnsafeRawBufferPointer, _ number: Int) -> PackedIncidentID? {
    let start = number * IdentifierIndex.lineLength
    return PackedIncidentID(UnsafeRawBufferPointer(rebasing: lines[start..<start + 17]))
  }

  /// Calls `visit` with the lines of each standing up to and with `last`, in pieces of a few hundred: fresh memory for
  /// the ids of 10,000 records costs more than all else that is done with them.
  /// - Returns: False where there is no valid index, or it ends too early.
  private func read(
    through last: RecordStanding, _ visit: (RecordStanding, UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    guard let directory = try? fileSystem.status(at: store.root, followingLinks: true),
      let file = try? fileSystem.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    else { return false }
    defer { fileSystem.close(file) }
    let buffer = ReadBuffer(capacity: 8_192)
    guard let status = try? fileSystem.status(of: file, path), status.kind == .regular,
      (try? buffer.readMore(file, path, fileSystem)) == true,
      let counts = IdentifierIndex.counts(in: buffer.bytes, of: directory),
      Int(status.size) == IdentifierIndex.headerLength + counts.reduce(0, +) * IdentifierIndex.lineLength
    else { return false }
    buffer.removeFirst(IdentifierIndex.headerLength)
    for standing in RecordStanding.allCases.prefix(through: last.rawValue) {
      var rest = counts[standing.rawValue] * IdentifierIndex.lineLength
      while rest > 0 {
        let length = min(rest, buffer.count / IdentifierIndex.lineLength * IdentifierIndex.lineLength)
        if length > 0 {
          visit(standing, UnsafeRawBufferPointer(rebasing: buffer.bytes[..<length]))
          buffer.removeFirst(length)
          rest -= length
        } else if (try? buffer.readMore(file, path, fileSystem)) != true {
          return false
        }
      }
    }
    return true
  }

  /// To be called before the directory is listed and the heads are read. Nil where the directory cannot be looked at.
  func beginScan() -> Scan? {
    guard let directory = try? fileSystem.status(at: store.root, followingLinks: true) else { return nil }
    return Scan(directory: directory, start: timeOfWriting())
  }

  /// Keeps what a scan found, sorted by id, for the next command; nothing where the store is small or was changed a
  /// moment ago. The first scan of a large store only makes the folder, which changes the directory.
  /// - Parameter snapshots: those that could be read, for ``PrecedentCache``.
  func save(
    _ records: [(id: PackedIncidentID, standing: RecordStanding)], _ snapshots: [Snapshot], of scan: Scan
  ) {
    guard records.count >= Self.smallestStore else { return }
    guard let start = scan.start else { return makeFolder() }
    guard start - scan.directory.modificationTime >= settlingTime else { return }
    let bytes = IdentifierIndex.bytes(records, of: scan.directory)
    try? AtomicReplacement(fileSystem).write(bytes, to: path, isDurable: false)
    PrecedentCache(folder, fileSystem).save(snapshots, of: scan.directory)
    removeUnfinished()
  }

  private var folder: CacheFolder { CacheFolder(of: store, fileSystem: fileSystem) }
  private var path: String { folder.path("identifiers") }

  /// Writes to the old index, which is of no use any more, to learn the time on the file system's clock.
  private func timeOfWriting() -> Int64? {
    guard folder.isThere, let file = try? fileSystem.open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK) else { return nil }
    defer { fileSystem.close(file) }
    guard (try? fileSystem.write(file, path, [UInt8(ascii: "-")])) != nil else { return nil }
    return (try? fileSystem.status(of: file, path))?.modificationTime
  }

  private func makeFolder() {
    guard folder.make() else { return }
    try? AtomicReplacement(fileSystem).write([], to: path, isDurable: false)
  }

  /// What a command that was killed while it saved left behind. One that is saving now fails and no harm is done.
  private func removeUnfinished() {
    var names: [String] = []
    try? fileSystem.list(folder.path()) { name, _ in
      if TemporaryName.matches(name) { names.append(String(decoding: name, as: UTF8.self)) }
      return true
    }
    for name in names { try? fileSystem.remove(folder.path(name)) }
  }
}
