/// The installed Git, run in a directory without a shell.
public struct Git: Sendable {
  /// Where it runs, as after `-C`.
  public let directory: String
  /// What its environment has beside, or in place of, this process's own.
  public let variables: [String: String]

  /// Git in `directory`.
  public init(in directory: String, adding variables: [String: String] = [:]) {
    self.directory = directory
    self.variables = variables
  }

  /// Runs `git` with these words, whatever comes of it.
  /// - Throws: ``GitError/notInstalled``.
  public func run(_ words: [String], input: [UInt8] = []) throws(GitError) -> Subprocess.Outcome {
    let command = ["git", "-C", directory] + words
    guard let outcome = Subprocess.capture(command, input: input, adding: variables, limit: .max) else {
      throw .notInstalled
    }
    return outcome
  }

  /// What `git` with these words answers.
  /// - Throws: ``GitError`` where it fails, too.
  public func answer(_ words: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
    let outcome = try run(words, input: input)
    guard outcome.status == 0 else { throw GitError(words, outcome) }
    return outcome.output
  }

  /// The first line of what `git` with these words answers; nil where it fails or says nothing.
  public func line(_ words: [String]) throws(GitError) -> String? {
    let outcome = try run(words)
    guard outcome.status == 0 else { return nil }
    // Byte by byte: CR LF is one character.
    let line = outcome.output.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// The name that Git has for the user of a directory; nil where it has none, or is not installed.
  public static func userName(in directory: String) -> String? {
    try? Git(in: directory).line(["config", "--get", "user.name"])
  }

  /// The e-mail address that Git has for the user of a directory; nil where it has none, or is not installed.
  public static func userEmail(in directory: String) -> String? {
    try? Git(in: directory).line(["config", "--get", "user.email"])
  }
}

/// Why Git did not do what it was asked.
public enum GitError: Error, Hashable, Sendable {
  /// There is no `git` on `PATH`.
  case notInstalled
  /// It ended with a status other than 0.
  case failed(command: String, status: Int32, errors: String)

  init(_ words: [String], _ outcome: Subprocess.Outcome) {
    // The command's name is enough to go by: what follows may be a text that somebody wrote.
    let name = words.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? ""
    self = .failed(
      command: "git \(name)", status: outcome.status, errors: String(decoding: outcome.errors, as: UTF8.self))
  }
}
