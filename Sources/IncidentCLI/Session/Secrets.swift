import CommandArguments
import IncidentCore
import JSONTree

extension Session {
  /// Refuses events in which a text looks like a credential, unless `--allow-secret` says that it is none.
  ///
  /// What is in Git is there for good. The failure names the kind and the place, and never the text.
  func refuseSecrets(in events: [Event]) throws(CommandFailure) {
    guard !arguments.has(GlobalOptions.allowSecret) else { return }
    for event in events {
      for member in event.json where !["id", "at", "type", "event"].contains(member.key) {
        guard let finding = Self.secret(in: member.value) else { continue }
        var failure = CommandFailure.refused(
          "the \(Self.name(of: member.key)) holds what looks like \(finding.rule.title) (\(finding.rule.rawValue)), at "
            + "line \(finding.line), column \(finding.column): nothing was recorded")
        failure.hints = [
          Hint("--allow-secret", "records it all the same; what is in Git is there for good")
        ]
        if let messageFile {
          failure.hints.append(Hint("-m - < \(shellQuoted(messageFile.path))", "has what you wrote"))
        }
        throw failure
      }
    }
  }

  private static func secret(in value: JSON) -> SecretFinding? {
    switch value {
    case .string(let text): return SecretScan.findings(in: text).first
    case .array(let elements):
      for element in elements {
        if let finding = secret(in: element) { return finding }
      }
      return nil
    case .object(let object):
      for member in object {
        if let finding = secret(in: member.value) { return finding }
      }
      return nil
    case .null, .bool, .number: return nil
    }
  }

  private static func name(of key: String) -> String {
    key == "by" ? "author's name" : key
  }
}
