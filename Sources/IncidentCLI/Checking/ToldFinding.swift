import IncidentExchange
import JSONTree

/// A finding as it is told, whatever found it.
struct ToldFinding {
  /// The word that names what found it.
  let name: String
  /// How much it weighs.
  let level: GitHubAnnotation.Level
  /// Where it stands.
  let place: FilePlace
  /// A sentence without its full stop.
  let message: String
  /// What mends it, a sentence without its full stop.
  let remedy: String
  /// The same for a program.
  let json: JSONObject
}

/// What findings are about, and what found them.
struct CheckSubject {
  /// The command that found them.
  let command: String
  /// What was read: `record`.
  let noun: String
  /// The member of the answer in JSON that counts what was read.
  let key: String

  /// `1 record`, `3 records`.
  func counted(_ count: Int) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
