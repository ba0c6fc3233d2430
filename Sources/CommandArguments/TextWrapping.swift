/// Breaks a paragraph at spaces into lines of at most `width` characters. A longer word keeps a line of its own, unbroken.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
    let count = word.count
    if !line.isEmpty, length + 1 + count > width {
      lines.append(line)
      (line, length) = ("", 0)
    }
    if !line.isEmpty { (line, length) = (line + " ", length + 1) }
    line += word
    length += count
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// The text with that many spaces before it.
func indented(_ text: String, by spaces: Int) -> String {
  String(repeating: " ", count: spaces) + text
}
