/// What a piece of terminal text means; how that looks is decided here alone.
///
/// Colour never stands alone: with no colour the words must say the same.
public enum Style: Sendable, Hashable, CaseIterable {
  /// Running text.
  case plain
  /// The title of a page or section.
  case heading
  /// The name of what follows, a column's header, an id.
  case label
  /// What may be overlooked: marks, hints, paths.
  case muted
  /// In order, done.
  case ok
  /// Soon, or not as it should be.
  case warning
  /// Overdue, missing, critical.
  case alarm
  /// A command to type, a name to notice.
  case accent

  /// The parameters of the SGR escape sequence (ECMA-48 8.3.117); nil for none.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .heading, .label: "1"
    case .muted: "2"
    case .ok: "32"
    case .warning: "33"
    case .alarm: "1;31"
    case .accent: "36"
    }
  }
}
