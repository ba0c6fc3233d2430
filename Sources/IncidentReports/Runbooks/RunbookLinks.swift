/// A link of a runbook.
public struct RunbookLink: Hashable, Sendable {
  /// Where it leads, as it is written.
  public let destination: String
  /// From 1.
  public let line: Int
  /// Where its destination begins, from 1, in Unicode scalars of the line.
  public let column: Int
}

/// Finds links with a destination: `[text](there)`, images, and `[name]: there`; not in code.
enum RunbookLinks {
  static func all(in source: RunbookLines) -> [RunbookLink] {
    var links: [RunbookLink] = []
    for (index, kind) in source.kinds.enumerated() {
      switch kind {
      case .heading, .item, .text: add(source.lines[index], number: index + 1, to: &links)
      case .blank, .fence, .code: break
      }
    }
    return links
  }

  private static func add(_ line: [Unicode.Scalar], number: Int, to links: inout [RunbookLink]) {
    var isCode = false
    var position = 0
    while position + 1 < line.count {
      if line[position] == "`" { isCode.toggle() }
      let opens = line[position + 1] == "(" || (line[position + 1] == ":" && isDefinition(line, upTo: position))
      guard !isCode, line[position] == "]", opens else {
        position += 1
        continue
      }
      let isInline = line[position + 1] == "("
      position += 2
      while position < line.count, line[position].isBlank { position += 1 }
      let isBracketed = position < line.count && line[position] == "<"
      if isBracketed { position += 1 }
      let start = position
      var depth = 0
      while position < line.count {
        let scalar = line[position]
        if isBracketed ? scalar == ">" : scalar.isBlank { break }
        if isInline, !isBracketed, scalar == "(" { depth += 1 }
        if isInline, !isBracketed, scalar == ")" {
          if depth == 0 { break }
          depth -= 1
        }
        position += 1
      }
      if position > start {
        let destination = String(String.UnicodeScalarView(line[start..<position]))
        links.append(RunbookLink(destination: destination, line: number, column: start + 1))
      }
    }
  }

  /// Whether a line begins with `[name]`, its bracket closing there.
  private static func isDefinition(_ line: [Unicode.Scalar], upTo position: Int) -> Bool {
    let text = LineShape(line).text
    return !text.isEmpty && line[text.lowerBound] == "[" && text.lowerBound < position
      && !line[(text.lowerBound + 1)..<position].contains("]")
  }
}
