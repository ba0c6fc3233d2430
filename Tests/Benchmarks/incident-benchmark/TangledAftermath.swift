import IncidentCore

/// What comes after a made-up incident: corrections, follow-ups, the postmortem, what was said by mistake.
extension TangledStory {
  /// The beginning or its detection turn out to have been at another time, also at one that cannot be.
  mutating func correct() {
    let moment = setting.declared.adding(random.number(random.happens(15) ? 0...20_000 : -20_000...0))
    if random.happens(60) {
      tell(.updated(Updated(message: "by the graphs", started: moment)))
    } else {
      tell(.updated(Updated(message: "by the pager", detected: moment)))
    }
  }

  /// Follow-ups: done, seen to work, late, dropped, taken up again, or forgotten.
  mutating func followUp() {
    let before = now
    for _ in 0..<random.pick([0, 0, 1, 1, 2, 3]) {
      let day = now.adding(random.number(1...30) * 86_400)
      let action = tell(
        .actionAdded(
          ActionAdded(
            title: random.pick(Words.steps), kind: random.pick(ActionKind.allCases),
            owner: random.happens(70) ? person() : nil, due: random.happens(75) ? day.date : nil)),
        after: 60...7_200)
      if random.happens(20) {
        let later = day.adding(random.number(1...20) * 86_400)
        tell(.actionChanged(ActionChanged(action: action, due: later.date)))
      }
      for status in random.pick(Self.fates) {
        tell(.actionChanged(ActionChanged(action: action, status: status)), after: 3_600...1_500_000)
      }
      // The next one is found in the same meeting.
      now = before.adding(now.seconds(since: before) % 86_400)
    }
    now = before
  }

  private static let fates: [[ActionStatus]] = [
    [], [.started], [.done], [.done], [.done, .verified], [.started, .done, .verified], [.dropped], [.done, .started],
    [.done, .started, .done], [.done, .verified, .started], [.done, .dropped],
  ]

  /// A postmortem in time, late or never, where one is owed; some where none is.
  mutating func learn() {
    guard random.happens(severity >= .sev2 ? 85 : 20) else { return }
    tell(.postmortem(PostmortemChanged(status: .draft)), after: 600...20_000)
    if random.happens(85) { tell(.postmortem(PostmortemChanged(status: .inReview)), after: 3_600...80_000) }
    if random.happens(85) { tell(.postmortem(PostmortemChanged(status: .published)), after: 3_600...260_000) }
    if random.happens(8) {
      tell(.postmortem(PostmortemChanged(status: .draft)), after: 3_600...80_000)
      if random.happens(60) { tell(.postmortem(PostmortemChanged(status: .published)), after: 3_600...80_000) }
    }
  }

  /// Some events no longer count, some have lost their words.
  mutating func takeBack() {
    guard events.count > 2 else { return }
    while random.happens(20) {
      let event = events[random.number(1...events.count - 1)]
      if event.body.isRetractable { tell(.retracted(Retracted(event: event.id))) }
    }
    if random.happens(3), let event = events.last(where: \.hasWords) { tell(.redacted(Redacted(event: event.id))) }
  }
}
