public import IncidentCore
public import JSONTree

/// Something in a record that is not as it should be, where it stands, and what mends it.
public struct Finding: Hashable, Sendable {
  /// The check that found it.
  public let check: RecordCheck
  /// Line and column; nil where the file as a whole is meant.
  public let position: JSONPosition?
  /// A sentence without its full stop.
  public let message: String
  /// What mends it, a sentence without its full stop.
  public let remedy: String
  /// The text there.
  public let excerpt: String
}

/// The checks of a record, in the order they are made; each is pure.
public enum RecordCheck: String, CaseIterable, Sendable {
  /// It is a record this version can read.
  case readable
  /// It is named after the incident it holds.
  case fileName = "file-name"
  /// Every event of a known type can be read.
  case events
  /// The head is the state its timeline gives.
  case snapshot
  /// Every byte is where the canonical form has it.
  case canonical
  /// No milestone comes before one it rests on.
  case milestoneOrder = "milestone-order"

  /// What is wrong with the bytes of a record.
  /// - Parameter name: The id its file is named after.
  public static func findings(in bytes: [UInt8], named name: IncidentID) -> [Finding] {
    let incident: Incident
    do throws(RecordFault) {
      incident = try RecordCodec.decode(bytes)
    } catch {
      let remedy =
        error.isNewerSchema ? "read it with a newer version of incident" : "mend that place, or take the file from Git"
      return [
        Finding(
          check: .readable, position: error.position, message: error.message, remedy: remedy, excerpt: error.excerpt)
      ]
    }
    // What a newer version wrote is not held against what this one would write.
    let checks = incident.isWritable ? allCases : [.readable, .fileName]
    return checks.flatMap { $0.findings(in: incident, bytes, name) }
  }

  private func findings(in incident: Incident, _ bytes: [UInt8], _ name: IncidentID) -> [Finding] {
    switch self {
    case .readable:
      guard !incident.isWritable else { return [] }
      let problem = RecordProblem(path: [.key("schema")], kind: .newerSchema(incident.schema))
      return [finding(at: problem.path, problem.message, "read and write it with a newer version of incident", bytes)]
    case .fileName:
      guard incident.id != name else { return [] }
      return [
        finding(
          at: [.key("id")], "the record says it is \(incident.id), and its file is named \(name)",
          "rename the file to \(incident.id).json", bytes)
      ]
    case .events: return unreadableEvents(in: incident, bytes)
    case .snapshot:
      guard incident.storedSnapshotDiffers else { return [] }
      return [
        finding(
          at: incident.firstDifferingKey.map { [.key($0)] } ?? [],
          "the head disagrees with the timeline, which counts", "run any command that records, or incident check --fix",
          bytes)
      ]
    case .canonical:
      guard !incident.storedSnapshotDiffers, RecordCodec.encode(incident) != bytes else { return [] }
      return [
        finding(at: [], "the file is not in canonical form", "run incident check --fix; nothing it says changes", bytes)
      ]
    case .milestoneOrder:
      return incident.snapshot.milestones.conflicts.filter(\.isImpossible).map { conflict in
        finding(
          at: [.key("milestones"), .key(conflict.later.rawValue)],
          "\(conflict.later.rawValue) comes before \(conflict.earlier.rawValue)",
          "retract the event with the wrong time, and record it again with --at", bytes)
      }
    }
  }

  private func unreadableEvents(in incident: Incident, _ bytes: [UInt8]) -> [Finding] {
    guard let json = try? JSON.parse(bytes), let timeline = json["timeline"]?.array else { return [] }
    var findings: [Finding] = []
    for (index, entry) in timeline.enumerated() {
      guard let object = entry.object, let event = try? Event(json: object),
        case .unreadable(let unreadable) = event.body, let problem = unreadable.problem
      else { continue }
      let place: [JSONPathComponent] = [.key("timeline"), .index(index)]
      findings.append(
        finding(
          at: object[problem.key] == nil ? place : place + [.key(problem.key)], problem.message,
          "the event does not count as it is: mend it, or retract it", bytes))
    }
    return findings
  }

  private func finding(
    at path: [JSONPathComponent], _ message: String, _ remedy: String, _ bytes: [UInt8]
  ) -> Finding {
    Finding(check: self, position: JSON.position(of: path, in: bytes), message: message, remedy: remedy, excerpt: "")
  }
}
