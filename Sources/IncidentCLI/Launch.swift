import CommandArguments
import IncidentReports
import IncidentStore
import JSONTree

/// The command line as a whole.
public enum Launch {
  /// Runs this process's command line and ends the process.
  public static func main() -> Never {
    // A file over `ulimit -f` is an error to tell, not an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(words(), in: .process()))
  }

  /// The words of this process's command line. One that is not UTF-8 is refused: repaired, it would be recorded with
  /// other characters than were typed.
  private static func words() -> [String] {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index] else { break }
      guard let word = String(validatingCString: bytes) else {
        let failure = CommandFailure(status: .usage, message: "word \(index) of the command line is not UTF-8 text")
        failure.write(to: ProcessStreams(), asJSON: false, isColored: false)
        exit(failure.status.rawValue)
      }
      words.append(word)
    }
    return words
  }

  /// Reads a command line, does what it says, and writes the answer to the environment's streams.
  /// - Parameter words: The command line without the program's name.
  /// - Returns: The process's exit status.
  public static func run(_ words: [String], in environment: Environment) -> Int32 {
    let status: Int32
    do throws(CommandFailure) {
      status = try answer(words, in: environment)
    } catch {
      tell(error, words, environment)
      status = error.status.rawValue
    }
    guard let lost = environment.streams.outputFailure else { return status }
    tell(.storage("\(lost.sentence); the answer is incomplete, what was recorded stands"), words, environment)
    return ExitStatus.storage.rawValue
  }

  /// Says a failure before there is a session, or after it.
  private static func tell(_ failure: CommandFailure, _ words: [String], _ environment: Environment) {
    let asJSON = words.prefix { $0 != "--" }.contains(GlobalOptions.json.spelling)
    let isColored =
      environment.streams.errorIsTerminal && environment.variable("NO_COLOR") == nil
      && environment.variable("TERM") != "dumb"
    failure.write(to: environment.streams, asJSON: asJSON, isColored: isColored)
  }

  private static func answer(_ words: [String], in environment: Environment) throws(CommandFailure) -> Int32 {
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try CommandTable.parse(words)
    } catch {
      guard words.isEmpty else { throw CommandFailure(error) }
      environment.streams.writeError(help(of: [], environment))
      return ExitStatus.usage.rawValue
    }
    switch invocation {
    case .help(let path):
      environment.streams.writeOutput(help(of: path, environment))
      return ExitStatus.done.rawValue
    case .run(let arguments):
      let session = try Session(environment, arguments)
      do throws(CommandFailure) {
        try CommandTable.run(session)
      } catch {
        if let file = session.messageFile { session.warn("what you wrote is in \(file.path)") }
        session.tell(error)
        return session.commandStatus ?? error.status.rawValue
      }
      return session.commandStatus ?? session.status.rawValue
    }
  }

  private static func help(of path: [String], _ environment: Environment) -> [UInt8] {
    let width = environment.streams.outputIsTerminal ? environment.streams.columns ?? 80 : 80
    return Array(CommandTable.root.helpText(of: path, width: width).utf8)
  }
}
