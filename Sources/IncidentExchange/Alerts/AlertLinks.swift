import IncidentCore

/// Links in bounds.
enum AlertLinks {
  /// In the order given, no address twice: those that are addresses on the web.
  static func bounded(_ links: [(kind: AlertLink.Kind, url: String?)]) -> [AlertLink] {
    var seen: Set<String> = []
    var kept: [AlertLink] = []
    for link in links {
      guard kept.count < AlertBounds.links else { break }
      guard let url = address(link.url), seen.insert(url).inserted else { continue }
      kept.append(AlertLink(kind: link.kind, url: url))
    }
    return kept
  }

  /// The address without white space around it. Nil where it has another scheme than `http` and `https`, no host, or a
  /// character that no address has and that could end one in a text: white space, controls, quotes, angle brackets.
  static func address(_ text: String?) -> String? {
    guard let text, text.utf8.count <= AlertBounds.link * 8, let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    let url = text[first...last]
    guard let colon = url.firstIndex(of: ":"), ["http", "https"].contains(url[..<colon].lowercased()) else {
      return nil
    }
    let rest = url[url.index(after: colon)...]
    guard rest.hasPrefix("//"), let host = rest.dropFirst(2).first, !"/?#".contains(host),
      url.count <= AlertBounds.link, url.unicodeScalars.allSatisfy(belongs)
    else { return nil }
    return String(url)
  }

  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "<", ">", "`", "\\": return false
    default:
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F }
      return !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        && ![.control, .format].contains(scalar.properties.generalCategory)
    }
  }
}
