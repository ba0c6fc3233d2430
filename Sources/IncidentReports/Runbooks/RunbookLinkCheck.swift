/// What stands at a path that a link names.
public enum RunbookLinkedFile: Hashable, Sendable {
  /// Nothing.
  case absent
  /// A folder, or a file that is no Markdown.
  case file
  /// Markdown, whose headings an anchor may name.
  case markdown(String)
  /// Something that a link leads to out of the repository.
  case outside
  /// Nobody looked.
  case unknown
}

/// The links of a runbook: what is wrong with each. Every document is read for its headings once, however many links lead
/// there.
struct RunbookLinkCheck {
  private let source: String
  private let linked: ([String]) -> RunbookLinkedFile
  private var own: MarkdownAnchors?
  private var known: [[String]: Known] = [:]

  /// What stands at a path, its headings found.
  private enum Known {
    case absent, outside, other
    case document(MarkdownAnchors)
  }

  /// What is wrong with a link.
  struct Fault: Hashable {
    /// A sentence without its full stop.
    let message: String
    /// What mends it; a sentence without its full stop.
    let remedy: String
  }

  init(_ source: String, _ linked: @escaping ([String]) -> RunbookLinkedFile) {
    self.source = source
    self.linked = linked
  }

  /// What is wrong with a link, if anything.
  mutating func fault(of target: RunbookLinkTarget) -> Fault? {
    switch target {
    case .elsewhere: return nil
    case .outside: return Self.leadsOut
    case .within(let anchor):
      let anchors = own ?? MarkdownAnchors(source)
      own = anchors
      return Self.fault(anchor, anchors, "no heading in it has")
    case .path(let parts, let anchor):
      let path = VisibleText.line(parts.joined(separator: "/"))
      switch stands(at: parts) {
      case .other: return nil
      case .outside: return Self.leadsOut
      case .absent:
        return Fault(
          message: "there is no file \(path)", remedy: "mend the link: it begins at the runbook's own folder")
      case .document(let anchors):
        return anchor.flatMap { Self.fault($0, anchors, "no heading of \(path) has") }
      }
    }
  }

  private mutating func stands(at parts: [String]) -> Known {
    if let known = known[parts] { return known }
    let found: Known =
      switch linked(parts) {
      case .absent: .absent
      case .outside: .outside
      case .file, .unknown: .other
      case .markdown(let text): .document(MarkdownAnchors(text))
      }
    known[parts] = found
    return found
  }

  private static let leadsOut = Fault(
    message: "the link leads out of the repository", remedy: "link to the file's address on the web, or bring it here")

  private static func fault(_ anchor: String, _ anchors: MarkdownAnchors, _ lacking: String) -> Fault? {
    // The top of a page is there whatever it says.
    guard anchor != "top", !anchors.contains(anchor) else { return nil }
    return Fault(
      message: "\(lacking) the anchor #\(VisibleText.line(anchor))",
      remedy: anchors.near(anchor).map { "write #\($0)" }
        ?? "an anchor is the heading in lower case, with - for spaces")
  }
}
