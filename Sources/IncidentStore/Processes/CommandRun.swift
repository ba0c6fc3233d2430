/// What came of a command that was run for somebody to watch.
public struct CommandRun: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Hashable {
    /// By itself, with this status, 0 to 255.
    case exited(Int)
    /// By a signal.
    case signalled(Int32)
    /// It never began: the `errno` that says why.
    case notStarted(Int32)
  }

  /// How it ended.
  public let ending: Ending
  /// How long it took, in milliseconds.
  public let milliseconds: Int
  /// The last of what it wrote to both streams, in the order it came by.
  public let tail: OutputTail

  /// What came of a command.
  public init(ending: Ending, milliseconds: Int, tail: OutputTail = OutputTail(capacity: 1)) {
    self.ending = ending
    self.milliseconds = milliseconds
    self.tail = tail
  }

  /// The exit status a shell has for it: 128 and the signal's number for one that a signal ended, 127 for one that is not
  /// there, 126 for one that cannot be executed.
  /// - SeeAlso: [POSIX, 2.8.2](https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02)
  public var exitStatus: Int32 {
    switch ending {
    case .exited(let status): Int32(status)
    case .signalled(let signal): 128 + signal
    case .notStarted(let code): code == ENOENT ? 127 : 126
    }
  }

  /// The name of the signal that ended it, `SIGKILL`.
  public var signalName: String? {
    if case .signalled(let signal) = ending { SignalName.of(signal) } else { nil }
  }

  /// Why it did not begin, as a sentence without a full stop; nil where it did.
  public var obstacle: String? {
    guard case .notStarted(let code) = ending else { return nil }
    switch code {
    case ENOENT: return "command not found"
    case EACCES, EPERM: return "permission denied: it cannot be executed"
    case ENOEXEC: return "it is no program; a script without a first line #!… runs as sh FILE"
    default: return Platform.message(for: code)
    }
  }
}
