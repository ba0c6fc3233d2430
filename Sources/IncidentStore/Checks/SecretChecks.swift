import IncidentCore
import JSONTree

/// Does any text look like a credential?
extension CheckedRecord {
  /// The first one in each member of an event; the finding shows nothing of it.
  func secrets() -> [Finding] {
    guard let incident = readable else { return [] }
    var findings: [Finding] = []
    for event in incident.events {
      for member in event.json where !Self.wordless.contains(member.key) {
        guard let (place, rule) = Self.secret(in: member.value),
          let index = timeline.firstIndex(where: { $0["id"] == .string(event.id.text) })
        else { continue }
        findings.append(
          finding(
            .secrets, at: [.key("timeline"), .index(index), .key(member.key)] + place,
            "\"\(member.key)\" holds what looks like \(rule.title) (\(rule.rawValue))",
            remedy: "if it is one, revoke it, and incident redact \(event.id) \(incident.id.typedText)",
            showsText: false))
      }
    }
    return findings
  }

  /// Members that hold no words.
  private static let wordless = ["id", "at", "type", "event"]

  private static func secret(in value: JSON) -> (place: [JSONPathComponent], rule: SecretRule)? {
    switch value {
    case .string(let text): return SecretScan.findings(in: text).first.map { ([], $0.rule) }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let found = secret(in: element) { return ([.index(index)] + found.place, found.rule) }
      }
    case .object(let object):
      for member in object {
        if let found = secret(in: member.value) { return ([.key(member.key)] + found.place, found.rule) }
      }
    case .null, .bool, .number: break
    }
    return nil
  }
}
