/// A stretch of text in one style.
public struct MessageRun: Hashable, Sendable {
  /// How text stands out.
  public struct Style: OptionSet, Hashable, Sendable {
    /// One bit for each way.
    public let rawValue: UInt8

    /// A style of these bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Bold, as a rule.
    public static let strong = Style(rawValue: 1)
    /// In italics, as a rule.
    public static let emphasis = Style(rawValue: 2)
    /// In a fixed width.
    public static let code = Style(rawValue: 4)
  }

  /// As a reader sees it; a line end is a line break.
  public var text: String
  /// How it stands out; empty for ordinary text.
  public var style: Style
  /// Where it leads: an address with the scheme `http`, `https` or `mailto`. Nil for text that leads nowhere.
  public var link: String?

  /// Text, ordinary unless a style or a link is given.
  public init(_ text: String, _ style: Style = [], link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}

extension [MessageRun] {
  /// The text of all of them.
  public var text: String {
    reduce(into: "") { $0 += $1.text }
  }

  /// The text in one line: white space and line ends become single spaces, and go at the edges.
  public var line: String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
