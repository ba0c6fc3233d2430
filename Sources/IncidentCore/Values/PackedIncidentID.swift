/// An ``IncidentID`` in 64 bits, for lists of many thousands: sorted and compared without a string for each.
///
/// The eight digits of the date as a number, then five bits for each of the four symbols; so the order is that of the
/// text.
public struct PackedIncidentID: Hashable, Sendable {
  /// The date's number, then twenty bits.
  public let bits: UInt64

  /// The id of such bits; nil where they are those of none.
  public init?(bits: UInt64) {
    let date = Int(truncatingIfNeeded: bits >> 20)
    guard CivilDate(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil else { return nil }
    self.bits = bits
  }

  /// Whether the id was given on that day or later.
  public func isGiven(onOrAfter day: CivilDate) -> Bool {
    bits >> 20 >= UInt64(day.year * 10_000 + day.month * 100 + day.day)
  }

  /// The 17 bytes of an id; nil for anything else. ``IncidentID/init(_:)`` rests on it.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 17, bytes[0] == UInt8(ascii: "I"), bytes[1] == UInt8(ascii: "N"),
      bytes[2] == UInt8(ascii: "C"), bytes[3] == UInt8(ascii: "-"), bytes[12] == UInt8(ascii: "-")
    else { return nil }
    var date: UInt64 = 0
    for index in 4..<12 {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      date = date * 10 + UInt64(digit)
    }
    guard CivilDate(year: Int(date / 10_000), month: Int(date / 100 % 100), day: Int(date % 100)) != nil else {
      return nil
    }
    var bits = date
    for index in 13..<17 {
      guard let value = Self.value(bytes[index]) else { return nil }
      bits = bits << 5 | UInt64(value)
    }
    self.bits = bits
  }

  /// The same id.
  public init(_ id: IncidentID) {
    let text = Array(id.text.utf8)
    let date = text[4..<12].reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
    bits = text[13...].compactMap(Self.value).reduce(date) { $0 << 5 | UInt64($1) }
  }

  /// Puts the 17 bytes of the id at the start of `buffer`, which has room for them.
  public func write(to buffer: UnsafeMutableRawBufferPointer) {
    buffer.copyBytes(from: "INC-".utf8)
    var date = bits >> 20
    for index in (4..<12).reversed() {
      buffer[index] = 0x30 + UInt8(date % 10)
      date /= 10
    }
    buffer[12] = UInt8(ascii: "-")
    for index in 13..<17 {
      buffer[index] = Self.symbol(UInt8(truncatingIfNeeded: bits >> (5 * UInt64(16 - index)) & 31))
    }
  }

  /// The value of a canonical symbol; as ``Crockford``, without looking it up in a table.
  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "H"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "J"), UInt8(ascii: "K"): byte - UInt8(ascii: "J") + 18
    case UInt8(ascii: "M"), UInt8(ascii: "N"): byte - UInt8(ascii: "M") + 20
    case UInt8(ascii: "P")...UInt8(ascii: "T"): byte - UInt8(ascii: "P") + 22
    case UInt8(ascii: "V")...UInt8(ascii: "Z"): byte - UInt8(ascii: "V") + 27
    default: nil
    }
  }

  private static func symbol(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<10: 0x30 + value
    case 10..<18: UInt8(ascii: "A") + value - 10
    case 18..<20: UInt8(ascii: "J") + value - 18
    case 20..<22: UInt8(ascii: "M") + value - 20
    case 22..<27: UInt8(ascii: "P") + value - 22
    default: UInt8(ascii: "V") + value - 27
    }
  }
}

extension PackedIncidentID: Comparable {
  /// By date of declaration, then by the random part.
  public static func < (left: PackedIncidentID, right: PackedIncidentID) -> Bool {
    left.bits < right.bits
  }
}

extension IncidentID {
  /// The same id.
  public init(_ packed: PackedIncidentID) {
    text = String(unsafeUninitializedCapacity: 17) { buffer in
      packed.write(to: UnsafeMutableRawBufferPointer(buffer))
      return 17
    }
  }
}
