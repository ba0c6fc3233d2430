/// A place in a JSON text.
public struct JSONPosition: Hashable, Sendable {
  /// From 1. LF, CRLF and a CR on its own each end a line.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int
  /// From 0, in bytes of the text.
  public let offset: Int

  /// The position of the byte at `offset` of a text; of its end where it is shorter.
  public init(ofByte offset: Int, in text: [UInt8]) {
    self = text.withUnsafeBufferPointer { JSONPosition(offset: min(offset, text.count), in: $0) }
  }

  /// The position of the byte at `offset`, found by reading the text up to it. In text that is not UTF-8,
  /// every byte but a continuation byte (0x80–0xBF) counts as a scalar.
  init(offset: Int, in text: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var column = 1
    var isAfterCarriageReturn = false
    for byte in text.prefix(offset) {
      switch byte {
      case UInt8(ascii: "\n") where isAfterCarriageReturn:
        break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        line += 1
        column = 1
      case 0x80...0xBF:
        break
      default:
        column += 1
      }
      isAfterCarriageReturn = byte == UInt8(ascii: "\r")
    }
    self.line = line
    self.column = column
    self.offset = offset
  }
}
