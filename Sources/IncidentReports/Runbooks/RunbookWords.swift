/// Words of a runbook as they are read aloud.
enum RunbookWords {
  /// Markdown without its marks: emphasis, code spans, links and images give their text.
  static func plain(_ markdown: String) -> String {
    let scalars = Array(markdown.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var position = 0
    var isCode = false
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "`" {
        isCode.toggle()
      } else if isCode {
        plain.append(scalar)
      } else if scalar == "\\", position + 1 < scalars.count, isMark(scalars[position + 1]) {
        position += 1
        plain.append(scalars[position])
      } else if scalar == "]", position + 1 < scalars.count, scalars[position + 1] == "(",
        let end = scalars[position...].firstIndex(of: ")")
      {
        position = end
      } else if scalar != "*", scalar != "[", scalar != "]" {
        plain.append(scalar == "\t" ? " " : scalar)
      }
      position += 1
    }
    return String(plain).trimmingBlanks()
  }

  /// What a step is called, and what is left to say: the first sentence, and the rest in Markdown.
  static func title(of paragraph: String) -> (title: String, rest: String) {
    let scalars = Array(paragraph.unicodeScalars)
    var ticks = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "`" { ticks += 1 }
      guard ticks.isMultiple(of: 2), ".?!:".unicodeScalars.contains(scalar) else { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      guard next.isBlank, index + 2 >= scalars.count || !scalars[index + 2].properties.isLowercase else { continue }
      let title = plain(text(scalars[...index]))
      guard title.unicodeScalars.count <= longest else { break }
      return (withoutStop(title), text(scalars[(index + 1)...]).trimmingBlanks())
    }
    let whole = plain(paragraph)
    guard whole.unicodeScalars.count > longest else { return (withoutStop(whole), "") }
    let cut = Array(whole.unicodeScalars.prefix(longest))
    let end = cut.lastIndex(where: \.isBlank) ?? cut.endIndex
    return (text(cut[..<end]).trimmingBlanks() + " …", paragraph)
  }

  /// The characters of the longest title.
  static let longest = 100

  private static func withoutStop(_ title: String) -> String {
    title.hasSuffix(".") || title.hasSuffix(":") ? String(title.dropLast()) : title
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !scalar.isLetterOrDigit && scalar.value > 0x20
  }
}
