import IncidentCore

extension AlertNotice {
  /// A notice of one alert, `f1` of the group `g`, that fires since 22:40 or was over at 22:55.
  static func sample(
    _ change: AlertChange = .fired, source: AlertSource = .alertmanager, key: String = "g",
    fingerprints: [String] = ["f1"], started: String? = "22:40", ended: String? = nil, at: String? = nil,
    by: String? = nil
  ) -> AlertNotice {
    var notice = AlertNotice(source: source, change: change, key: key, title: "Payment latency above 5 s")
    notice.fingerprints = fingerprints
    notice.started = started.map(time)
    notice.ended = ended.map(time) ?? (change == .resolved ? time("22:55") : nil)
    notice.at = at.map(time)
    notice.by = by
    notice.firing = change == .fired ? max(fingerprints.count, 1) : 0
    notice.resolved = change == .resolved ? max(fingerprints.count, 1) : 0
    return notice
  }

  /// The same with labels.
  func with(_ labels: (String, String)...) -> AlertNotice {
    var notice = self
    notice.labels = labels.map { AlertLabel(name: $0.0, value: $0.1) }
    return notice
  }

  /// As an event has it.
  var alerted: Alerted {
    AlertIntake(self, payload: nil, policy: .standard, resolves: false, now: time("23:00")).alerted
  }
}
