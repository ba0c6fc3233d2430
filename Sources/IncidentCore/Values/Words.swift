extension String {
  /// Whether there is anything but white space in it: what a title, a name or a message needs to say something.
  public var hasWords: Bool {
    contains { !$0.isWhitespace }
  }
}
