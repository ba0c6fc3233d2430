/// How a line of Markdown stands towards code spans where a value is to be written.
enum CodeState {
  /// Outside of code, beside no backtick: a code span may begin here.
  case clear
  /// Outside of code, right behind a backtick: another one would join it.
  case behindBacktick
  /// Within a code span of the template's.
  case open

  /// The state at the end of what is written on a line so far.
  init(after line: String) {
    let bytes = line.utf8
    guard bytes.contains(Self.backtick) else {
      self = .clear
      return
    }
    var open = 0
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == Self.backtick {
        let run = rest.prefix { $0 == Self.backtick }.count
        rest.removeFirst(run)
        if open == 0 { open = run } else if open == run { open = 0 }
      } else {
        rest.removeFirst(byte == UInt8(ascii: "\\") && open == 0 ? min(2, rest.count) : 1)
      }
    }
    self = open > 0 ? .open : bytes.last == Self.backtick ? .behindBacktick : .clear
  }

  private static let backtick = UInt8(ascii: "`")
}
