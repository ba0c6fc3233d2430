import CommandArguments
import IncidentReports
import IncidentStore
import JSONTree

/// The command line as a whole.
public enum Launch {
  /// Runs this process's command line and ends the process.
  public static func main() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst()), in: .process()))
  }

  /// Reads a command line, does what it says, and writes the answer to the environment's streams.
  /// - Parameter words: The command line without the program's name.
  /// - Returns: The process's exit status.
  public static func run(_ words: [String], in environment: Environment) -> Int32 {
    do throws(CommandFailure) {
      return try answer(words, in: environment).rawValue
    } catch {
      let asJSON = words.prefix { $0 != "--" }.contains(GlobalOptions.json.spelling)
      let isColored =
        environment.streams.errorIsTerminal && environment.variable("NO_COLOR") == nil
        && environment.variable("TERM") != "dumb"
      error.write(to: environment.streams, asJSON: asJSON, isColored: isColored)
      return error.status.rawValue
    }
  }

  private static func answer(_ words: [String], in environment: Environment) throws(CommandFailure) -> ExitStatus {
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try CommandTable.root.parse(words)
    } catch {
      guard words.isEmpty else { throw CommandFailure(error) }
      environment.streams.writeError(help(of: [], environment))
      return .usage
    }
    switch invocation {
    case .help(let path):
      environment.streams.writeOutput(help(of: path, environment))
      return .done
    case .run(let arguments):
      let commandLine = words.reduce(CommandTable.root.name) { $0 + " " + $1 }
      let session = try Session(environment, arguments, commandLine: commandLine)
      do throws(CommandFailure) {
        try CommandTable.run(session)
      } catch {
        if let file = session.messageFile { session.warn("what you wrote is in \(file.path)") }
        session.tell(error)
        return error.status
      }
      return session.status
    }
  }

  private static func help(of path: [String], _ environment: Environment) -> [UInt8] {
    let width = environment.streams.outputIsTerminal ? environment.streams.columns ?? 80 : 80
    return Array(CommandTable.root.helpText(of: path, width: width).utf8)
  }
}
