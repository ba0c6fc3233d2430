import IncidentCore

/// A timeline as a page shows it: a date where the day changes, then an event a line or a few.
struct TimelineText {
  let incident: Incident
  /// Whether each event comes with the end of its id, in lower case, as people type it.
  let showsIDs: Bool

  func lines(width: Int?) -> [StyledLine] {
    let retracted = incident.retracted
    var lines: [StyledLine] = []
    var day: CivilDate?
    var minute: Int?
    for event in incident.events {
      if event.at.date != day {
        day = event.at.date
        lines.append(StyledLine("  \(MomentText.date(event.at.date))", .label))
      }
      let late = lateMark(of: event, after: &minute)
      let entry = entry(event, isRetracted: retracted.contains(event.id), late, width: width)
      lines += entry.lines + output(of: event, indent: entry.indent, width: width)
    }
    return lines
  }

  /// `[logged late, 23:20 UTC]`; `[logged late]` alone where the late entry before was recorded in the same minute, as a
  /// whole incident is that somebody types in afterwards.
  private func lateMark(of event: Event, after minute: inout Int?) -> String? {
    guard event.isLoggedLate, let recorded = event.recorded else { return nil }
    let previous = minute
    minute = recorded.seconds / 60
    return previous == minute ? "[logged late]" : "[logged late, \(MomentText.short(recorded, near: event.at))]"
  }

  /// Time, handle, who, marks, what; then the person's words, on the same line where they fit.
  private func entry(
    _ event: Event, isRetracted: Bool, _ late: String?, width: Int?
  ) -> (lines: [StyledLine], indent: Int) {
    let style: Style = isRetracted ? .muted : .plain
    var prefix: StyledLine = "  \(event.at.clock(), style)  "
    if showsIDs { prefix.append(event.id.text.suffix(6).lowercased() + "  ", .accent) }
    var phrases = [Phrase(event.by, isRetracted ? .muted : .label)]
    if isRetracted { phrases.append(Phrase("[retracted]", .warning)) }
    if let late { phrases.append(Phrase(late, .warning)) }
    phrases.append(Phrase(EventText.sentence(event, in: incident, besideAuthor: true), style, isRunning: true))
    let indent = prefix.width
    let header = Phrase.flow(phrases, separator: "  ", prefix: prefix, width: width)
    guard let words = words(of: event), let last = header.last else { return (header, indent) }
    let joined = last + StyledLine(" — ", .muted)
    if !words.utf8.contains(UInt8(ascii: "\n")),
      joined.width + DisplayWidth.of(VisibleText.line(words)) <= width ?? .max
    {
      return (header.dropLast() + [joined + StyledLine(words, style)], indent)
    }
    let wrapped = WrappedText.lines(words, style, prefix: StyledLine(DisplayWidth.spaces(indent)), width: width)
    return (header + wrapped, indent)
  }

  /// The last lines of what a command printed, each cut where the terminal ends.
  private func output(of event: Event, indent: Int, width: Int?) -> [StyledLine] {
    RanOutput.lines(of: event, most: RanOutput.mostOnPage).map { text in
      let line = StyledLine(DisplayWidth.spaces(indent) + text, .muted)
      return width.map { line.truncated(to: $0) } ?? line
    }
  }

  /// What a person wrote, without the title that stands at the head of the page already.
  private func words(of event: Event) -> String? {
    EventText.words(of: event).flatMap { $0 == incident.snapshot.title ? nil : $0 }
  }
}
