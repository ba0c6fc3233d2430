import IncidentCore

extension ShowPage {
  /// What monitoring says: what fires still, and where there is more to see, the first address of each kind.
  func alerts(_ layout: PageLayout) -> [StyledLine] {
    let troubles = incident.alertTroubles
    guard let last = troubles.last else { return [] }
    let firing = troubles.filter(\.isFiring).map(\.last)
    var lines = [StyledLine("Alerts", .heading)]
    if firing.isEmpty {
      lines += row("over", [Phrase("nothing fires any more")] + end(of: troubles), layout)
    } else {
      var phrases = firing.prefix(Self.mostAlerts).map(standing)
      if firing.count > Self.mostAlerts { phrases.append(Phrase("\(firing.count - Self.mostAlerts) more")) }
      lines += row("FIRES", phrases, layout, .alarm)
    }
    let told = firing + [last.last]
    for kind in AlertLink.Kind.allCases {
      let link = told.lazy.flatMap(\.links).first { $0.kind == kind }
      if let link { lines += row(kind.rawValue, [Phrase(link.url)], layout) }
    }
    return lines
  }

  /// Alerts that are named; the rest is counted.
  private static let mostAlerts = 3

  private func row(
    _ label: String, _ phrases: [Phrase], _ layout: PageLayout, _ style: Style = .label
  ) -> [StyledLine] {
    Phrase.flow(phrases, prefix: "  \(DisplayWidth.padded(label, to: 11), style)", width: layout.width)
  }

  /// `HighLatency since 22:41 UTC (2 alerts)`.
  private func standing(of alert: Alerted) -> Phrase {
    let since = alert.started.map { " since \(MomentText.short($0, near: now))" } ?? ""
    let count = alert.firing > 1 ? " (\(alert.firing) alerts)" : ""
    return Phrase((alert.name?.nonBlank ?? alert.title) + since + count)
  }

  private func end(of troubles: [AlertTrouble]) -> [Phrase] {
    let ends = troubles.compactMap(\.last.ended)
    return ends.max().map { [Phrase("since \(MomentText.short($0, near: now))", .muted)] } ?? []
  }
}
