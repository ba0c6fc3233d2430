import IncidentCore

/// Where a link of a runbook leads.
enum RunbookLinkTarget: Hashable {
  /// To another system, or to what nobody can tell before it is filled in.
  case elsewhere
  /// To a heading of the runbook itself.
  case within(anchor: String)
  /// To a path from the top of the repository, and a heading there.
  case path([String], anchor: String?)
  /// Above the top of the repository.
  case outside

  /// - Parameter folder: The folders from the top down to the one that the runbook stands in.
  init(_ destination: String, from folder: [String]) {
    let hash = destination.firstIndex(of: "#")
    let anchor = hash.map { Self.decoded(destination[destination.index(after: $0)...]) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    let path = destination[..<(hash ?? destination.endIndex)].prefix { $0 != "?" }
    guard !Self.hasScheme(destination), !destination.hasPrefix("//"), !destination.contains("{{"),
      !destination.contains("<"), !destination.contains("$")
    else {
      self = .elsewhere
      return
    }
    if path.isEmpty {
      self = anchor.map { .within(anchor: $0) } ?? .elsewhere
      return
    }
    // As GitHub and GitLab read it: a path that begins with a slash begins at the top of the repository.
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard !parts.isEmpty else {
          self = .outside
          return
        }
        parts.removeLast()
      } else {
        parts.append(Self.decoded(part))
      }
    }
    self = .path(parts, anchor: anchor)
  }

  /// `https:`, `mailto:`, `C:` is none.
  private static func hasScheme(_ destination: String) -> Bool {
    guard let colon = destination.firstIndex(of: ":") else { return false }
    let scheme = destination[..<colon].unicodeScalars
    return scheme.count > 1 && scheme.first.map { $0.properties.isAlphabetic && $0.isASCII } == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetterOrDigit || "+.-".unicodeScalars.contains($0)) }
  }

  /// `%20` as a space; what is no such code stays.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16), byte >= 0x20
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
