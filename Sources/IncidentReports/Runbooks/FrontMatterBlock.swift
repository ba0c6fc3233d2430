/// Where the settings in front of a document are: between two lines of `---`, the first of which is the first line.
struct FrontMatterBlock {
  /// A line of the settings.
  struct Line {
    /// From 1.
    let number: Int
    /// Without its end.
    let text: [UInt8]

    /// The spaces it begins with; a tab counts as one.
    var indent: Int { text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count }

    /// Whether it says nothing: blank, or a comment.
    var isEmpty: Bool {
      let first = text.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  /// What stands there.
  enum Kind {
    /// Nothing: the document begins with its text.
    case none
    /// What YAML has between `---`.
    case yaml
    /// What TOML has between `+++`; not read.
    case toml
  }

  let kind: Kind
  /// The lines between the marks.
  private(set) var lines: [Line] = []
  /// Whether the second mark is there.
  private(set) var isClosed = false
  /// The lines from the first to the second mark; 0 where there are no settings, 1 where they have no end.
  private(set) var length = 0

  /// Reads no further than to the second mark, nor than ``mostLines``.
  init(_ source: String) {
    var reader = Reader(source.utf8)
    let first = reader.next() ?? []
    switch first {
    case Self.yaml: kind = .yaml
    case Self.toml: kind = .toml
    default:
      kind = .none
      return
    }
    length = 1
    var number = 1
    while number < Self.mostLines, let line = reader.next() {
      number += 1
      if line == first || (kind == .yaml && line == Self.end) {
        isClosed = true
        length = number
        return
      }
      lines.append(Line(number: number, text: line))
    }
    // Without an end it is not known what belongs to it: what looks like a setting does.
    let settings = lines.prefix { $0.isEmpty || $0.indent > 0 || Self.looksLikeSetting($0.text) }
    lines = Array(settings)
    length = lines.count + 1
  }

  /// Settings that go on for longer have no end.
  static let mostLines = 400

  private static let yaml = [UInt8]("---".utf8)
  private static let toml = [UInt8]("+++".utf8)
  private static let end = [UInt8]("...".utf8)

  private static func looksLikeSetting(_ line: [UInt8]) -> Bool {
    line.starts(with: Array("- ".utf8)) || FrontMatterScalar.key(in: line[...]) != nil
  }

  /// Line after line of a text that may begin with a byte order mark.
  private struct Reader {
    private var rest: Substring.UTF8View

    init(_ text: String.UTF8View) {
      rest = text[...]
      if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    }

    mutating func next() -> [UInt8]? {
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      var line = Array(rest[..<end])
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
      while let last = line.last, [UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t")].contains(last) {
        line.removeLast()
      }
      return line
    }
  }
}
