/// A file of the time zone database, by RFC 9636 (<https://www.rfc-editor.org/rfc/rfc9636>): versions 1 to 4.
///
/// Of versions 2 and later the second block counts, whose times have 64 bits. Files that count leap seconds (`right/…`)
/// are refused: the record's seconds are those of POSIX, which has none.
struct TZif {
  /// Moments at which the offset changes, in seconds since 1970, each after the one before.
  private(set) var transitions: [Int] = []
  /// The offsets from those moments on, one for each, in seconds east of Greenwich.
  private(set) var offsets: [Int] = []
  /// The offset before the first.
  private(set) var firstOffset = 0
  /// What holds after the last; nil where the file does not say.
  private(set) var footer: PosixZone?

  /// The largest file that is looked at, in bytes; those of the time zone database have fewer than 4 000.
  static let sizeLimit = 65_536

  /// What section 3.2 asks offsets to be within, in seconds.
  private static let possibleOffsets = -89_999...93_599

  /// Nil for bytes that are not such a file, are cut off, or contradict themselves.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit else { return nil }
    var reader = TZifReader(bytes)
    guard var header = reader.header() else { return nil }
    let isFirstVersion = header.version == 0
    if !isFirstVersion {
      guard reader.skip(header.size(timeBytes: 4)), let second = reader.header(), second.version == header.version
      else { return nil }
      header = second
    }
    guard read(header, timeBytes: isFirstVersion ? 4 : 8, from: &reader) else { return nil }
    if !isFirstVersion {
      guard let text = reader.line() else { return nil }
      if !text.isEmpty {
        guard let zone = PosixZone(text) else { return nil }
        footer = zone
      }
    }
  }

  private mutating func read(_ header: TZifReader.Header, timeBytes: Int, from reader: inout TZifReader) -> Bool {
    guard header.leapSeconds == 0, (1...256).contains(header.types), header.nameBytes > 0,
      header.standardFlags == 0 || header.standardFlags == header.types,
      header.utcFlags == 0 || header.utcFlags == header.types,
      reader.remaining >= header.size(timeBytes: timeBytes)
    else { return false }
    for _ in 0..<header.transitions {
      guard let moment = reader.integer(bytes: timeBytes), transitions.last.map({ $0 < moment }) ?? true else {
        return false
      }
      transitions.append(moment)
    }
    var kinds: [Int] = []
    for _ in 0..<header.transitions {
      guard let kind = reader.byte(), kind < header.types else { return false }
      kinds.append(kind)
    }
    var types: [Int] = []
    for _ in 0..<header.types {
      guard let offset = reader.integer(bytes: 4), Self.possibleOffsets.contains(offset),
        let isDaylight = reader.byte(),
        isDaylight <= 1, let name = reader.byte(), name < header.nameBytes
      else { return false }
      types.append(offset)
    }
    offsets = kinds.map { types[$0] }
    firstOffset = types[0]
    return reader.skip(header.nameBytes + header.standardFlags + header.utcFlags)
  }
}

/// Takes numbers off the front of bytes, and never reads beyond their end.
private struct TZifReader {
  /// The counts of one block, section 3.1.
  struct Header {
    let version: UInt8
    let utcFlags: Int
    let standardFlags: Int
    let leapSeconds: Int
    let transitions: Int
    let types: Int
    let nameBytes: Int

    /// The bytes of the block that follows. The counts have 32 bits, so that no sum here overflows.
    func size(timeBytes: Int) -> Int {
      transitions * (timeBytes + 1) + types * 6 + nameBytes + leapSeconds * (timeBytes + 4) + standardFlags + utcFlags
    }
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var remaining: Int { rest.count }

  mutating func skip(_ count: Int) -> Bool {
    guard count <= rest.count else { return false }
    rest = rest.dropFirst(count)
    return true
  }

  mutating func byte() -> Int? {
    rest.popFirst().map(Int.init)
  }

  /// A big-endian integer in two's complement.
  mutating func integer(bytes count: Int) -> Int? {
    guard count <= rest.count else { return nil }
    let raw = rest.prefix(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(count)
    return count == 4 ? Int(Int32(truncatingIfNeeded: raw)) : Int(truncatingIfNeeded: raw)
  }

  private mutating func count() -> Int? {
    integer(bytes: 4).map { Int(UInt32(truncatingIfNeeded: $0)) }
  }

  mutating func header() -> Header? {
    guard rest.starts(with: Array("TZif".utf8)), skip(4), let version = rest.popFirst(),
      version == 0 || version >= UInt8(ascii: "2"), skip(15),
      let utcFlags = count(), let standardFlags = count(), let leapSeconds = count(), let transitions = count(),
      let types = count(), let nameBytes = count()
    else { return nil }
    return Header(
      version: version, utcFlags: utcFlags, standardFlags: standardFlags, leapSeconds: leapSeconds,
      transitions: transitions, types: types, nameBytes: nameBytes)
  }

  /// What stands between two line feeds; nil where they are not there.
  mutating func line() -> String? {
    guard rest.popFirst() == 0x0A, let end = rest.firstIndex(of: 0x0A) else { return nil }
    let line = rest[..<end]
    guard line.count <= PosixZone.sizeLimit else { return nil }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }
}
