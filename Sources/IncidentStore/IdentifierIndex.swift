import IncidentCore

/// What the index keeps of a record beside its id. In the order of the index: what commands ask for most stands first.
public enum RecordStanding: Int, CaseIterable, Hashable, Sendable {
  /// Neither resolved, closed nor cancelled: a candidate where no reference is given.
  case active
  /// Its head could not be read; the caller reads it again each time.
  case unreadable
  /// Resolved and not yet closed.
  case awaitingClose
  /// Anything else.
  case settled

  /// That of a record whose head says so.
  init(_ status: Status) {
    switch status {
    case .declared, .investigating, .mitigating, .monitoring: self = .active
    case .resolved: self = .awaitingClose
    case .closed, .cancelled: self = .settled
    }
  }
}

/// The form of ``IdentifierCache``'s file: a line that says which state of which directory it belongs to and how many
/// ids of each ``RecordStanding`` follow, then these ids, one a line, by standing and then by id.
enum IdentifierIndex {
  /// The 17 of an id and the end of the line.
  static let lineLength = 18
  /// The mark, three fields of the directory, a count a standing, the end of the line.
  static let headerLength = mark.utf8CodeUnitCount + (3 + RecordStanding.allCases.count) * 17 + 1

  private static let mark: StaticString = "identifiers 2"

  /// The whole file for `records`, which are sorted by id.
  static func bytes(_ records: [(id: PackedIncidentID, standing: RecordStanding)], of directory: FileStatus) -> [UInt8]
  {
    let groups = RecordStanding.allCases.map { standing in records.filter { $0.standing == standing }.map(\.id) }
    var header = CacheStamp.header(mark, of: directory)
    for group in groups { CacheStamp.append(UInt64(group.count), to: &header) }
    header.append(UInt8(ascii: "\n"))
    let size = header.count + records.count * lineLength
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      _ = buffer.initialize(from: header)
      count = header.count
      for id in groups.joined() {
        id.write(to: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        buffer[count + 17] = UInt8(ascii: "\n")
        count += lineLength
      }
    }
  }

  /// How many ids of each standing follow, by ``RecordStanding/rawValue``; nil where the first bytes of the file are no
  /// header, or that of another state of the directory.
  static func counts(in header: UnsafeRawBufferPointer, of directory: FileStatus) -> [Int]? {
    let opening = CacheStamp.header(mark, of: directory)
    guard header.count >= headerLength, header.starts(with: opening) else { return nil }
    var counts: [Int] = []
    for field in 0..<RecordStanding.allCases.count {
      var count = 0
      for byte in header[(opening.count + field * 17 + 1)...].prefix(16) {
        guard let digit = value(ofDigit: byte), count < 1 << 32 else { return nil }
        count = count << 4 | digit
      }
      counts.append(count)
    }
    return counts
  }

  private static func value(ofDigit byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
