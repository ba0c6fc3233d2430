import IncidentCore

extension ShowPage {
  /// What is still to be done or verified, each with its owner and day; the rest is counted.
  func actions(_ layout: PageLayout) -> [StyledLine] {
    guard !snapshot.actions.isEmpty else { return [] }
    let unfinished = snapshot.actions.filter(\.status.isUnfinished)
    var lines = [StyledLine("Actions", .heading)]
    let width = (unfinished.map(\.name.count).max() ?? 0) + 2
    for item in unfinished {
      lines += Phrase.flow(
        [Phrase(item.title, isRunning: true)] + standing(of: item), separator: "  ",
        prefix: "  \(DisplayWidth.padded(item.name, to: width), .label)", width: layout.width)
    }
    return lines + finished(layout)
  }

  private func standing(of item: ActionItem) -> [Phrase] {
    var phrases = [item.owner?.nonBlank.map { Phrase($0, .label) } ?? Phrase("no owner", .warning)]
    if let standing = ActionText.standing(item.status) { phrases.append(Phrase(standing)) }
    if let due = ActionText.due(item, today: now.date) { phrases.append(due) }
    if item.due == nil, item.status.isToDo { phrases.append(Phrase("no due date", .warning)) }
    return phrases
  }

  private func finished(_ layout: PageLayout) -> [StyledLine] {
    let phrases = [ActionStatus.verified, .dropped].compactMap { status -> Phrase? in
      let count = snapshot.actions.filter { $0.status == status }.count
      return count == 0 ? nil : Phrase("\(count) \(status.rawValue)", .muted)
    }
    return phrases.isEmpty ? [] : Phrase.flow(phrases, prefix: "  ", width: layout.width)
  }
}
