/// A file that is to be checked as a record.
public struct CheckedFile: Sendable {
  /// How findings name it.
  public let path: String
  /// The name that is held against the id inside; nil for a file that may be called anything.
  public let name: String?
  /// Whether the postmortem's file is there; nil where nobody looked.
  public let hasPostmortem: Bool?
  /// Where its bytes are.
  public let content: Content

  /// The last part of its path.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Where a file's bytes are.
  public enum Content: Sendable {
    /// In the store, under this name.
    case stored(fileName: String)
    /// Anywhere.
    case plain(path: String)
    /// Here.
    case bytes([UInt8])
  }

  /// A file.
  public init(path: String, name: String?, hasPostmortem: Bool? = nil, content: Content) {
    self.path = path
    self.name = name
    self.hasPostmortem = hasPostmortem
    self.content = content
  }
}
