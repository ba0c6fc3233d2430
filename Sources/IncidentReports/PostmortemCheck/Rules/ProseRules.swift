import IncidentCore

/// What people wrote, sentence by sentence, held against the rules for words.
struct ProseRules {
  private let source: SourceLines
  private let lines: [[Unicode.Scalar]]
  private let people: People
  private let incident: IncidentID?

  init(_ source: SourceLines, _ lines: [[Unicode.Scalar]], _ people: People, of incident: IncidentID?) {
    self.source = source
    self.lines = lines
    self.people = people
    self.incident = incident
  }

  /// What the rules find in every block.
  func findings(in outline: PostmortemOutline) -> [PostmortemFinding] {
    var findings: [PostmortemFinding] = []
    for (index, block) in outline.blocks.enumerated() where block.isProse {
      let kind = outline.kinds[index]
      if let region = block.region {
        // What the record says is mended there. Its cause is a cause all the same.
        guard region == "cause" else { continue }
        findings += self.findings(in: block.pieces, kind, names: false, onlyErrors: true)
        continue
      }
      switch block.kind {
      case .row:
        // Each cell is a text of its own.
        for cell in block.pieces { findings += self.findings(in: [cell], kind, names: kind != .actions) }
      default: findings += self.findings(in: block.pieces, kind)
      }
    }
    return findings
  }

  private func findings(
    in pieces: [MarkdownPiece], _ kind: PostmortemSection?, names: Bool = true, onlyErrors: Bool = false
  ) -> [PostmortemFinding] {
    let text = InlineText(pieces, lines)
    let isCausal = kind?.isCausal ?? false
    let recording = incident.map { "; incident update --cause LABEL \($0.typedText) puts it into the record" } ?? ""
    var findings: [PostmortemFinding] = []
    for sentence in SentenceReader(text, people.lexicon).sentences {
      guard sentence.isSuspect || isCausal else { continue }
      var found = HumanErrorRule.findings(in: sentence, people)
      found += PersonAsCauseRule.findings(in: sentence, isCausal: isCausal, people)
      if !onlyErrors {
        found += BlameRule(sentence: sentence, people: people).findings()
        if isCausal, names { found += PersonNameRule.findings(in: sentence, people) }
      }
      for finding in found {
        let place = text.place(of: sentence.words[finding.word].index)
        findings.append(
          PostmortemFinding(
            finding.rule, at: place, finding.message, excerpt: source.excerpt(at: place),
            suggestion: finding.suggestion + (onlyErrors ? recording : "")
          ))
      }
    }
    return findings
  }
}
