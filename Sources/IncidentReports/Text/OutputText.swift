import IncidentCore

/// What a timeline keeps of the output of a command: its last lines, as they would stand on a terminal, without secrets.
public struct OutputText: Hashable, Sendable {
  /// The lines; nil where there are none that say anything.
  public let text: String?
  /// Whether there was more.
  public let isCut: Bool

  /// At most this many lines are kept.
  public static let lineLimit = 20
  /// At most this many bytes are kept.
  public static let byteLimit = 4_096

  /// Stands for output that is no text.
  public static let binary = "[binary output]"

  /// Reads the end of an output. Bytes that are no UTF-8 come out as U+FFFD; of binary data nothing but ``binary`` is kept.
  /// - Parameters:
  ///   - bytes: The end of the output, many times what is kept of it: secrets are masked before anything is cut off.
  ///   - isCut: Whether there was more before it.
  public init(_ bytes: [UInt8], isCut: Bool) {
    guard let bytes = Self.withoutNULs(bytes) else {
      (text, self.isCut) = (Self.binary, true)
      return
    }
    let terminal = TerminalLines(String(decoding: bytes, as: UTF8.self), isCut: isCut)
    var lines = terminal.lines.map { String($0) }
    // The end of a line may be the end of a secret that nothing shows to be one.
    if terminal.isFirstPartial { lines[0] = lines.count > 1 ? "" : String(lines[0].unicodeScalars.dropFirst(1_024)) }
    let whole = Self.withoutHeadlessKey(lines.joined(separator: "\n"))
    var kept = SecretScan.masked(whole).split(separator: "\n", omittingEmptySubsequences: false).map(Self.trimmed)
    while kept.last?.isEmpty == true { kept.removeLast() }
    kept = Array(kept.drop { $0.isEmpty })
    let count = kept.count
    kept = Self.fitting(kept.suffix(Self.lineLimit))
    self.isCut = isCut || kept.count < count || kept.first?.hasPrefix("…") == true
    text = kept.isEmpty ? nil : kept.joined(separator: "\n")
  }

  /// Text without its NULs: one between two words ends a line (`find -print0`, `git -z`), padding and UTF-16's are dropped.
  /// - Returns: Nil for what is no text: NULs, and among the rest more than a tenth of control characters and of bytes that
  ///   are no UTF-8.
  private static func withoutNULs(_ bytes: [UInt8]) -> [UInt8]? {
    let rest = bytes.filter { $0 != 0 }
    guard rest.count < bytes.count else { return bytes }
    let strange = String(decoding: rest, as: UTF8.self).unicodeScalars.count { scalar in
      scalar == "\u{FFFD}" || scalar.value == 0x7F
        || scalar.value < 0x20 && !(7...13 ~= scalar.value || scalar.value == 27)
    }
    guard !rest.isEmpty, strange * 10 <= rest.count else { return nil }
    // In UTF-16 every other byte is one.
    guard (bytes.count - rest.count) * 5 < bytes.count * 2 else { return rest }
    let edges: [UInt8] = [0, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte != 0 {
        text.append(byte)
      } else if index > 0, !edges.contains(bytes[index - 1]),
        index + 1 == bytes.count || !edges.contains(bytes[index + 1])
      {
        text.append(UInt8(ascii: "\n"))
      }
    }
    return text
  }

  /// A private key whose beginning is gone would not be known for one.
  private static func withoutHeadlessKey(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: { $0.contains("-----END ") && $0.contains("PRIVATE KEY-----") }),
      !lines[...end].contains(where: { $0.contains("-----BEGIN ") })
    else { return text }
    return ([SecretScan.mask] + lines[(end + 1)...].map(String.init)).joined(separator: "\n")
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The last of the lines that fit; of a single one that does not, its end.
  private static func fitting(_ lines: ArraySlice<String>) -> [String] {
    var room = byteLimit
    var kept: [String] = []
    for line in lines.reversed() {
      room -= line.utf8.count + 1
      guard room >= 0 else { break }
      kept.append(line)
    }
    guard kept.isEmpty, let last = lines.last else { return kept.reversed() }
    var (scalars, bytes) = (String.UnicodeScalarView(), 3)
    for scalar in last.unicodeScalars.reversed() {
      bytes += UTF8.width(scalar)
      guard bytes <= byteLimit else { break }
      scalars.append(scalar)
    }
    return ["…" + String(String.UnicodeScalarView(scalars.reversed()))]
  }
}
