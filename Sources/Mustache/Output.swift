/// What has gone to the sink: how much of it, and what of it stands on the current line.
struct Output {
  /// How many more bytes may be written.
  private var remaining: Int
  /// What has been written since the last line feed or carriage return.
  private(set) var line = ""

  init(limit: Int) {
    remaining = limit
  }

  /// Writes the text whole; or, where the limit does not allow it, nothing of it and returns false.
  mutating func write(_ text: String, to sink: inout some TextOutputStream) -> Bool {
    let size = text.utf8.count
    guard size <= remaining else { return false }
    guard size > 0 else { return true }
    remaining -= size
    if let end = text.utf8.lastIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      line.removeAll(keepingCapacity: true)
      line += text[text.utf8.index(after: end)...]
    } else {
      line += text
    }
    sink.write(text)
    return true
  }
}
