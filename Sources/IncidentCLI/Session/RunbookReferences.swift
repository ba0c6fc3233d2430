import CommandArguments
import IncidentCore
import IncidentReports
import JSONTree

extension Operand {
  /// The name of a runbook.
  static let runbook = Operand.optional("NAME", help: "The runbook's name; else the one that is followed, or the best")
}

extension Session {
  func nearestRunbook(to name: String, in files: RunbookFiles) -> String? {
    nearestWord(to: name, among: files.library.names)
  }

  /// The best runbook for an incident that goes on and follows none yet. That a runbook cannot be read is no reason
  /// not to respond.
  func runbookMatch(for incident: Incident) -> RunbookMatch? {
    guard incident.snapshot.status.isActive, incident.snapshot.runbooks.isEmpty, let files = try? quietRunbooks() else {
      return nil
    }
    return files.matches(for: RunbookSituation(incident)).first
  }

  /// The name typed in front of an incident's, where both may be left out: a word that names a runbook is one, and a
  /// word that names an incident is that.
  func typedRunbook(in files: RunbookFiles) throws(CommandFailure) -> String? {
    guard let typed = arguments.value(of: .runbook) else { return nil }
    guard arguments.operands.count == 1, arguments.command.operands.contains(.incident),
      files.library.entry(named: typed) == nil, let id = namedIncident(typed)
    else { return typed }
    chosenIncident = id
    return nil
  }

  /// The incident that a word names, if it names one.
  func namedIncident(_ word: String) -> IncidentID? {
    guard let reference = IncidentReference(word), let store = try? store() else { return nil }
    if let id = reference.wholeID { return (try? store.exists(id)) == true ? id : nil }
    let matching = (try? store.matching(reference)) ?? []
    return matching.count == 1 ? matching[0] : nil
  }

  /// The runbook that is followed in an incident: the one that is named, else the only one with a step left, else the
  /// last that was started.
  func followedRunbook(_ name: String?, in incident: Incident) throws(CommandFailure) -> RunbookProgress {
    let started = incident.runbooks
    if let name {
      if let progress = started.first(where: { $0.name == name }) { return progress }
      let near = nearestWord(to: name, among: started.map(\.name)).map { ". Did you mean `\($0)`?" } ?? ""
      throw .refused(
        "nobody started the runbook \"\(name)\" in \(incident.id)\(near)",
        Hint("incident runbook start \(shellQuoted(name)) \(incident.id.typedText)", "starts it"))
    }
    let left = started.filter { $0.nextStep != nil }
    if left.count > 1 {
      var failure = CommandFailure.refused("\(left.count) runbooks are followed in \(incident.id): say which")
      failure.hints = left.map {
        Hint("incident \(arguments.path.joined(separator: " ")) --runbook \(shellQuoted($0.name))", $0.title ?? "")
      }
      throw failure
    }
    if let progress = left.first ?? started.max(by: { $0.started < $1.started }) { return progress }
    throw .refused(
      "no runbook is followed in \(incident.id)",
      Hint("incident runbook start", "starts the one that fits best"),
      Hint("incident runbook list", "shows which there are"))
  }

  /// ` --runbook NAME` where a command that names none would be about another runbook, or refused.
  func runbookOption(_ name: String, in incident: Incident) -> String {
    (try? followedRunbook(nil, in: incident))?.name == name ? "" : " --runbook \(shellQuoted(name))"
  }

  /// The best runbook for an incident, where one is better than every other.
  func onlyBestRunbook(for incident: Incident, in files: RunbookFiles) throws(CommandFailure) -> RunbookLibrary.Entry {
    let matches = files.matches(for: RunbookSituation(incident))
    guard let best = matches.first else {
      throw .refused(
        "no runbook has a trigger that matches \(incident.id)",
        Hint("incident runbook list", "shows which there are"),
        Hint("incident runbook new NAME", "begins one"))
    }
    guard let name = best.runbook else {
      var failure = CommandFailure.refused("an alert links to a runbook that is not one of yours: \(address(of: best))")
      failure.hints = hints(of: matches)
      throw failure
    }
    if matches.count > 1, matches[1].isAsGood(as: best) {
      let equal = matches.filter { $0.isAsGood(as: best) }
      var failure = CommandFailure.refused(
        "\(equal.count) runbooks match \(incident.id) as well as each other: say which")
      failure.hints = hints(of: equal)
      throw failure
    }
    return try runbook(named: name, in: files)
  }

  private func hints(of matches: [RunbookMatch]) -> [Hint] {
    matches.prefix(5).compactMap { match in
      match.runbook.map { Hint("incident runbook start \(shellQuoted($0))", RunbookHeadText.reason(match.reason)) }
    }
  }

  private func address(of match: RunbookMatch) -> String {
    if case .link(let address) = match.reason { address } else { "" }
  }

  /// Says what came of a write, and which runbook may help.
  /// - Parameter namesReference: Whether the commands that come next have to say which incident is meant.
  func report(_ recorded: Recorded, offeringRunbookNamed namesReference: Bool) throws(CommandFailure) {
    let match = wantsJSON ? runbookMatch(for: recorded.incident) : nil
    let more: JSONObject = match.map { ["runbook": .object(RunbookHeadText.json($0))] } ?? [:]
    try report(recorded, namesReference: namesReference, adding: more)
    offerRunbook(
      for: recorded.incident, namesReference: namesReference || arguments.value(of: .incident) != nil)
  }

  /// Says which runbook may help, to somebody who reads along.
  func offerRunbook(for incident: Incident, namesReference: Bool) {
    guard environment.streams.errorIsTerminal, !wantsJSON, let match = runbookMatch(for: incident) else { return }
    tell(RunbookOffer.lines(match, for: namesReference ? incident.id : nil, width: errorStyle.columns))
  }
}
