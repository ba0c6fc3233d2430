/// A line that GitHub Actions shows beside the source it names
/// (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).
public struct GitHubAnnotation: Hashable, Sendable {
  /// How it is shown.
  public enum Level: String, Hashable, Sendable {
    /// In red.
    case error
    /// In yellow.
    case warning
    /// In grey.
    case notice
  }

  /// How it is shown.
  public let level: Level
  /// From the top of the repository.
  public let file: String
  /// From 1; nil for the file as a whole.
  public let line: Int?
  /// From 1.
  public let column: Int?
  /// Stands above the message.
  public let title: String
  /// Of any number of lines.
  public let message: String

  /// An annotation.
  public init(_ level: Level, file: String, line: Int?, column: Int?, title: String, message: String) {
    self.level = level
    self.file = file
    self.line = line
    self.column = column
    self.title = title
    self.message = message
  }

  /// The workflow command, without a line end.
  public var text: String {
    let properties =
      [("file", Self.property(file))] + (line.map { [("line", String($0))] } ?? [])
      + (column.map { [("col", String($0))] } ?? []) + [("title", Self.property(title))]
    return "::\(level.rawValue) \(properties.map { "\($0)=\($1)" }.joined(separator: ","))::\(Self.data(message))"
  }

  /// As `escapeData` of the Actions toolkit does
  /// (<https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>).
  private static func data(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  /// As `escapeProperty` does, which has to hold `:` and `,` back, too.
  private static func property(_ text: String) -> String {
    escaped(data(text)) { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  /// By scalars: CR LF is one character.
  private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
  }
}
