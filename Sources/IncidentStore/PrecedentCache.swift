import IncidentCore

/// Keeps beside the ``IdentifierCache`` what every incident of a large store was about, so that earlier ones with the
/// same cause or service are found without reading all heads. Valid as long as the identifiers are.
///
/// After the header come entries of 32 bytes, the latest incident first: the id, when it began and whether a follow-up
/// is unfinished, a hash of its cause and one of a service; one entry for each service. Bytes in the order of the
/// machine: the file never leaves it. Hashes have 64 bits; two labels of a team that share one do not occur.
struct PrecedentCache {
  private let path: String
  private let fileSystem: FileSystem

  init(_ folder: CacheFolder, _ fileSystem: FileSystem) {
    path = folder.path("precedents")
    self.fileSystem = fileSystem
  }

  private static let mark: StaticString = "precedents 2"
  private static let entryLength = 32

  /// The precedents that a query asks for, the latest first; nil where there is no valid file. Reads no further than it
  /// must.
  func precedents(_ query: PrecedentQuery, in directory: FileStatus) -> [Precedent]? {
    guard let file = try? fileSystem.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else { return nil }
    defer { fileSystem.close(file) }
    let buffer = ReadBuffer(capacity: 65_536)
    guard let status = try? fileSystem.status(of: file, path), status.kind == .regular,
      (try? buffer.readMore(file, path, fileSystem)) == true
    else { return nil }
    let empty = Self.header(of: directory, entries: 0).count
    let (count, rest) = (Int(status.size) - empty).quotientAndRemainder(dividingBy: Self.entryLength)
    let header = Self.header(of: directory, entries: max(0, count))
    guard rest == 0, buffer.bytes.starts(with: header) else { return nil }
    buffer.removeFirst(header.count)
    var search = Search(query)
    while true {
      let whole = buffer.count / Self.entryLength * Self.entryLength
      guard search.take(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<whole])) else { break }
      buffer.removeFirst(whole)
      guard (try? buffer.readMore(file, path, fileSystem)) == true else { break }
    }
    return search.found
  }

  /// Keeps what a scan found.
  func save(_ snapshots: [Snapshot], of directory: FileStatus) {
    var entries: [Entry] = []
    entries.reserveCapacity(snapshots.count)
    // Member by member: a copy of each snapshot costs more than what is done with it.
    for place in snapshots.indices where PrecedentQuery.counts(snapshots[place].kind, snapshots[place].status) {
      guard let began = snapshots[place].milestones.impactBegan else { continue }
      let cause = PrecedentQuery.label(snapshots[place].cause)
      let hash = cause.map(Self.hash) ?? 0
      var services = snapshots[place].services.compactMap(PrecedentQuery.label)
      if services.count > 1 { services = Set(services).sorted() }
      guard cause != nil || !services.isEmpty else { continue }
      let isOpen = snapshots[place].actions.contains(where: \.status.isUnfinished)
      let packed = PackedIncidentID(snapshots[place].id)
      for service in services.isEmpty ? [0] : services.map(Self.hash) {
        entries.append(Entry(id: packed, began: began.seconds, isOpen: isOpen, cause: hash, service: service))
      }
    }
    entries.sort { ($0.began, $0.id) > ($1.began, $1.id) }
    var bytes = Self.header(of: directory, entries: entries.count)
    bytes.reserveCapacity(bytes.count + entries.count * Self.entryLength)
    for entry in entries { entry.append(to: &bytes) }
    try? AtomicReplacement(fileSystem).write(bytes, to: path, isDurable: false)
  }

  /// The stamp, and how many entries follow.
  private static func header(of directory: FileStatus, entries: Int) -> [UInt8] {
    var bytes = CacheStamp.header(mark, of: directory)
    CacheStamp.append(UInt64(entries), to: &bytes)
    return bytes
  }

  /// FNV-1a of 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): the same in every process, as Swift's own is not.
  private static func hash(_ text: String) -> UInt64 {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    // 0 stands for none.
    return hash == 0 ? 1 : hash
  }

  private struct Entry {
    let id: PackedIncidentID
    let began: Int
    let isOpen: Bool
    let cause: UInt64
    let service: UInt64

    func append(to bytes: inout [UInt8]) {
      for word in [id.bits, UInt64(bitPattern: Int64(began << 1 | (isOpen ? 1 : 0))), cause, service] {
        withUnsafeBytes(of: word) { bytes += $0 }
      }
    }
  }

  /// Entries held against a query.
  private struct Search {
    private(set) var found: [Precedent] = []
    private let query: PrecedentQuery
    private let own: UInt64
    private let cause: UInt64
    private let services: [UInt64]

    init(_ query: PrecedentQuery) {
      self.query = query
      own = PackedIncidentID(query.id).bits
      cause = query.cause.map(PrecedentCache.hash) ?? 0
      services = query.services.map(PrecedentCache.hash)
    }

    /// False where what follows began too early.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
      for start in stride(from: 0, to: bytes.count, by: PrecedentCache.entryLength) {
        func word(_ place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: start + place * 8, as: UInt64.self) }
        let stamp = Int(Int64(bitPattern: word(1)))
        guard stamp >> 1 >= query.since.seconds else { return false }
        guard stamp >> 1 < query.began.seconds, word(0) != own else { continue }
        let sharesCause = cause != 0 && word(2) == cause
        let service = services.firstIndex(of: word(3)).map(PrecedentQuery.bit) ?? 0
        guard sharesCause || service != 0, let began = Timestamp(seconds: stamp >> 1),
          let id = PackedIncidentID(bits: word(0))
        else { continue }
        // The entries of one incident stand beside each other.
        let before = found.last?.packedID == id ? found.removeLast().services : 0
        found.append(
          Precedent(
            packedID: id, began: began, sharesCause: sharesCause, services: before | service,
            hasUnfinished: stamp & 1 == 1))
      }
      return true
    }
  }
}
