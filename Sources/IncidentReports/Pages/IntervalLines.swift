import IncidentCore

/// The measured intervals of a resolved incident, one a line.
enum IntervalLines {
  /// `time to detect  6 min, 22:41 to 22:47 UTC`, what stood in for a missing milestone, or why it is left out.
  static func lines(_ measure: Measure, of milestones: Milestones, _ layout: PageLayout) -> [StyledLine] {
    let phrases: [Phrase]
    do throws(Unmeasured) {
      let time = try milestones.time(measure)
      let start = time.start.date == time.end.date ? time.start.clock() : MomentText.full(time.start)
      phrases = [
        Phrase(DurationText.long(seconds: time.seconds)),
        Phrase("\(start) to \(MomentText.short(time.end, near: time.start))"),
        Phrase(MeasureText.fallback(of: time) ?? "", .muted),
      ]
    } catch {
      phrases = [Phrase("not measured", .muted), Phrase(MeasureText.reason(error), .muted)]
    }
    let label = layout.isNarrow ? String(measure.title.dropFirst("time ".count)) : measure.title
    return layout.field(label, phrases, labelWidth: layout.isNarrow ? 16 : 21, indent: 2)
  }
}
