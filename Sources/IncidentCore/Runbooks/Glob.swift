/// A pattern for names: `*` is any run of characters, `?` any one, `[a-z]` one of a set, `[!a-z]` one that is not in it.
/// Letters of either case are the same.
///
/// A match takes at most the product of both lengths; none goes back further than to the last `*`
/// (<https://research.swtch.com/glob>).
public struct Glob: Hashable, Sendable {
  /// As it was written.
  public let text: String
  let tokens: [Token]

  /// The longest pattern, in characters.
  public static let longest = 200

  enum Token: Hashable, Sendable {
    case literal(Unicode.Scalar)
    case one
    case many
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// Reads a pattern.
  /// - Throws: What keeps it from being one.
  public init(_ text: String) throws(GlobProblem) {
    guard text.hasWords else { throw .empty }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Self.longest else { throw .tooLong }
    var tokens: [Token] = []
    var position = 0
    while position < scalars.count {
      switch scalars[position] {
      case "*": if tokens.last != .many { tokens.append(.many) }
      case "?": tokens.append(.one)
      case "[": tokens.append(try Self.set(scalars, &position))
      default: for folded in Self.folded(scalars[position]) { tokens.append(.literal(folded)) }
      }
      position += 1
    }
    self.text = text
    self.tokens = tokens
  }

  /// The set that opens there; leaves `position` at its closing bracket.
  private static func set(_ scalars: [Unicode.Scalar], _ position: inout Int) throws(GlobProblem) -> Token {
    let opening = position + 1
    var index = position + 1
    var isNegated = false
    if index < scalars.count, scalars[index] == "!" || scalars[index] == "^" {
      isNegated = true
      index += 1
    }
    let first = index
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    // A bracket that stands first is one of the set, as in a shell.
    while index < scalars.count, scalars[index] != "]" || index == first {
      let low = folded(scalars[index])[0]
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        let high = folded(scalars[index + 2])[0]
        guard low <= high else { throw .reversedRange(column: index + 1) }
        ranges.append(low...high)
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    guard index < scalars.count else { throw .openBracket(column: opening) }
    position = index
    return .set(ranges, isNegated: isNegated)
  }

  /// Whether it matches whatever there is.
  public var matchesEverything: Bool { tokens == [.many] }

  /// How many of its characters stand for themselves or for one of a set: the more, the closer a match.
  public var literalCount: Int {
    tokens.count { token in
      switch token {
      case .literal, .set: true
      case .one, .many: false
      }
    }
  }

  /// Whether all of a text is as the pattern says.
  public func matches(_ text: String) -> Bool {
    Self.match(tokens[...], Self.folded(text))
  }

  static func match(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> Bool {
    var (token, position) = (tokens.startIndex, 0)
    // Where to go on after the last `*`, once it takes one character more.
    var retry: (token: Int, position: Int)?
    while position < text.count {
      if token < tokens.endIndex, tokens[token] == .many {
        retry = (token + 1, position)
        token += 1
      } else if token < tokens.endIndex, tokens[token].matches(text[position]) {
        token += 1
        position += 1
      } else if let (next, start) = retry {
        retry = (next, start + 1)
        (token, position) = (next, start + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .many }
  }

  /// A text in which case makes no difference.
  public static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII { folded.append(lowercase(scalar)) } else { folded += self.folded(scalar) }
    }
    return folded
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard !scalar.isASCII else { return [lowercase(scalar)] }
    let mapped = Array(scalar.properties.lowercaseMapping.unicodeScalars)
    return mapped.isEmpty ? [scalar] : mapped
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }
}

extension Glob.Token {
  fileprivate func matches(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .literal(let literal): literal == scalar
    case .one: true
    case .many: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}

/// What keeps a text from being a pattern.
public enum GlobProblem: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is longer than ``Glob/longest``.
  case tooLong
  /// A set opens and does not close; the column from 1.
  case openBracket(column: Int)
  /// A range of a set ends before it begins; the column from 1.
  case reversedRange(column: Int)
  /// There is no `=` between a label's name and its value.
  case noLabel
}
