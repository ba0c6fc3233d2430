import IncidentCore

/// The last lines that a command wrote, as a timeline shows them.
///
/// They are whatever the command printed, and hostile: a page makes them visible as it does every text, Markdown gets
/// them in a block that nothing in them closes.
enum RanOutput {
  /// How many lines a page shows.
  static let mostOnPage = 5
  /// How many lines a document has.
  static let mostInDocument = 20

  /// The last lines, without empty ones at the edges and spaces at their ends; `…` stands first for what came before.
  /// None where the event is of another kind, or nothing was printed.
  static func lines(of event: Event, most: Int) -> [String] {
    guard case .ran(let body) = event.body, let output = body.output?.nonBlank else { return [] }
    let all = VisibleText.block(output).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.lastIndex { !$0.isWhitespace }.map { String(line[...$0]) } ?? ""
    }
    let first = all.firstIndex { !$0.isEmpty } ?? all.endIndex
    let last = all.lastIndex { !$0.isEmpty } ?? first
    guard first < all.endIndex else { return [] }
    let shown = all[first...last].suffix(most)
    return (body.isCut || shown.startIndex > first ? ["…"] : []) + shown
  }

  /// A fenced block within a list item, two spaces before each of its lines, without the last line's end; nil for no
  /// lines.
  ///
  /// The fence is longer than any run of backticks in it, and a line that would open a comment, as the marker of a
  /// generated region does, has a space within the opening.
  static func markdown(_ lines: [String]) -> String? {
    guard !lines.isEmpty else { return nil }
    let longest = lines.map(longestRunOfBackticks).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let body = lines.map { $0.split(separator: "<!--", omittingEmptySubsequences: false).joined(separator: "<! --") }
    return ([fence + "text"] + body + [fence]).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  private static func longestRunOfBackticks(in line: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
