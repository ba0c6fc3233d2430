/// What the process says when it ends. There are no others, but for `incident run`, which ends as its command did.
public enum ExitStatus: Int32, Sendable {
  /// Done, or had been so already.
  case done = 0
  /// The incident or the store says no: not found, refused, a check failed, overdue, a gate shut.
  case refused = 1
  /// The command line was wrong.
  case usage = 2
  /// The store could not be read or written.
  case storage = 3
}
