/// The name of a zone in the time zone database, such as `Europe/Berlin`: a path below a folder of zones, and never out
/// of it.
public struct ZoneName: Hashable, Sendable {
  /// The name as it was given.
  public let text: String

  /// Nil unless it is of letters, digits, `_`, `+` and `-`, in parts between single slashes, of at most 64 bytes.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 64, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) }) else { return nil }
    self.text = text
  }

  /// Its parts: `Europe`, `Berlin`.
  public var parts: [String] {
    text.split(separator: "/").map(String.init)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
