import IncidentCore

/// Finds what there is to type: blocks of code of a shell, or of no language that is said, indented ones too.
enum RunbookCommands {
  /// - Parameter columns: How far the lines are indented.
  static func all(in lines: Range<Int>, of source: RunbookLines, without columns: Int) -> [RunbookStep.Command] {
    var commands: [RunbookStep.Command] = []
    var index = lines.lowerBound
    while index < lines.upperBound {
      guard case .code(let opened) = source.kinds[index] else {
        index += 1
        continue
      }
      let first = index
      while index < lines.upperBound, source.kinds[index] == .code(opened: opened) { index += 1 }
      guard source.kinds[opened] != .fence || isShell(source.lines[opened]) else { continue }
      let indent = max(columns, source.indents[opened])
      var code = (first..<index).map { source.text($0, without: indent) }
      // A session as it was copied: what is typed stands behind a prompt, and the rest is what came of it.
      if code.contains(where: { $0.hasPrefix("$ ") }) {
        code = code.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
      }
      let text = code.joined(separator: "\n")
      if text.hasWords { commands.append(RunbookStep.Command(text: text, line: first + 1)) }
    }
    return commands
  }

  private static func isShell(_ fence: [Unicode.Scalar]) -> Bool {
    let words = String(String.UnicodeScalarView(fence)).split { $0 == "`" || $0 == "~" || $0.isWhitespace || $0 == "{" }
    guard let language = words.first?.lowercased() else { return true }
    return ["sh", "bash", "zsh", "shell", "console", "terminal", "shell-session", "shellsession"].contains(language)
  }
}
