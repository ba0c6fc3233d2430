public import JSONTree

/// A file in which a merge of texts left conflict markers, taken apart into the texts that were merged.
///
/// The markers are those of `git merge-file` in every style (`merge`, `diff3`, `zdiff3`): lines that begin with seven
/// or more of `<`, `|`, `=`, `>`.
public struct ConflictedText: Hashable, Sendable {
  /// The text with our side of every conflict.
  public let ours: [UInt8]
  /// The text with the ancestor's side; nil where a conflict does not show it.
  public let base: [UInt8]?
  /// The text with their side.
  public let theirs: [UInt8]

  /// Nil where there are no markers, or not one of each in order.
  public init?(_ text: [UInt8]) {
    var (ours, base, theirs): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    var part = Part.common
    var count = 0
    var showsBase = true
    for line in Self.lines(of: text) {
      switch (part, Marker(line)) {
      case (.common, .begin): part = .ours
      case (.ours, .base): part = .base
      case (.ours, .middle):
        part = .theirs
        showsBase = false
      case (.base, .middle): part = .theirs
      case (.theirs, .end):
        part = .common
        count += 1
      case (_, .begin), (_, .end), (_, .base): return nil
      // A line of equals signs outside of a conflict underlines a heading.
      case (.common, _):
        ours += line
        base += line
        theirs += line
      case (.ours, _): ours += line
      case (.base, _): base += line
      case (.theirs, _): theirs += line
      }
    }
    guard count > 0, part == .common else { return nil }
    self.ours = ours
    self.base = showsBase ? base : nil
    self.theirs = theirs
  }

  /// Where the first line stands that begins or ends a conflict; nil where none does, as in every record.
  public static func firstMarker(in text: [UInt8]) -> JSONPosition? {
    for line in lines(of: text) {
      switch Marker(line) {
      case .begin, .end: return JSONPosition(ofByte: line.startIndex, in: text)
      case .base, .middle, nil: continue
      }
    }
    return nil
  }

  private enum Part { case common, ours, base, theirs }

  private enum Marker {
    case begin, base, middle, end

    init?(_ line: ArraySlice<UInt8>) {
      guard let first = line.first else { return nil }
      switch first {
      case UInt8(ascii: "<"): self = .begin
      case UInt8(ascii: "|"): self = .base
      case UInt8(ascii: "="): self = .middle
      case UInt8(ascii: ">"): self = .end
      default: return nil
      }
      let rest = line.drop { $0 == first }
      guard line.count - rest.count >= 7 else { return nil }
      switch rest.first {
      case nil, UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
      default: return nil
      }
    }
  }

  /// The lines, each with its end.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}
