/// The transfer encoding of RFC 2045, section 6.7: lines of at most 76 characters of ASCII.
enum QuotedPrintable {
  /// The text with CR LF at the end of each line.
  ///
  /// What mail programs of old act upon is encoded at the beginning of a line: a dot, and `From `.
  static func text(_ text: String) -> String {
    var output = ""
    var line = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\n" || scalar == "\r" else {
        line.append(scalar)
        continue
      }
      if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
      append(line, to: &output)
      line = String.UnicodeScalarView()
    }
    if !line.isEmpty { append(line, to: &output) }
    return output
  }

  /// `=E2`.
  static func byte(_ byte: UInt8) -> String {
    (byte < 16 ? "=0" : "=") + String(byte, radix: 16, uppercase: true)
  }

  private static func append(_ line: String.UnicodeScalarView, to output: inout String) {
    var column = 0
    let opensMailbox = line.starts(with: "From ".unicodeScalars)
    for index in line.indices {
      let scalar = line[index]
      let isLast = line.index(after: index) == line.endIndex
      let isFirst = index == line.startIndex
      let isPlain =
        switch scalar {
        case " ", "\t": !isLast
        case "=": false
        case ".": !isFirst
        case "F": !(isFirst && opensMailbox)
        default: (0x21...0x7E).contains(scalar.value)
        }
      let encoded = isPlain ? String(scalar) : String(scalar).utf8.map(byte).joined()
      // The last column is for the sign that the line goes on.
      if column + encoded.utf8.count > 75 {
        output += "=\r\n"
        column = 0
      }
      output += encoded
      column += encoded.utf8.count
    }
    output += "\r\n"
  }
}
