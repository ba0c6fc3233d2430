/// A period's figures, and the shares that only its assessment asks for.
public struct MaturityFigures: Sendable {
  private let selection: MetricsSelection
  private let setting: MetricsSetting
  let figures: Figures

  /// - Parameter figures: Those of the selection; nil where it has no incident, of which nothing can be said.
  public init?(_ selection: MetricsSelection, _ figures: Figures?, _ setting: MetricsSetting) {
    guard let figures, !selection.counted.isEmpty else { return nil }
    self.selection = selection
    self.setting = setting
    self.figures = figures
  }

  /// ``MaturityCriterion/commanded``.
  var commanded: Share? {
    let wanted = selection.counted.filter { setting.policy[$0.severity].requiredRoles.contains(.incidentCommander) }
    let had = wanted.count { snapshot in
      snapshot.roles.commander != nil || snapshot.duties.contains { $0.role == .incidentCommander }
    }
    return Share(had, of: wanted.count)
  }

  /// ``MaturityCriterion/acknowledged``.
  var acknowledged: Share? {
    var (came, due) = (0, 0)
    for snapshot in selection.counted {
      switch snapshot.acknowledgement(setting) {
      case .came: (came, due) = (came + 1, due + 1)
      case .missing: due += 1
      case .ahead, .impossible, .none: break
      }
    }
    return Share(came, of: due)
  }

  /// ``MaturityCriterion/causesNamed``.
  var causesNamed: Share? {
    let resolved = selection.counted.filter { !$0.status.isActive }
    return Share(resolved.count { PrecedentQuery.label($0.cause) != nil }, of: resolved.count)
  }

  /// ``MaturityCriterion/postmortemsInTime``.
  var postmortemsInTime: Share? { figures.postmortems.flatMap { Share($0.inTime, of: $0.owed) } }

  /// ``MaturityCriterion/runbooksFollowed``.
  var runbooksFollowed: Share? {
    let grave = selection.counted.filter { $0.severity >= .sev2 }
    return Share(grave.count { !$0.runbooks.isEmpty }, of: grave.count)
  }

  /// ``MaturityCriterion/runbooksReviewed``.
  var runbooksReviewed: Share? {
    let uses = selection.counted.flatMap(\.runbooks)
    return Share(uses.count { $0.isHelpful != nil }, of: uses.count)
  }

  /// ``MaturityCriterion/actionsInTime``.
  var actionsInTime: Share? {
    let inTime = selection.counted.lazy.flatMap(\.actions).compactMap { action in
      action.isInTime ?? (action.isOverdue(on: setting.now.date) ? false : nil)
    }
    return Share(inTime.count { $0 }, of: inTime.count)
  }

  /// ``MaturityCriterion/actionsVerified``.
  var actionsVerified: Share? { figures.actions.flatMap { Share($0.verified, of: $0.done) } }

  /// ``MaturityCriterion/falseAlarms``.
  var falseAlarms: Share? { Share(figures.falseAlarms, of: figures.falseAlarms + figures.incidents) }

  /// ``MaturityCriterion/outOfHours``, in seconds of everybody's duty.
  public var outOfHours: Share? {
    Share(
      figures.people.reduce(0) { $0 + $1.secondsOutOfHours }, of: figures.people.reduce(0) { $0 + $1.secondsOnDuty })
  }
}
