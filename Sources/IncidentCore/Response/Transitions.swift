extension Status {
  /// The transition table: whether `verb` makes sense in this status.
  ///
  /// Words and corrections are welcome after a resolution; a closed or cancelled incident has to be reopened first.
  func allows(_ verb: Verb) -> Bool {
    switch (verb, self) {
    case (.acknowledge, .declared), (.acknowledge, .investigating), (.acknowledge, .mitigating),
      (.acknowledge, .monitoring):
      true
    case (.mitigate, .declared), (.mitigate, .investigating), (.mitigate, .mitigating), (.mitigate, .monitoring):
      true
    case (.resolve, .declared), (.resolve, .investigating), (.resolve, .mitigating), (.resolve, .monitoring):
      true
    case (.update, .closed), (.update, .cancelled): false
    case (.severity, .closed), (.severity, .cancelled): false
    case (.assign, .closed), (.assign, .cancelled): false
    case (.release, .closed), (.release, .cancelled): false
    case (.update, _), (.severity, _), (.assign, _), (.release, _): true
    case (.reopen, .resolved), (.reopen, .closed), (.reopen, .cancelled): true
    case (.cancel, .closed): false
    case (.cancel, _): true
    case (.close, .resolved): true
    case (.acknowledge, _), (.mitigate, _), (.resolve, _), (.reopen, _), (.close, _): false
    }
  }
}
