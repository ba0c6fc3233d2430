/// Crockford's base 32: digits and capital letters without I, L, O, U (<https://www.crockford.com/base32.html>).
enum Crockford {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of a symbol as people type it: any case, `o` for 0, `i` and `l` for 1; nil for anything else.
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: return byte - 0x30
    case UInt8(ascii: "o"), UInt8(ascii: "O"): return 0
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): return 1
    default:
      let upper = byte & 0xDF
      return alphabet.firstIndex(of: upper).map(UInt8.init)
    }
  }

  /// Whether `byte` is a symbol in its one canonical form.
  static func isCanonical(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "J")...UInt8(ascii: "K"),
      UInt8(ascii: "M")...UInt8(ascii: "N"), UInt8(ascii: "P")...UInt8(ascii: "T"),
      UInt8(ascii: "V")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
