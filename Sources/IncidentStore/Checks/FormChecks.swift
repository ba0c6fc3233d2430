import IncidentCore
import JSONTree

/// Is the file what a record's file should be?
extension CheckedRecord {
  func conflictMarkers() -> [Finding] {
    // What is JSON has no line that begins like a marker.
    guard json == nil, let position = ConflictedText.firstMarker(in: bytes) else { return [] }
    return [
      Finding(
        .conflictMarkers, in: path, at: position, "a merge left conflict markers in the record",
        remedy: "incident check --fix brings both sides together",
        excerpt: RecordFault.excerpt(around: position, in: bytes),
        mending: ConflictedText(bytes) == nil ? nil : .takeApart)
    ]
  }

  func unreadable() -> [Finding] {
    switch incident {
    case .success(let incident):
      guard !incident.isWritable else { return [] }
      let problem = RecordProblem(path: [.key("schema")], kind: .newerSchema(incident.schema))
      return [
        finding(
          .readable, at: problem.path, problem.message, remedy: "read and write it with a newer version of incident")
      ]
    case .failure(let fault):
      let remedy =
        fault.isNewerSchema ? "read it with a newer version of incident" : "mend that place, or take the file from Git"
      return [
        Finding(.readable, in: path, at: fault.position, fault.message, remedy: remedy, excerpt: fault.excerpt)
      ]
    }
  }

  func otherFileName() -> [Finding] {
    guard let name else { return [] }
    let id = readable?.id
    if let id, name == id.text + ".json" { return [] }
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    if IncidentID(stem) != nil {
      guard let id else { return [] }
      return [
        finding(
          .fileName, at: [.key("id")], "the record says it is \(id), and its file is named \(name)",
          remedy: "rename the file to \(id).json, or mend the id")
      ]
    }
    let message = "no command reads a file of this name, as no incident id is spelt like it"
    guard let id else {
      return [
        finding(.fileName, at: nil, message, remedy: "rename it to INC-YYYYMMDD-XXXX.json, or move it away")
      ]
    }
    return [
      finding(
        .fileName, at: nil, message, remedy: "rename it to \(id).json: incident check --fix", mending: .rename(to: id))
    ]
  }

  func differingHead() -> [Finding] {
    guard let incident = readable, incident.storedSnapshotDiffers else { return [] }
    return [
      finding(
        .snapshot, at: incident.firstDifferingKey.map { [.key($0)] } ?? [],
        "the head disagrees with the timeline, which counts",
        remedy: "run incident check --fix, or any command that records", mending: .rewrite)
    ]
  }

  func otherForm() -> [Finding] {
    guard let incident = readable, !incident.storedSnapshotDiffers else { return [] }
    let canonical = RecordCodec.encode(incident)
    guard let offset = Self.firstDifference(bytes, canonical) else { return [] }
    let position = JSONPosition(ofByte: offset, in: bytes)
    return [
      Finding(
        .canonical, in: path, at: position, "the file is not in canonical form from here on",
        remedy: "run incident check --fix; nothing it says changes",
        excerpt: RecordFault.excerpt(around: position, in: bytes), mending: .rewrite)
    ]
  }

  private static func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> Int? {
    guard left != right else { return nil }
    return zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
  }
}
