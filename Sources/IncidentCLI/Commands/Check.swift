import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident check`: is every record sound?
enum Check {
  static let incidents = Operand.many("INCIDENT", help: "Ids, or parts of them; none for the whole store")
  static let fix = Option.flag("fix", help: "Write what can be mended without judgement: head and form")

  static let syntax = CommandSyntax(
    "check", summary: "Check the records, for CI and before a commit",
    discussion: ["Names every finding with its place and what mends it. Exits 1 where there is any."],
    operands: [incidents], options: [fix],
    examples: [
      Example("incident check", "The whole store"),
      Example("incident check --fix 7qk4", "Rewrite one record in canonical form"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let store = try session.store()
    var findings: [Placed] = []
    let ids = try ids(session, store, &findings)
    for id in ids { findings += try self.findings(in: id, session, store) }
    answer(findings, count: ids.count, session)
    if !findings.isEmpty { session.status = .refused }
  }

  /// A finding in a file.
  private struct Placed {
    var check: String
    var place: FilePlace
    var message: String
    var remedy: String
  }

  /// The records to check; for the whole store, what else in it is not right is found on the way.
  private static func ids(
    _ session: Session, _ store: StoreAccess, _ findings: inout [Placed]
  ) throws(CommandFailure) -> [IncidentID] {
    let typed = session.arguments.values(of: incidents)
    guard typed.isEmpty else {
      var ids: [IncidentID] = []
      for text in typed { ids.append(try session.incidentID(named: text)) }
      return ids
    }
    for failure in ConfigFile.readWithPlaces(in: store).failures {
      findings.append(
        Placed(
          check: "config", place: failure.place ?? FilePlace(path: store.location.path(ConfigFile.name)),
          message: failure.message, remedy: "mend that place; its default counts until then"))
    }
    let listing = try store.listing()
    for name in listing.misnamed {
      findings.append(
        Placed(
          check: RecordCheck.fileName.rawValue, place: FilePlace(path: store.location.path(name)),
          message: "no incident id is spelt like this", remedy: "rename it to INC-YYYYMMDD-XXXX.json, or move it away"))
    }
    for name in listing.unfinished {
      findings.append(
        Placed(
          check: "unfinished", place: FilePlace(path: store.location.path(name)),
          message: "a writer that did not finish left this file", remedy: "remove it; no record rests on it"))
    }
    return listing.records.map(\.id)
  }

  private static func findings(
    in id: IncidentID, _ session: Session, _ store: StoreAccess
  ) throws(CommandFailure) -> [Placed] {
    let path = store.files.path(of: id)
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try store.files.read(id)
    } catch {
      return [
        Placed(
          check: RecordCheck.readable.rawValue, place: FilePlace(path: path), message: error.sentence,
          remedy: error.remedy.advice)
      ]
    }
    var found = RecordCheck.findings(in: bytes, named: id)
    if session.arguments.has(fix), found.contains(where: { $0.check == .snapshot || $0.check == .canonical }),
      !found.contains(where: { $0.check == .fileName }), try rewrite(id, session, store)
    {
      found.removeAll { $0.check == .snapshot || $0.check == .canonical }
      session.inform("rewrote \(path)")
    }
    return found.map { finding in
      Placed(
        check: finding.check.rawValue,
        place: FilePlace(
          path: path, line: finding.position?.line, column: finding.position?.column, excerpt: finding.excerpt),
        message: finding.message, remedy: finding.remedy)
    }
  }

  /// Writes a record as its timeline has it; false where a newer version wrote it.
  private static func rewrite(
    _ id: IncidentID, _ session: Session, _ store: StoreAccess
  ) throws(CommandFailure) -> Bool {
    try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      let incident = try store.load(id).incident
      guard incident.isWritable else { return false }
      try store.write(incident, under: lock)
      return true
    }
  }

  private static func answer(_ findings: [Placed], count: Int, _ session: Session) {
    if session.wantsJSON {
      return session.say(
        json: ["records": .number(JSONNumber(count)), "findings": .array(findings.map(json))])
    }
    for finding in findings {
      session.say("\(finding.place.text, .label): \(finding.message)  \("(\(finding.check))", .muted)")
      if !finding.place.excerpt.isEmpty { session.say("    \(finding.place.excerpt, .muted)") }
      session.say("    \(finding.remedy)")
    }
    let records = "\(count) \(count == 1 ? "record" : "records")"
    if findings.isEmpty {
      session.say("\("ok:", .ok) \(records), nothing to mend")
    } else {
      session.tell("\(findings.count) \(findings.count == 1 ? "finding" : "findings") in \(records)")
    }
  }

  private static func json(of finding: Placed) -> JSON {
    var json: JSONObject = ["check": .string(finding.check), "path": .string(finding.place.path)]
    if let line = finding.place.line { json["line"] = .number(JSONNumber(line)) }
    if let column = finding.place.column { json["column"] = .number(JSONNumber(column)) }
    json["message"] = .string(finding.message)
    json["remedy"] = .string(finding.remedy)
    return .object(json)
  }
}
