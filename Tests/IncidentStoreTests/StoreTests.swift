import Foundation
import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

@Suite struct StoreTests {
  let directory = try! TemporaryDirectory()

  /// Writes `count` records that are closed, and one that is declared.
  private func records(_ count: Int) throws -> [IncidentID] {
    var random = RandomRecords(seed: 3)
    var ids: [IncidentID] = []
    for number in 0...count {
      let id = try #require(IncidentID("INC-20261120-\(String(format: "%04d", number))"))
      var events = [event(.declared(Declared(title: "T\(number)", severity: .sev2)), &random)]
      if number < count {
        events.append(event(.resolved(Resolved(message: nil)), &random))
        events.append(event(.closed(Closed()), &random))
      }
      let incident = try Incident(id: id, events: events)
      try Data(RecordCodec.encode(incident)).write(to: URL(filePath: directory.path(id.text + ".json")))
      ids.append(id)
    }
    return ids
  }

  private func event(_ body: EventBody, _ random: inout RandomRecords) -> Event {
    let id = EventID(milliseconds: 1_795_214_820_000, random: &random)
    return Event(id: id, at: exampleMoment, by: "dana", body: body)
  }

  /// So long ago that an index may be kept.
  private func settle() {
    directory.setModificationTime(seconds: 1_000_000_000)
  }

  @Test("tells of every head, and of every record that cannot be read why")
  func heads() throws {
    let ids = try records(3)
    try directory.write("{", ids[0].text + ".json")
    try directory.makeDirectory(ids[1].text + ".json~")
    let store = try directory.openStore()
    let heads = try store.heads()
    #expect(heads.snapshots.map(\.id) == Array(ids.dropFirst()))
    #expect(heads.members.isEmpty)
    #expect(try store.heads(keepsMembers: true).members.count == 3)
    guard case .fault(let fault, let path)? = heads.failures.first, heads.failures.count == 1 else {
      Issue.record("\(heads.failures)")
      return
    }
    #expect(path == directory.path(ids[0].text + ".json") && fault.position?.line == 1)
    #expect(throws: RecordFailure.fault(fault, path: path)) { try store.load(ids[0]) }
    #expect(throws: RecordFailure.store(.recordNotFound(exampleID, path: store.files.path(of: exampleID)))) {
      try store.load(exampleID)
    }
    let active = try store.records(standing: [.active, .unreadable])
    #expect(active.records.map(\.incident.id) == [ids[3]] && active.failures == heads.failures)
    let over = try store.heads(standing: [.awaitingClose, .settled], keepsMembers: false)
    #expect(over.snapshots.map(\.id) == [ids[1], ids[2]] && over.failures.isEmpty)
  }

  @Test("answers the same with an index and without")
  func index() throws {
    let ids = try records(300)
    let store = try directory.openStore()
    #expect(try store.heads().snapshots.count == 301)
    settle()
    #expect(try store.heads().snapshots.count == 301)
    #expect(store.onlyActiveID() == ids[300])
    #expect(try store.records(standing: [.active]).records.map(\.incident.id) == [ids[300]])
    let reference = try #require(IncidentReference("0299"))
    #expect(try store.matching(reference) == [ids[299]])
    let standing = try store.heads(standing: [.active, .unreadable], keepsMembers: true)
    #expect(standing.snapshots.map(\.id) == [ids[300]] && standing.members.count == 1)
    try FileManager.default.removeItem(atPath: directory.path(".cache"))
    #expect(store.onlyActiveID() == nil)
    #expect(try store.records(standing: [.active]).records.map(\.incident.id) == [ids[300]])
    #expect(try store.matching(reference) == [ids[299]])
    #expect(try store.heads(standing: [.active, .unreadable], keepsMembers: true).snapshots == standing.snapshots)
  }

  @Test("a store that holds a link is not indexed: what it leads to changes unseen")
  func linksAreNotIndexed() throws {
    let ids = try records(300)
    let store = try directory.openStore()
    let name = ids[300].text + ".json"
    try directory.makeDirectory("archive")
    try FileManager.default.moveItem(atPath: directory.path(name), toPath: directory.path("archive/" + name))
    try directory.link(name, to: "archive/" + name)
    for _ in 0..<3 {
      settle()
      #expect(try store.heads().snapshots.count == 301)
    }
    #expect(store.onlyActiveID() == nil)
    try FileManager.default.removeItem(atPath: directory.path("archive/" + name))
    try FileManager.default.copyItem(
      atPath: directory.path(ids[0].text + ".json"), toPath: directory.path("archive/" + name))
    settle()
    #expect(try store.records(standing: [.active]).records.isEmpty)
  }

  @Test("the lock of a store clears up after a writer that died")
  func clearsUp() throws {
    let store = try directory.openStore()
    try directory.write("half", ".INC-20261120-7QK4.json.0123456789abcdef.tmp")
    try store.lock(by: exampleHolder).release()
    #expect(try directory.entries().count == 3)
    try directory.write(exampleHolder.fileContent, ".lock")
    try store.lock(by: exampleHolder).release()
    #expect(try directory.entries() == [".gitignore", ".lock"])
  }

  @Test("whether a record is there is asked without reading it")
  func exists() throws {
    let ids = try records(1)
    let calls = FailingSystemCalls()
    let files = RecordFiles(try directory.store(), fileSystem: FileSystem(calls))
    #expect(try files.exists(ids[0]))
    #expect(try !files.exists(exampleID))
    #expect(calls.made == ["stat", "stat"])
  }
}
