public import IncidentCore

/// What the body of a ticket says of a follow-up.
public enum ActionIssueText {
  /// A list in Markdown; nothing of the record is mark-up in it.
  public static func markdown(_ entry: ActionEntry) -> String {
    let item = entry.item
    var facts = [("Incident", entry.incident.text), ("Follow-up", item.name)]
    if let kind = item.kind { facts.append(("Kind", kind.rawValue)) }
    if let owner = item.owner { facts.append(("Owner", owner)) }
    if let due = item.due { facts.append(("Due", MomentText.date(due))) }
    if let priority = item.priority { facts.append(("Priority", priority.rawValue)) }
    if let link = item.link { facts.append(("Link", link)) }
    let list = facts.map { label, value in
      let line = "- **\(label)**: "
      return line + MarkdownEscape.escape(value, after: line) + "\n"
    }
    let reference = entry.incident.typedText
    return list.joined() + "\n"
      + "Once it is done: `incident action done \(item.name) \(reference)`; once somebody saw it work: "
      + "`incident action verify \(item.name) \(reference)`.\n"
  }
}
