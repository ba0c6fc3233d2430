public import IncidentCore
public import JSONTree

/// The head of a record: what its file says before the timeline.
public struct RecordHead: Hashable, Sendable {
  /// The state it tells.
  public let snapshot: Snapshot
  /// Its members as they stand in the file, those that this version does not know included.
  public let members: JSONObject
}

/// Records as bytes: what a file in the store holds.
public enum RecordCodec {
  /// A whole record.
  /// - Parameter name: The id its file is named after; nil where there is no file.
  /// - Throws: ``RecordFault`` with the place of what is wrong.
  public static func decode(_ bytes: [UInt8], named name: IncidentID? = nil) throws(RecordFault) -> Incident {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes)
    } catch {
      throw RecordFault(error, in: bytes)
    }
    return try decode(json, in: bytes, named: name)
  }

  /// The same of a tree that was read from `bytes`.
  static func decode(
    _ json: JSON, in bytes: [UInt8], named name: IncidentID? = nil
  ) throws(RecordFault) -> Incident {
    do throws(RecordProblem) {
      let incident = try Incident(json: json)
      try require(incident.id, isNamed: name)
      return incident
    } catch {
      throw RecordFault(schemaFault(of: json) ?? error, in: bytes)
    }
  }

  /// The head of a record, without reading its timeline.
  /// - Parameters:
  ///   - bytes: The file, or its beginning.
  ///   - name: The id its file is named after; nil where there is no file.
  /// - Returns: Nil where the bytes end before the head does: more are needed.
  /// - Throws: ``RecordFault`` where the head is broken or is no record's.
  public static func decodeHead(
    _ bytes: UnsafeRawBufferPointer, named name: IncidentID? = nil
  ) throws(RecordFault) -> RecordHead? {
    let head: JSONHead
    do throws(JSONError) {
      head = try JSON.parseHead(bytes, stoppingBefore: timelineKey)
    } catch {
      throw RecordFault(error, in: Array(bytes))
    }
    do throws(RecordProblem) {
      switch head.stop {
      case .cutOff: return nil
      case .objectEnd: throw RecordProblem(path: [], kind: .missing(timelineKey))
      case .key:
        _ = try Incident.schema(of: head.members)
        let snapshot = try Snapshot(head: head.members)
        try require(snapshot.id, isNamed: name)
        return RecordHead(snapshot: snapshot, members: head.members)
      }
    } catch {
      throw RecordFault(schemaFault(of: .object(head.members)) ?? error, in: Array(bytes))
    }
  }

  /// The state that the head of a record tells, by a short cut where the head is as this version writes it.
  /// - Returns: Nil where the bytes end before the head does: more are needed.
  /// - Throws: As ``decodeHead(_:named:)``.
  public static func decodeSnapshot(
    _ bytes: UnsafeRawBufferPointer, named name: IncidentID? = nil
  ) throws(RecordFault) -> Snapshot? {
    if let snapshot = Snapshot(canonicalHead: bytes), name == nil || name == snapshot.id { return snapshot }
    return try decodeHead(bytes, named: name)?.snapshot
  }

  /// The canonical form: snapshot first, one event a line, a final newline.
  public static func encode(_ incident: Incident) -> [UInt8] {
    var output = Array("{\n".utf8)
    let members = incident.json
    for (index, member) in members.enumerated() {
      append(key: member.key, indentation: 2, to: &output)
      switch member.value {
      case .object(let object) where member.key == "roles" || member.key == "milestones":
        append(object, to: &output)
      case .array(let events) where member.key == timelineKey && !events.isEmpty:
        append(events: events, to: &output)
      default:
        member.value.canonical(into: &output)
      }
      output += index < members.count - 1 ? ",\n".utf8 : "\n".utf8
    }
    output += "}\n".utf8
    return output
  }

  private static let timelineKey = "timeline"

  private static func require(_ id: IncidentID, isNamed name: IncidentID?) throws(RecordProblem) {
    guard name == nil || name == id else {
      throw RecordProblem(path: [.key("id")], kind: .idDiffersFromFileName(id.text))
    }
  }

  /// What a newer version wrote is not broken: it is said first.
  private static func schemaFault(of json: JSON) -> RecordProblem? {
    guard let schema = json["schema"]?.int, schema > Incident.currentSchema else { return nil }
    return RecordProblem(path: [.key("schema")], kind: .newerSchema(schema))
  }

  private static func append(key: String, indentation: Int, to output: inout [UInt8]) {
    output += repeatElement(UInt8(ascii: " "), count: indentation)
    JSON.string(key).canonical(into: &output)
    output += ": ".utf8
  }

  private static func append(_ object: JSONObject, to output: inout [UInt8]) {
    output += "{\n".utf8
    for (index, member) in object.enumerated() {
      append(key: member.key, indentation: 4, to: &output)
      member.value.canonical(into: &output)
      output += index < object.count - 1 ? ",\n".utf8 : "\n".utf8
    }
    output += "  }".utf8
  }

  private static func append(events: [JSON], to output: inout [UInt8]) {
    output += "[\n".utf8
    for (index, event) in events.enumerated() {
      output += "    ".utf8
      event.canonical(into: &output)
      output += index < events.count - 1 ? ",\n".utf8 : "\n".utf8
    }
    output += "  ]".utf8
  }
}
