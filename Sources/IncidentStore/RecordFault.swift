import IncidentCore
public import JSONTree

/// Why a file in the store is no record this version can use, and where in the file.
public struct RecordFault: Error, Hashable, Sendable {
  /// Line and column, both from 1; nil where the file as a whole is at fault.
  public let position: JSONPosition?
  /// A sentence without its full stop.
  public let message: String
  /// The line at fault, cut to what fits beside an error; empty where it is blank.
  public let excerpt: String
  /// Whether the record is fine and only newer than this version.
  public let isNewerSchema: Bool

  /// What the JSON reader says.
  init(_ error: JSONError, in bytes: [UInt8]) {
    self.init(position: error.position, message: error.message, isNewerSchema: false, bytes: bytes)
  }

  /// What the record's form says, placed in the file.
  init(_ problem: RecordProblem, in bytes: [UInt8]) {
    var isNewer = false
    if case .newerSchema = problem.kind { isNewer = true }
    self.init(
      position: JSON.position(of: problem.path, in: bytes), message: problem.message, isNewerSchema: isNewer,
      bytes: bytes)
  }

  private init(position: JSONPosition?, message: String, isNewerSchema: Bool, bytes: [UInt8]) {
    self.position = position
    self.message = message
    self.isNewerSchema = isNewerSchema
    excerpt = position.map { Self.excerpt(around: $0, in: bytes) } ?? ""
  }

  /// Up to 72 bytes of the line, those around the column.
  static func excerpt(around position: JSONPosition, in bytes: [UInt8]) -> String {
    let offset = min(position.offset, bytes.count)
    let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let start = max(lineStart, offset - 24)
    let text = String(decoding: bytes[start..<min(lineEnd, start + 72)], as: UTF8.self)
    return String(text.drop { $0 == " " || $0 == "\u{FFFD}" })
  }
}
