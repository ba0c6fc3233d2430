import IncidentCore
import JSONTree

/// Did it happen in an order, and at moments, that there can be?
extension CheckedRecord {
  func impossibleOrder() -> [Finding] {
    guard let incident = readable else { return [] }
    return incident.snapshot.milestones.conflicts.filter(\.isImpossible).map { conflict in
      let key =
        json?["milestones"]?[conflict.later.rawValue] == nil ? [] : [JSONPathComponent.key(conflict.later.rawValue)]
      return finding(
        .milestoneOrder, at: [.key("milestones")] + key,
        "\(conflict.later.rawValue) comes before \(conflict.earlier.rawValue)",
        remedy: "retract the event with the wrong time, and record it again with --at")
    }
  }

  func eventsToCome(_ settings: CheckSettings) -> [Finding] {
    guard let incident = readable else { return [] }
    let latest = settings.now.adding(CheckSettings.clockSkew)
    // Most records are of the past, and their last event says so.
    guard incident.events.contains(where: { $0.at > latest || ($0.recorded ?? $0.at) > latest }) else { return [] }
    return incident.countingEvents.compactMap { event in
      let (key, moment) = event.at > latest ? ("at", event.at) : ("id", event.recorded ?? event.at)
      guard moment > latest, let index = timeline.firstIndex(where: { $0["id"] == .string(event.id.text) }) else {
        return nil
      }
      return finding(
        .futureEvents, at: path(ofEvent: index, key),
        key == "at"
          ? "the event is said to happen at \(moment), and it is \(settings.now)"
          : "the event was recorded at \(moment) by its id, and it is \(settings.now)",
        remedy: event.body.isRetractable
          ? "set the clock of the machine that recorded it, retract the event, and record it again"
          : "set the clock of the machine that recorded it; from then on the finding goes by itself")
    }
  }
}
