extension Incident {
  /// What monitoring says goes on the timeline unless the last of the same trouble said it already. What is told of late
  /// is held against what was known by then; where that is nothing, against what came first after it. What PagerDuty says
  /// fires later than it did was reopened there, which is news: its own moment tells a late end from a true one.
  func alerted(_ alert: Alerted, _ context: ResponseContext) -> Decision {
    var last: (event: Event, alert: Alerted)?
    for event in countingEvents {
      guard case .alerted(let other) = event.body, alert.isOfOneTrouble(with: other) else { continue }
      if event.at > context.at, last != nil { break }
      // What has the same key says more of it than what only shares an alert.
      if alert.hasKey(of: other) || last.map({ !alert.hasKey(of: $0.alert) }) ?? true { last = (event, other) }
    }
    if let last, alert.repeats(last.alert) {
      let isReopened = alert.source == .pagerduty && alert.state == .firing && context.at > last.event.at
      // Without a moment of its own it counts from now, and then it is a repetition.
      guard isReopened, context.isBackfilled else { return .already(.recorded(last.event.id)) }
    }
    return .record(.alerted(alert))
  }

  func running(_ ran: Ran, _ context: ResponseContext) -> Decision {
    let body = EventBody.ran(ran)
    if let same = repetition(of: body, context) { return .already(.recorded(same)) }
    return .record(body)
  }

  /// A runbook that is followed already is not begun anew while a step of it is left.
  func starting(_ started: RunbookStarted, _ context: ResponseContext) throws(Refusal) -> Decision {
    guard started.runbook.hasWords else { throw .nothingToSay }
    if let progress = runbooks.first(where: { $0.name == started.runbook }), progress.steps == started.steps,
      progress.nextStep != nil || progress.steps.isEmpty
    {
      return .already(.runbookStarted(started.runbook, at: progress.started))
    }
    return .record(.runbookStarted(started))
  }

  func stepping(_ stepped: RunbookStepped) throws(Refusal) -> Decision {
    let progress = try progress(of: stepped.runbook)
    guard progress.steps.indices.contains(stepped.step - 1) else {
      throw .noSuchStep(stepped.step, of: progress.steps.count, runbook: stepped.runbook)
    }
    if progress.outcomes[stepped.step] == stepped.outcome {
      return .already(.runbookStepped(stepped.step, stepped.outcome), keeping: newWords(stepped.message))
    }
    return .record(.runbookStepped(stepped))
  }

  func reviewing(_ review: RunbookReviewed) throws(Refusal) -> Decision {
    let progress = try progress(of: review.runbook)
    if progress.isHelpful == review.isHelpful, newText(review.message) == nil {
      return .already(.runbookReviewed(review.runbook, isHelpful: review.isHelpful))
    }
    return .record(.runbookReviewed(review))
  }

  private func progress(of runbook: String) throws(Refusal) -> RunbookProgress {
    guard let progress = runbooks.first(where: { $0.name == runbook }) else { throw .runbookNotStarted(runbook) }
    return progress
  }
}
