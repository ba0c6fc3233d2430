public import IncidentStore

/// Everything a command learns from outside: the only way to the clock, the user, the terminal and the process's
/// variables, so that a test can set all of them.
public struct Environment {
  /// The directory relative paths start from; absolute.
  public var directory: String
  /// A variable of the process, read when it is asked for: most commands want three of some fifty.
  private let variableNamed: (_ name: String) -> String?
  /// Milliseconds since 1970 when the command began.
  ///
  /// The variable `INCIDENT_NOW` (RFC 3339) stands in for it where a run has to be repeatable, as `GIT_COMMITTER_DATE`
  /// does for Git.
  public var milliseconds: UInt64
  /// Where the random parts of ids come from.
  public var random: any RandomNumberGenerator
  /// Where files are; every access to one goes through it.
  public var fileSystem: FileSystem
  /// The terminal, pipes or buffers the command talks through.
  public var streams: any Streams
  /// The name Git has for the user of a directory; nil where it has none or is not installed.
  public var gitUserName: (_ directory: String) -> String?
  /// The e-mail address Git has for the user of a directory; nil where it has none or is not installed.
  public var gitUserEmail: (_ directory: String) -> String? = { _ in nil }
  /// What the environment of `git` has beside, or in place of, this process's own.
  public var gitVariables: [String: String] = [:]
  /// Where the program's binary is, to be found again by Git; nil where that is not known.
  public var executable: () -> String? = { nil }
  /// Runs a command with this process's streams, to its end; in another directory than this one, where that is given.
  public var runCommand: (_ words: [String], _ directory: String?) -> CommandRun = { _, _ in
    CommandRun(ending: .notStarted(ENOENT), milliseconds: 0)
  }
  /// The process's number, by which the holder of a lock is named.
  public var processID: Int32

  /// Every part is given; ``process()`` gives those of this process.
  public init(
    directory: String, variables: [String: String], milliseconds: UInt64, random: any RandomNumberGenerator,
    fileSystem: FileSystem = FileSystem(), streams: any Streams,
    gitUserName: @escaping (_ directory: String) -> String?, processID: Int32
  ) {
    self.init(
      directory: directory, variableNamed: { variables[$0] }, milliseconds: milliseconds, random: random,
      fileSystem: fileSystem, streams: streams, gitUserName: gitUserName, processID: processID)
  }

  /// The same, with variables from wherever `variableNamed` has them.
  init(
    directory: String, variableNamed: @escaping (_ name: String) -> String?, milliseconds: UInt64,
    random: any RandomNumberGenerator, fileSystem: FileSystem, streams: any Streams,
    gitUserName: @escaping (_ directory: String) -> String?, processID: Int32
  ) {
    self.directory = directory
    self.variableNamed = variableNamed
    self.milliseconds = milliseconds
    self.random = random
    self.fileSystem = fileSystem
    self.streams = streams
    self.gitUserName = gitUserName
    self.processID = processID
  }

  /// A variable that is set to something.
  func variable(_ name: String) -> String? {
    variableNamed(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Standard input, output and error, and the person behind them, if any.
public protocol Streams: AnyObject {
  /// Whether a person types what is read.
  var inputIsTerminal: Bool { get }
  /// Whether a person reads the answer.
  var outputIsTerminal: Bool { get }
  /// Whether a person reads the conversation.
  var errorIsTerminal: Bool { get }
  /// The columns of the terminal; nil where there is none or it does not say.
  var columns: Int? { get }

  /// Standard input to its end, up to ``IncidentStore/RecordFiles/sizeLimit``.
  /// - Throws: ``IncidentStore/StoreError/tooLarge(path:size:)``, ``IncidentStore/StoreError/inputOutput(_:)``.
  func readAll() throws(StoreError) -> [UInt8]
  /// The next line without its end; nil at the end of input.
  func readLine() -> String?
  /// Writes the answer.
  func writeOutput(_ bytes: [UInt8])
  /// Why a part of the answer was lost; nil where none was.
  var outputFailure: SystemError? { get }
  /// Writes to the conversation.
  func writeError(_ bytes: [UInt8])
  /// Lets a person edit a file with a command line such as `code --wait`; the command's exit status, nil where it could
  /// not be started.
  func edit(file: String, with command: String) -> Int32?
}
