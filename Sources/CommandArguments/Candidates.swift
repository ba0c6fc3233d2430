/// What a shell may offer while a value is being typed. It guides; it never refuses.
public enum Candidates: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Nothing can be offered.
  case unknown
  /// These words, which help lists too.
  case words([String])
  /// These words, which help explains in a table of this title, once for all options that offer the same.
  case explained(title: String, [ExplainedWord])
  /// Files, and the directories that lead to them.
  case files
  /// Directories.
  case directories
  /// A command line of its own: programs, and then whatever the shell offers for the one that was typed.
  case commandLine

  /// Lets a table say `candidates: ["auto", "always", "never"]`.
  public init(arrayLiteral elements: String...) {
    self = .words(elements)
  }

  /// The words; empty for every other case.
  public var words: [String] {
    switch self {
    case .words(let words): words
    case .explained(_, let words): words.map(\.word)
    case .unknown, .files, .directories, .commandLine: []
    }
  }
}

/// A word to choose, and what it means.
public struct ExplainedWord: Sendable, Hashable {
  /// The word, as it is typed.
  public let word: String
  /// What it means, in one line without a final period.
  public let meaning: String

  /// A word with its meaning.
  public init(_ word: String, _ meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}
