import IncidentCore

/// Has every action somebody who sees to it, a day and a kind, and could a test call it done?
struct ActionRules {
  let source: SourceLines
  let lines: [[Unicode.Scalar]]
  let outline: PostmortemOutline

  /// What is found in the document's own actions, and in those of the record that it does not show.
  func findings(of incident: Incident?, _ people: People) -> [PostmortemFinding] {
    let reader = ActionReader(lines, outline, people)
    var findings: [PostmortemFinding] = []
    for (place, columns) in reader.lacking {
      let names = columns.map(Self.noun)
      findings.append(
        PostmortemFinding(
          columns == [.kind] ? .unsortedAction : .unownedAction, at: place,
          "the table of actions has no column for \(EventText.list(names) ?? "")", excerpt: source.excerpt(at: place),
          suggestion:
            "| Action | Owner | Due | Kind |: one owner and one day each, and one of prevent, detect, mitigate, process"
        ))
    }
    for entry in reader.entries where !entry.isOver { findings += self.findings(of: entry, incident, people) }
    guard let incident else { return findings }
    let shown = Set(reader.entries.compactMap(\.name))
    let place = outline.first(.actions)?.place ?? MarkdownPlace(line: 1, column: 1)
    for item in incident.snapshot.actions where item.status.isToDo && !shown.contains(item.name) {
      findings += self.findings(of: item, at: place, incident.id, people)
    }
    return findings
  }

  private func findings(of entry: WrittenAction, _ incident: Incident?, _ people: People) -> [PostmortemFinding] {
    let text = InlineText(entry.title, lines)
    let item = incident?.snapshot.actions.first { $0.name == entry.name }
    let what = entry.name.map { "the action \($0)" } ?? "the action"
    var findings: [PostmortemFinding] = []
    let missing = Self.missing(owner: entry.hasOwner, due: entry.hasDue, kind: entry.hasKind)
    if let missing {
      let mending = item.flatMap { item in
        incident.map { "\(Self.edit(item, missing, $0.id)); then incident postmortem \($0.id.typedText)" }
      }
      findings.append(
        PostmortemFinding(
          missing.rule, at: entry.place, "\(what) has \(missing.text)", excerpt: source.excerpt(at: entry.place),
          suggestion: mending ?? "add \(missing.example)"))
    }
    guard let sentence = SentenceReader(text, people.lexicon).sentences.first, let vague = VagueAction(sentence) else {
      return findings
    }
    let place = text.place(of: sentence.words[vague.words.lowerBound].index)
    let retitling = item.flatMap { item in
      incident.map { "; incident action edit \(item.name) --title TITLE \($0.id.typedText)" }
    }
    findings.append(
      PostmortemFinding(
        .vagueAction, at: place,
        "no test could call \(what) done: \(sentence.quoted(vague.words)) does not say what is different then",
        excerpt: source.excerpt(at: place),
        suggestion: vague.suggestion + (retitling ?? "")))
    return findings
  }

  /// One that stands in the record alone.
  private func findings(
    of item: ActionItem, at place: MarkdownPlace, _ id: IncidentID, _ people: People
  ) -> [PostmortemFinding] {
    var findings: [PostmortemFinding] = []
    if let missing = Self.missing(owner: item.owner != nil, due: item.due != nil, kind: item.kind != nil) {
      findings.append(
        PostmortemFinding(
          missing.rule, at: place, "the record's action \(item.name) has \(missing.text)", excerpt: item.title,
          suggestion: Self.edit(item, missing, id)))
    }
    let title = [Array(item.title.unicodeScalars).map { $0 == "\n" ? " " : $0 }]
    let text = InlineText([MarkdownPiece(line: 1, range: 0..<title[0].count)], title)
    if let sentence = SentenceReader(text, people.lexicon).sentences.first, let vague = VagueAction(sentence) {
      findings.append(
        PostmortemFinding(
          .vagueAction, at: place,
          "no test could call the record's action \(item.name) done: \(sentence.quoted(vague.words)) does not say what is different then",
          excerpt: item.title,
          suggestion: "\(vague.suggestion); incident action edit \(item.name) --title TITLE \(id.typedText)"))
    }
    return findings
  }

  // MARK: What is missing

  private struct Missing {
    let rule: PostmortemCheckRule
    let columns: [ActionColumn]
    var text: String { EventText.list(columns.map { "no \(noun($0))" }) ?? "" }
    var example: String {
      "\"\(columns.map { "\(noun($0)): \(value($0))" }.joined(separator: ", "))\""
    }
  }

  private static func missing(owner: Bool, due: Bool, kind: Bool) -> Missing? {
    let columns = [(ActionColumn.owner, owner), (.due, due), (.kind, kind)].filter { !$0.1 }.map(\.0)
    guard !columns.isEmpty else { return nil }
    return Missing(rule: columns == [.kind] ? .unsortedAction : .unownedAction, columns: columns)
  }

  private static func edit(_ item: ActionItem, _ missing: Missing, _ id: IncidentID) -> String {
    var command = "incident action edit \(item.name)"
    for column in missing.columns {
      switch column {
      case .owner: command += " --owner NAME"
      case .due: command += " --due DATE"
      case .kind: command += " --kind KIND"
      case .action, .status, .id: break
      }
    }
    return command + " " + id.typedText
  }

  private static func noun(_ column: ActionColumn) -> String {
    switch column {
    case .owner: "owner"
    case .due: "due date"
    case .kind: "kind"
    case .action: "action"
    case .status: "status"
    case .id: "id"
    }
  }

  private static func value(_ column: ActionColumn) -> String {
    switch column {
    case .due: "YYYY-MM-DD"
    case .kind: "prevent, detect, mitigate or process"
    case .owner, .action, .status, .id: "NAME"
    }
  }
}
