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

  /// Reads the end of an output. Bytes that are no UTF-8 come out as U+FFFD; of binary data nothing is kept.
  /// - Parameters:
  ///   - bytes: The end of the output, many times what is kept of it: secrets are masked before anything is cut off.
  ///   - isCut: Whether there was more before it.
  public init(_ bytes: [UInt8], isCut: Bool) {
    // What has a NUL in it is no text (as `grep` and Git see it).
    guard !bytes.contains(0) else {
      (text, self.isCut) = (nil, true)
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
