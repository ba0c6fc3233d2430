import CommandArguments
import IncidentCore
import IncidentStore

/// Where a command that is run will be recorded.
enum RunTarget {
  /// On the timeline of this incident.
  case incident(IncidentID)
  /// Nowhere, and why: a sentence without its full stop. The command is run all the same.
  case nowhere(String)
}

extension Session {
  /// The incident that a command is run for: the reference typed, else `$INCIDENT`, else the only active one. One that is
  /// over is not meant: what is run days later is no part of it.
  /// - Throws: For a reference that was typed and names no incident. Nothing else keeps a command from being run.
  func runTarget() throws(CommandFailure) -> RunTarget {
    if let typed = arguments.value(of: Run.incident) { return .incident(try existingIncidentID(named: typed)) }
    do throws(CommandFailure) {
      if let variable = environment.variable("INCIDENT") {
        do throws(CommandFailure) {
          return .incident(try existingIncidentID(named: variable))
        } catch {
          return .nowhere("$INCIDENT: " + error.whole)
        }
      }
      guard let store = try storeIfAny() else {
        return .nowhere("there is no incident store in \(directory) or above it")
      }
      if let id = store.onlyActiveID() { return .incident(id) }
      let (records, failures) = try store.records(standing: [.active, .unreadable])
      if records.count > 1 {
        return .nowhere("\(records.count) incidents are active: --incident or $INCIDENT says which")
      }
      if let failure = failures.first {
        return .nowhere("a record that may be meant cannot be read: " + CommandFailure(failure).whole)
      }
      return records.first.map { .incident($0.incident.id) } ?? .nowhere("no incident is active")
    } catch {
      return .nowhere(error.whole)
    }
  }
}

extension CommandFailure {
  /// The sentence with the place before it, and where there is one, what looks further.
  fileprivate var whole: String {
    place.map { "\($0.text): \(message); incident check says more" } ?? message
  }
}
