import IncidentCore

/// A run of `*` or `_` that may begin or end emphasis.
struct EmphasisDelimiter {
  let mark: Unicode.Scalar
  let count: Int
  private let canOpen: Bool
  private let canClose: Bool

  /// By what stands on both sides (<https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run>).
  init(_ mark: Unicode.Scalar, count: Int, between before: TemplatePiece, and after: TemplatePiece) {
    self.mark = mark
    self.count = count
    let isLeft = !after.isSpace && (!after.isMark || before.isSpace || before.isMark)
    let isRight = !before.isSpace && (!before.isMark || after.isSpace || after.isMark)
    canOpen = isLeft && (mark == "*" || !isRight || before.isMark)
    canClose = isRight && (mark == "*" || !isLeft || after.isMark)
  }

  /// Pairs delimiters: the style of each node, and how many marks of a delimiter are left over as text.
  static func resolve(
    _ delimiters: [(node: Int, delimiter: EmphasisDelimiter)], nodes: Int
  ) -> (styles: [MessageRun.Style], left: [Int: Int]) {
    var styles = Array(repeating: MessageRun.Style(), count: nodes)
    var left: [Int: Int] = [:]
    var openers: [(node: Int, delimiter: EmphasisDelimiter)] = []
    // For each kind of closer the node up to which nothing is left that it closes: no search is made twice.
    var searched: [Kind: Int] = [:]
    for (node, closer) in delimiters {
      var count = closer.count
      while closer.canClose, count > 0 {
        let reach = searched[closer.kind] ?? -1
        guard let place = openers.lastIndex(where: { $0.node <= reach || closer.closes($0.delimiter) }),
          openers[place].node > reach
        else {
          searched[closer.kind] = node - 1
          break
        }
        let opener = openers[place]
        let available = left[opener.node] ?? opener.delimiter.count
        let used = min(available, count, 2)
        for inner in (opener.node + 1)..<node { styles[inner].insert(used == 2 ? .strong : .emphasis) }
        count -= used
        left[opener.node] = available - used
        openers.removeSubrange((available == used ? place : place + 1)...)
      }
      left[node] = count
      if closer.canOpen, count > 0 { openers.append((node, closer)) }
    }
    return (styles, left)
  }

  /// What decides which openers a closer may close.
  private struct Kind: Hashable {
    let mark: Unicode.Scalar
    let canOpen: Bool
    let remainder: Int
  }

  private var kind: Kind { Kind(mark: mark, canOpen: canOpen, remainder: count % 3) }

  /// Whether this one may end what `opener` began: the same mark, and the rule of three.
  private func closes(_ opener: EmphasisDelimiter) -> Bool {
    guard opener.mark == mark else { return false }
    let isBoth = opener.canClose || canOpen
    return !isBoth || (opener.count + count) % 3 != 0 || (opener.count % 3 == 0 && count % 3 == 0)
  }
}

extension TemplatePiece {
  /// Whether it is punctuation or a symbol of the template's own.
  fileprivate var isMark: Bool {
    guard let character else { return false }
    switch character.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
