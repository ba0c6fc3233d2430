/// What the first bytes of a cached file say of the directory it was made from: fixed in length, so that they are
/// compared and never parsed.
enum CacheStamp {
  /// The mark of the file's form, then the device, the inode and the modification time of the directory.
  static func header(_ mark: StaticString, of directory: FileStatus) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(mark.utf8CodeUnitCount + 128)
    mark.withUTF8Buffer { bytes += $0 }
    for field in [directory.device, directory.inode, UInt64(bitPattern: directory.modificationTime)] {
      append(field, to: &bytes)
    }
    return bytes
  }

  /// A space and sixteen hexadecimal digits.
  static func append(_ field: UInt64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    for place in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: field >> UInt64(place)) & 15
      bytes.append(digit < 10 ? 0x30 + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
