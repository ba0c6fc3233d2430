public import IncidentCore

/// The words of a Git commit of records, for somebody who reads `git log`.
///
/// People's own words stay out of it, since the diff has them; titles are in, with their controls made visible.
public enum CommitMessage {
  /// What a commit holds of one incident.
  public struct Change: Sendable {
    /// As it is now.
    public let incident: Incident
    /// The events that the commit before lacks, in timeline order.
    public let events: [Event]
    /// Whether the postmortem's document changed.
    public let changesPostmortem: Bool

    /// What differs between a committed record and what it is now.
    /// - Parameter old: Nil for a record that was never committed.
    public init(_ incident: Incident, since old: Incident?, changesPostmortem: Bool) {
      self.incident = incident
      let known = Set(old?.events.map(\.id) ?? [])
      events = incident.events.filter { !known.contains($0.id) }
      self.changesPostmortem = changesPostmortem
    }
  }

  /// A first line of at most 72 columns, and where that cannot hold it all a body.
  public static func text(for changes: [Change]) -> String {
    switch changes.count {
    case 0: return "Prepare the incident store\n"
    case 1:
      let lines = lines(of: changes[0])
      let subject = "\(changes[0].incident.id): \(subject(of: changes[0], lines))"
      return message(subject, body: lines.count > 1 || DisplayWidth.of(subject) > width ? [block(changes[0])] : [])
    default:
      let ids = changes.map { String($0.incident.id.shortText) }.joined(separator: ", ")
      return message("\(changes.count) incidents: \(ids)", body: blocks(changes))
    }
  }

  /// A block for each, as long as there is room.
  private static func blocks(_ changes: [Change]) -> [String] {
    var blocks: [String] = []
    var size = 0
    for change in changes {
      guard size < room else { return blocks + ["and \(changes.count - blocks.count) more incidents"] }
      blocks.append(block(change))
      size += blocks[blocks.count - 1].utf8.count
    }
    return blocks
  }

  private static let width = 72
  /// More events of one incident are counted only.
  private static let listed = 40
  /// Columns of a line of the body: a title may be as long as somebody likes.
  private static let bodyWidth = 200
  /// Bytes of the body after which no other incident is listed. Linux takes 128 KiB as one argument of a program.
  private static let room = 16_384

  private static func message(_ subject: String, body: [String]) -> String {
    ([cut(subject, width)] + body).joined(separator: "\n\n") + "\n"
  }

  /// `INC-20261120-7QK4  Payment latency above 5 s`, and a line for each event.
  private static func block(_ change: Change) -> String {
    let lines = lines(of: change)
    var block = [cut("\(change.incident.id)  \(VisibleText.line(change.incident.snapshot.title))", bodyWidth)]
    block += lines.prefix(listed).map { cut("- \($0)", bodyWidth) }
    if lines.count > listed { block.append("- and \(lines.count - listed) more") }
    return block.joined(separator: "\n")
  }

  private static func subject(of change: Change, _ lines: [String]) -> String {
    let title = VisibleText.line(change.incident.snapshot.title)
    if case .declared? = change.events.first?.body { return "\(change.incident.snapshot.severity.label) \(title)" }
    return lines.count <= 1 ? lines.first ?? "brought up to date" : "\(lines.count) changes to \(title)"
  }

  private static func lines(of change: Change) -> [String] {
    var lines = change.events.map { event in
      VisibleText.line(
        "\(EventText.sentence(event, in: change.incident, besideAuthor: true)), by \(event.by)")
    }
    if change.changesPostmortem { lines.append("postmortem document") }
    return lines
  }

  /// Cut where it is too wide, or too long for its width by heaps of combining marks, with an ellipsis.
  private static func cut(_ text: String, _ width: Int) -> String {
    let size = width * 8
    guard DisplayWidth.of(text) > width || text.utf8.count > size else { return text }
    var kept = ""
    var columns = 1
    for character in text {
      columns += DisplayWidth.of(String(character))
      guard columns <= width, kept.utf8.count + character.utf8.count <= size else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
