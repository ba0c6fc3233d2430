import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentStore

/// The payload that `--from` names.
enum AlertFile {
  /// What it says, with everything that looks like a credential masked.
  static func read(_ session: Session) throws(CommandFailure) -> AlertPayload {
    let option = Declare.from
    guard let typed = session.arguments.value(of: option), !typed.isEmpty else {
      throw CommandFailure(session.arguments.failure(.invalidValue(option, "", expected: "a file, or -")))
    }
    let bytes = try bytes(typed, session)
    do throws(AlertPayloadProblem) {
      return try AlertPayload.read(bytes)
    } catch {
      var failure = CommandFailure.refused(error.message)
      failure.place = FilePlace(
        path: typed == "-" ? "standard input" : typed, line: error.line, column: error.column)
      failure.hints = [Hint("incident declare --help", "says what alerts are read")]
      throw failure
    }
  }

  private static func bytes(_ typed: String, _ session: Session) throws(CommandFailure) -> [UInt8] {
    do throws(StoreError) {
      guard typed != "-" else { return try session.environment.streams.readAll() }
      return try PlainFile.receive(session.path(typed), session.environment.fileSystem)
    } catch {
      guard case .tooLarge(let path, _) = error else { throw CommandFailure(error) }
      throw .refused("\(path) is too large for an alert: at most \(RecordFiles.sizeLimit >> 20) MiB are read")
    }
  }
}
