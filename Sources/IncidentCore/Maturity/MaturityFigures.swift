/// Shares of a period that only its assessment asks for.
public struct MaturityFigures: Sendable {
  private let selection: MetricsSelection
  private let setting: MetricsSetting

  /// Those of some incidents.
  public init(_ selection: MetricsSelection, _ setting: MetricsSetting) {
    self.selection = selection
    self.setting = setting
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
    let due = selection.acknowledgements(setting).all
    return Share(due.count { $0.end != nil }, of: due.count)
  }

  /// ``MaturityCriterion/causesNamed``.
  var causesNamed: Share? {
    let resolved = selection.counted.filter { !$0.status.isActive }
    return Share(resolved.count { PrecedentQuery.label($0.cause) != nil }, of: resolved.count)
  }

  /// ``MaturityCriterion/actionsInTime``.
  var actionsInTime: Share? {
    var (inTime, due) = (0, 0)
    for action in selection.counted.flatMap(\.actions) {
      if let isInTime = action.isInTime {
        due += 1
        inTime += isInTime ? 1 : 0
      } else if action.isOverdue(on: setting.now.date) {
        due += 1
      }
    }
    return Share(inTime, of: due)
  }

  /// ``MaturityCriterion/actionsVerified``.
  var actionsVerified: Share? {
    let count = selection.actions(setting).count
    return Share(count.verified, of: count.done)
  }

  /// ``MaturityCriterion/falseAlarms``.
  var falseAlarms: Share? {
    let none = selection.falseAlarms.count
    return Share(none, of: none + selection.counted.count)
  }

  /// ``MaturityCriterion/outOfHours``, in seconds of everybody's duty.
  public var outOfHours: Share? {
    let people = selection.people(setting)
    return Share(
      people.reduce(0) { $0 + $1.secondsOutOfHours }, of: people.reduce(0) { $0 + $1.secondsOnDuty })
  }
}
