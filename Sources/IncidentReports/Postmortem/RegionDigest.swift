/// What a generated region's body was when it was generated: FNV-1a, 64 bits
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>), enough to notice an edit, not meant to withstand an attack.
enum RegionDigest {
  /// 16 lower-case hexadecimal digits. `\r\n` counts as `\n`, so that a checkout that changes line ends is no edit.
  static func text(of body: some Sequence<UInt8>) -> String {
    let hash = LineEnds.normalised(body).reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The two ways lines end in a file.
enum LineEnds {
  /// The bytes with `\n` for each `\n` and the carriage returns before it; a `\r` elsewhere stays.
  static func normalised(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      while byte == UInt8(ascii: "\n"), result.last == UInt8(ascii: "\r") { result.removeLast() }
      result.append(byte)
    }
    return result
  }

  /// Normalised bytes with `\n` as `\r\n`.
  static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { result.append(UInt8(ascii: "\r")) }
      result.append(byte)
    }
    return result
  }
}
