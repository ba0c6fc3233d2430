import IncidentCore
import JSONTree

/// Many files, checked on several threads.
public struct CheckRun: Sendable {
  /// What the checks rest on.
  public let settings: CheckSettings
  private let store: Store?
  private let fileSystem: FileSystem

  /// - Parameter store: where ``CheckedFile/Content/stored(fileName:)`` is read from.
  public init(_ settings: CheckSettings, store: Store?, fileSystem: FileSystem) {
    self.settings = settings
    self.store = store
    self.fileSystem = fileSystem
  }

  /// What the checks find in these files, each alone and one against the others, sorted; and how many of them are no
  /// records that can be read, and so passed most checks by.
  public func findings(in files: [CheckedFile]) -> (findings: [Finding], unreadable: Int) {
    let wantsIDs = settings.checks.contains(.duplicateIDs)
    let answers = ParallelScan.map(files) { file, _ -> Answer in
      do throws(StoreError) {
        let record = try read(file)
        return Answer(
          findings: record.findings(settings), isReadable: record.readable != nil,
          ids: wantsIDs ? CheckedIDs(record) : nil)
      } catch {
        let findings = settings.checks.contains(.readable) ? [Finding(error, in: file.path)] : []
        return Answer(findings: findings, isReadable: false, ids: nil)
      }
    }
    let findings = (answers.flatMap(\.findings) + sharedIDs(files, answers.map(\.ids))).sorted()
    return (findings, answers.count { !$0.isReadable })
  }

  private struct Answer: Sendable {
    let findings: [Finding]
    let isReadable: Bool
    let ids: CheckedIDs?
  }

  private func read(_ file: CheckedFile) throws(StoreError) -> CheckedRecord {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let known): bytes = known
    case .plain(let path): bytes = try PlainFile.read(path, fileSystem)
    case .stored(let name):
      // It may have gone since the directory was read.
      guard let read = try store?.files.read(fileNamed: name) else {
        throw .inputOutput(SystemError(.open, file.path, ENOENT))
      }
      bytes = read
    }
    return CheckedRecord(path: file.path, name: file.name, bytes: bytes, hasPostmortem: file.hasPostmortem)
  }

  private func sharedIDs(_ files: [CheckedFile], _ ids: [CheckedIDs?]) -> [Finding] {
    let shared = SharedIDs(ids)
    let incidents = shared.incidents.compactMap { pair -> Finding? in
      guard let incident = ids[pair.later]?.incident else { return nil }
      // The file that is not named after the incident is the odd one.
      let isSwapped = files[pair.later].name == incident.text + ".json"
      let (odd, other) = isSwapped ? (pair.earlier, pair.later) : (pair.later, pair.earlier)
      return (try? read(files[odd]))?.finding(
        .duplicateIDs, at: [.key("id")], "\(incident) is the id of the record in \(files[other].fileName), too",
        remedy: "keep one of the two files; Git's history says which came first")
    }
    let events = shared.events.compactMap { pair, count, example -> Finding? in
      guard let record = try? read(files[pair.later]),
        let event = record.readable?.events.first(where: { $0.id.bits == example }),
        let index = record.timeline.firstIndex(where: { $0["id"] == .string(event.id.text) })
      else { return nil }
      return record.finding(
        .duplicateIDs, at: record.path(ofEvent: index, "id"),
        "\(count) \(count == 1 ? "event stands" : "events stand") in \(files[pair.earlier].fileName), too",
        remedy: "an event belongs to one incident: retract or remove it in the other record")
    }
    return incidents + events
  }
}

extension Finding {
  /// A record that cannot be had at all.
  init(_ error: StoreError, in path: String) {
    self.init(.readable, in: path, error.sentence, remedy: error.remedy.advice)
  }
}
