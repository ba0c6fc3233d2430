extension String {
  /// Whether there is anything but white space in it: what a title, a name or a message needs to say something.
  public var hasWords: Bool {
    // Most begin with a letter of ASCII, and need no look at the tables of Unicode.
    utf8.contains { $0 > 0x20 && $0 < 0x7F } || contains { !$0.isWhitespace }
  }
}
