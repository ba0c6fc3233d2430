import IncidentCore

extension CheckedRecord {
  /// What the checks find in this file alone, in their order.
  ///
  /// A file that a merge left unfinished says nothing else worth hearing; of one that a newer version wrote only what
  /// does not depend on this one's form.
  public func findings(_ settings: CheckSettings) -> [Finding] {
    var findings: [Finding] = []
    for check in CheckName.allCases where settings.checks.contains(check) {
      findings += self.findings(of: check, settings)
      if check == .conflictMarkers, !findings.isEmpty { break }
    }
    return findings
  }

  private func findings(of check: CheckName, _ settings: CheckSettings) -> [Finding] {
    let isNewer = readable.map { !$0.isWritable } ?? false
    switch check {
    case .conflictMarkers: return conflictMarkers()
    case .readable: return unreadable()
    case .fileName: return otherFileName()
    case .duplicateIDs: return repeatedEvents()
    case _ where isNewer: return []
    case .events: return unreadableFields(settings)
    case .unknownSeverities: return unknownSeverities(settings)
    case .unknownRoles: return unknownRoles(settings)
    case .snapshot: return differingHead()
    case .canonical: return otherForm()
    case .milestoneOrder: return impossibleOrder()
    case .futureEvents: return eventsToCome(settings)
    case .secrets: return secrets()
    case .requiredRoles: return emptyRoles(settings)
    case .overdueUpdates: return overdueUpdate(settings)
    case .postmortem: return owedPostmortem(settings)
    case .unownedActions: return unownedActions()
    case .overdueActions: return overdueActions(settings)
    // Of other files.
    case .config, .leftovers: return []
    }
  }
}
