/// What to do about an error.
public struct Remedy: Hashable, Sendable {
  /// A clause without capital or full stop: `make room, then run the same command again`.
  public let advice: String
  /// A command that helps, word by word, and what it does; the command line quotes the words.
  public let command: Command?

  /// A command to type.
  public struct Command: Hashable, Sendable {
    /// The program and its arguments, unquoted.
    public let words: [String]
    /// What it does: `shows how full the disk is`.
    public let purpose: String
  }

  init(_ advice: String, _ command: [String] = [], _ purpose: String = "") {
    self.advice = advice
    self.command = command.isEmpty ? nil : Command(words: command, purpose: purpose)
  }
}
