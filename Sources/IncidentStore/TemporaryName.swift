/// The names of unfinished files: `.NAME.<16 hexadecimal digits>.tmp` beside `NAME`.
enum TemporaryName {
  /// A fresh one, which nobody can have guessed.
  static func path(for target: String) -> String {
    var random = SystemRandomNumberGenerator()
    let digits = String(random.next(), radix: 16)
    let directory = parent(of: target)
    let name = target.split(separator: "/").last ?? ""
    let suffix = String(repeating: "0", count: 16 - digits.count) + digits
    return (directory == "/" ? "" : directory) + "/.\(name).\(suffix).tmp"
  }

  /// Whether `name` is such a name.
  static func matches(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    guard name.count >= 23, name.first == UInt8(ascii: "."), name.suffix(4).elementsEqual(".tmp".utf8) else {
      return false
    }
    let digits = name.dropLast(4).suffix(17)
    return digits.first == UInt8(ascii: ".") && digits.dropFirst().allSatisfy(isHexadecimal)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
