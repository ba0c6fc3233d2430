/// The measures that the pages share.
struct PageLayout {
  /// The terminal's columns; nil where there is none and nothing is cut or wrapped.
  let width: Int?

  /// Whether there is no room for long labels beside their text.
  var isNarrow: Bool { (width ?? .max) < 60 }

  /// A label and its text in phrases, the text in a column of its own.
  func field(_ label: String, _ phrases: [Phrase], labelWidth: Int = 14, indent: Int = 0) -> [StyledLine] {
    Phrase.flow(phrases, prefix: prefix(label, labelWidth, indent), width: width)
  }

  /// A label and what a person wrote, line ends kept, in a column of its own.
  func field(_ label: String, text: String) -> [StyledLine] {
    WrappedText.lines(text, prefix: prefix(label, 14, 0), width: width)
  }

  private func prefix(_ label: String, _ labelWidth: Int, _ indent: Int) -> StyledLine {
    let spaces = DisplayWidth.spaces(indent)
    return "\(spaces)\(DisplayWidth.padded(label, to: labelWidth), .label)"
  }
}
