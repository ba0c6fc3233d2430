import IncidentCore

/// The anchors of a Markdown document, by GitHub's rule.
///
/// A heading in lower case, without what is no letter, digit, mark, underscore, hyphen or space, with hyphens for spaces;
/// the second of its name ends in `-1` (<https://github.com/gjtorikian/html-pipeline>, `TableOfContentsFilter`). Those
/// that are written out, `<a id="x">` or `<a name="x">`, count too.
struct MarkdownAnchors {
  private(set) var all: [String] = []
  private var known: Set<String> = []

  init(_ source: String) {
    let settings = FrontMatter(source)
    let lines = RunbookLines(SourceLines(Array(source.utf8)).lines, from: settings.length)
    var counts: [String: Int] = [:]
    for (index, kind) in lines.kinds.enumerated() {
      switch kind {
      case .heading(_, let text):
        let anchor = Self.anchor(of: RunbookWords.plain(lines.text(index, text)))
        let count = counts[anchor, default: 0]
        counts[anchor] = count + 1
        add(count == 0 ? anchor : "\(anchor)-\(count)")
        addWritten(lines.text(index, 0..<lines.lines[index].count))
      case .text, .item: addWritten(lines.text(index, 0..<lines.lines[index].count))
      case .blank, .fence, .code: break
      }
    }
  }

  func contains(_ anchor: String) -> Bool { known.contains(anchor) }

  /// The one that was meant, in other case or with a slip.
  func near(_ anchor: String) -> String? {
    let meant = Self.anchor(of: anchor)
    if known.contains(meant) { return meant }
    guard meant.utf8.count > 2 else { return nil }
    return all.prefix(Self.mostLookedAt).first { $0.hasPrefix(meant) || $0.utf8.count > 2 && meant.hasPrefix($0) }
  }

  /// So many are compared with one that is not there.
  private static let mostLookedAt = 200

  private mutating func add(_ anchor: String) {
    if known.insert(anchor).inserted { all.append(anchor) }
  }

  private mutating func addWritten(_ line: String) {
    guard line.utf8.contains(UInt8(ascii: "<")) else { return }
    for attribute in ["id=", "name="] {
      for part in line.split(separator: attribute).dropFirst() {
        guard let quote = part.first, quote == "\"" || quote == "'" else { continue }
        let value = part.dropFirst().prefix { $0 != quote }
        if !value.isEmpty { add(String(value)) }
      }
    }
  }

  /// The anchor of a heading's text.
  static func anchor(of heading: String) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator: if scalar == " " { anchor.append("-") }
      case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: anchor.append(scalar)
      default:
        if scalar == "-" || scalar.properties.isAlphabetic { anchor.append(scalar) }
      }
    }
    return String(anchor)
  }
}
