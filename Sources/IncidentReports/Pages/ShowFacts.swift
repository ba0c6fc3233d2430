import IncidentCore

extension ShowPage {
  /// For how long, where, how it shows, what is due: a label and a text each.
  func facts(_ layout: PageLayout) -> [StyledLine] {
    let deadlines = Deadlines(snapshot, policy: policy)
    var lines = duration(layout) + milestones(layout)
    if !snapshot.services.isEmpty {
      lines += layout.field("Services", snapshot.services.map { Phrase($0) })
    }
    if let impact = snapshot.impact { lines += layout.field("Impact", text: impact) }
    if let percent = snapshot.impacted.percent {
      lines += layout.field(snapshot.impact == nil ? "Impact" : "", text: "\(percent) of users")
    }
    if let title = snapshot.publicTitle { lines += layout.field("For customers", text: title) }
    if let impact = snapshot.publicImpact, impact != snapshot.impact {
      lines += layout.field(snapshot.publicTitle == nil ? "For customers" : "", text: impact)
    }
    if let cause = snapshot.cause { lines += layout.field("Cause", text: cause) }
    if let eta = snapshot.eta { lines += layout.field("ETA", estimate(eta)) }
    if let due = deadlines.acknowledgement { lines += layout.field("Acknowledged", missing(by: due)) }
    if let due = deadlines.nextUpdate {
      lines += layout.field(
        "Next update", [DeadlineText.phrase(due, now: now), DeadlineText.moment(due, now: now)])
    }
    return lines + postmortem(deadlines, layout)
  }

  private func duration(_ layout: PageLayout) -> [StyledLine] {
    if snapshot.status == .cancelled {
      return incident.ended.map { layout.field("Cancelled", [Phrase(MomentText.short($0, near: now))]) } ?? []
    }
    guard let age = IncidentAge(snapshot, now: now) else { return [] }
    var phrases = [Phrase(DurationText.long(seconds: age.seconds), age.end == nil ? .heading : .plain)]
    if let end = age.end {
      phrases.append(Phrase("\(MomentText.full(age.start)) to \(MomentText.short(end, near: age.start))"))
    } else {
      phrases.append(Phrase("since \(MomentText.short(age.start, near: now))"))
    }
    let stretches = snapshot.impacted.stretches
    if stretches.count > 1 {
      let seconds = stretches.reduce(0) { $0 + ($1.to ?? now).seconds(since: $1.from) }
      let length = DurationText.long(seconds: seconds)
      phrases.append(Phrase("reopened: \(length) of impact in \(stretches.count) stretches", .warning))
    }
    return layout.field(age.end == nil ? "Ongoing" : "Lasted", phrases)
  }

  /// What is known of the moments that metrics are measured between, where no intervals follow that name them. The
  /// declaration alone is not worth the line: the timeline opens with it.
  private func milestones(_ layout: PageLayout) -> [StyledLine] {
    guard !showsIntervals else { return [] }
    let known = Milestone.allCases.compactMap { name in snapshot.milestones[name].map { (name: name, at: $0) } }
    guard known.contains(where: { $0.name != .declared }) else { return [] }
    var day = now.date
    let phrases = known.enumerated().map { place, milestone in
      defer { day = milestone.at.date }
      let date = milestone.at.date == day ? "" : MomentText.date(milestone.at.date) + " "
      let zone = place == known.count - 1 ? " UTC" : ""
      return Phrase("\(milestone.name.rawValue) \(date)\(milestone.at.clock())\(zone)")
    }
    return layout.field("Milestones", phrases)
  }

  private func estimate(_ eta: Timestamp) -> [Phrase] {
    let left = eta.seconds(since: now)
    let distance = DurationText.long(seconds: abs(left))
    return [
      Phrase(MomentText.short(eta, near: now)),
      left < 0 ? Phrase("passed \(distance) ago", .warning) : Phrase("in \(distance)"),
    ]
  }

  private func missing(by due: Timestamp) -> [Phrase] {
    [Phrase("NO", .alarm), DeadlineText.phrase(due, now: now), DeadlineText.moment(due, now: now)]
  }

  private func postmortem(_ deadlines: Deadlines, _ layout: PageLayout) -> [StyledLine] {
    guard deadlines.postmortem != nil || snapshot.postmortem != nil else { return [] }
    var phrases = [Phrase(PostmortemText.standing(snapshot.postmortem))]
    if let due = deadlines.postmortem {
      phrases += [DeadlineText.phrase(due, now: now), DeadlineText.moment(due, now: now)]
    }
    return layout.field("Postmortem", phrases)
  }
}
