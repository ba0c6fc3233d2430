import IncidentCore

/// Cells of text, padded and cut by columns, as bytes at the end of a line.
struct ListCells {
  /// What is written so far.
  private(set) var bytes: [UInt8]
  private let color: Bool

  /// Cells that follow `bytes`.
  init(after bytes: consuming [UInt8], rows: Int, color: Bool) {
    self.bytes = bytes
    self.color = color
    self.bytes.reserveCapacity(self.bytes.count + rows * 128)
  }

  /// A cell and the space behind it.
  mutating func append(_ text: String, _ style: Style = .plain, width: Int) {
    pad(from: styled(text, style, width), to: width)
  }

  /// The last cell of a line, cut to `width` where there is one, and the line's end. No line ends in a space.
  mutating func appendLast(_ text: String, _ style: Style = .plain, width: Int?) {
    _ = styled(text, style, width)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A cell of 16 columns with a date and a time of day, `2026-11-20 22:47`; empty for nil.
  mutating func append(_ moment: Timestamp?) {
    guard let moment else { return pad(from: 0, to: 16) }
    let date = moment.date
    let minutes = moment.secondOfDay / 60
    appendTwoDigits(date.year / 100)
    appendTwoDigits(date.year % 100)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(date.month)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(date.day)
    bytes.append(UInt8(ascii: " "))
    appendTwoDigits(minutes / 60)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(minutes % 60)
    pad(from: 16, to: 16)
  }

  private mutating func styled(_ text: String, _ style: Style, _ width: Int?) -> Int {
    guard color, let parameters = style.parameters else { return appendText(text, width) }
    bytes.append(contentsOf: [0x1B, UInt8(ascii: "[")])
    bytes.append(contentsOf: parameters.utf8)
    bytes.append(UInt8(ascii: "m"))
    let used = appendText(text, width)
    bytes.append(contentsOf: "\u{1B}[0m".utf8)
    return used
  }

  /// Appends the text, made visible and cut to `width`, and returns its columns.
  private mutating func appendText(_ text: String, _ width: Int?) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { source -> Int? in
      guard source.isPrintableASCII else { return nil }
      guard let width, source.count > width else {
        bytes.append(contentsOf: source)
        return source.count
      }
      guard width > 0 else { return 0 }
      bytes.append(contentsOf: source[..<(width - 1)])
      bytes.append(contentsOf: "…".utf8)
      return width
    }
    if let used = plain ?? nil { return used }
    let visible = VisibleText.line(text)
    let cut = width.map { DisplayWidth.truncated(visible, to: $0) } ?? visible
    bytes.append(contentsOf: cut.utf8)
    return width == nil ? 0 : DisplayWidth.of(cut)
  }

  private mutating func pad(from used: Int, to width: Int) {
    for _ in 0..<max(0, width - used + 2) { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func appendTwoDigits(_ number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// The columns that a text takes once it is made visible.
  static func width(of text: String) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { $0.isPrintableASCII ? $0.count : nil }
    return (plain ?? nil) ?? DisplayWidth.of(VisibleText.line(text))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is a character that takes one column and does nothing: branch-free, so that it runs on vectors.
  var isPrintableASCII: Bool {
    var others: UInt8 = 0
    for byte in self { others |= byte &- 0x20 > 0x5E ? 1 : 0 }
    return others == 0
  }
}
