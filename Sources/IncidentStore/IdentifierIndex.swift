import IncidentCore

/// What the index keeps of a record beside its id.
public enum RecordStanding: UInt8, Hashable, Sendable {
  /// Neither resolved, closed nor cancelled: a candidate where no reference is given.
  case active = 0x61
  /// Resolved and not yet closed.
  case awaitingClose = 0x72
  /// Anything else.
  case settled = 0x2D
  /// Its head could not be read; the caller reads it again each time.
  case unreadable = 0x21

  /// That of a record whose head says so.
  init(_ status: Status) {
    switch status {
    case .declared, .investigating, .mitigating, .monitoring: self = .active
    case .resolved: self = .awaitingClose
    case .closed, .cancelled: self = .settled
    }
  }
}

/// The ids of a large store with the standing of each, as read from ``IdentifierCache``: lines of 19 bytes,
/// `INC-20261120-7QK4a`, sorted by id.
struct IdentifierIndex: Sendable {
  /// 17 of the id, one of the standing, the end of the line.
  static let lineLength = 19

  private let bytes: [UInt8]
  private let start: Int

  /// The lines in `bytes` from `start` on.
  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// How many records there are.
  var count: Int { (bytes.count - start) / Self.lineLength }

  /// The ids that begin or end with what was typed, sorted.
  func matching(_ reference: IncidentReference) -> [IncidentID] {
    bytes.withUnsafeBytes { bytes in
      let lines = UnsafeRawBufferPointer(rebasing: bytes[start...])
      return reference.matchingLines(of: lines, lineLength: Self.lineLength).compactMap { Self.id(lines, $0) }
    }
  }

  /// The ids that stood so when the index was written, sorted. The caller reads these records, as a hand edit that did
  /// not touch the directory does not show here.
  func ids(standing: RecordStanding) -> [IncidentID] {
    bytes.withUnsafeBytes { bytes in
      let lines = UnsafeRawBufferPointer(rebasing: bytes[start...])
      return (0..<count).filter { lines[$0 * Self.lineLength + 17] == standing.rawValue }
        .compactMap { Self.id(lines, $0) }
    }
  }

  /// The ids of active incidents.
  var active: [IncidentID] { ids(standing: .active) }

  /// The ids of incidents that are resolved and not closed.
  var awaitingClose: [IncidentID] { ids(standing: .awaitingClose) }

  /// The id of one line. Nothing in a file of this machine is trusted to be an id.
  private static func id(_ lines: UnsafeRawBufferPointer, _ number: Int) -> IncidentID? {
    let start = number * lineLength
    return PackedIncidentID(UnsafeRawBufferPointer(rebasing: lines[start..<start + 17])).map { IncidentID($0) }
  }

  /// The lines of `records`, which are sorted.
  static func lines(_ records: [(id: PackedIncidentID, standing: RecordStanding)]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: records.count * lineLength) { buffer, count in
      for (index, record) in records.enumerated() {
        let line = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[(index * lineLength)...])
        record.id.write(to: line)
        line[17] = record.standing.rawValue
        line[18] = UInt8(ascii: "\n")
      }
      count = records.count * lineLength
    }
  }
}
