/// What a shell may offer while a value is being typed. It guides; it never refuses.
public enum Candidates: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Nothing can be offered.
  case unknown
  /// These words, which help lists too.
  case words([String])
  /// Files, and the directories that lead to them.
  case files
  /// Directories.
  case directories

  /// Lets a table say `candidates: ["auto", "always", "never"]`.
  public init(arrayLiteral elements: String...) {
    self = .words(elements)
  }

  /// The words; empty for every other case.
  public var words: [String] {
    switch self {
    case .words(let words): words
    case .unknown, .files, .directories: []
    }
  }
}
