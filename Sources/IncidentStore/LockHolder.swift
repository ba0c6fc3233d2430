public import IncidentCore

/// Who holds the lock of the store: what the lock file says to those who wait.
public struct LockHolder: Hashable, Sendable {
  /// The process, as `kill(1)` names it.
  public let processID: Int32
  /// The person or account.
  public let user: String
  /// The command it runs: `incident resolve 7qk4`.
  public let command: String
  /// When it took the lock.
  public let since: Timestamp

  /// Control characters in `user` and `command` become spaces, and both end after 200 characters.
  public init(processID: Int32, user: String, command: String, since: Timestamp) {
    self.processID = processID
    self.user = Self.oneLine(user)
    self.command = Self.oneLine(command)
    self.since = since
  }

  /// Four lines, `name: value`.
  var fileContent: String {
    "pid: \(processID)\nuser: \(user)\ncommand: \(command)\nsince: \(since)\n"
  }

  /// Nil for what ``fileContent`` never is: half written, or another program's.
  init?(fileContent: String) {
    let lines = fileContent.split(separator: "\n", omittingEmptySubsequences: false)
    let names = ["pid: ", "user: ", "command: ", "since: "]
    guard lines.count == 5, lines[4].isEmpty, zip(names, lines).allSatisfy({ $1.hasPrefix($0) }) else { return nil }
    let values = zip(names, lines).map { String($1.dropFirst($0.count)) }
    guard let processID = Int32(values[0]), let since = Timestamp(canonical: values[3]) else { return nil }
    self.init(processID: processID, user: values[1], command: values[2], since: since)
  }

  var sentence: String {
    "process \(processID) (\(user)) has been writing to the store since \(since): \(command)"
  }

  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(200) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}
