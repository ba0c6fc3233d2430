import Foundation
import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct PrecedentCacheTests {
  let directory = try! TemporaryDirectory()

  /// 300 incidents over some four months, with few causes and services.
  private func fill(_ random: inout SystemRandomNumberGenerator) throws -> [Snapshot] {
    try (0..<300).map { number in
      let at = try #require(Timestamp(rfc3339: "2026-07-01T00:00:00Z")).adding(number * 35_000)
      let id = try #require(IncidentID("INC-\(at.date.description.replacing("-", with: ""))-\(1_000 + number)"))
      let services = ["api", "payments", "search", "naïve"].filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      func make(_ body: EventBody) -> Event {
        Event(id: EventID(milliseconds: UInt64(at.seconds) * 1_000, random: &random), at: at, by: "dana", body: body)
      }
      let added = make(.actionAdded(ActionAdded(title: "Alert")))
      var events = [
        make(
          .declared(
            Declared(
              title: "Down", severity: .sev3, services: services, kind: number % 17 == 0 ? .drill : .incident)))
      ]
      let end = Int.random(in: 0..<10, using: &random)
      events.append(
        end == 0
          ? make(.cancelled(Cancelled()))
          : make(.resolved(Resolved(cause: ["pool", "Pool", "disk", nil].randomElement(using: &random) ?? nil))))
      if end > 6 { events.append(added) }
      if end == 8 { events.append(make(.actionChanged(ActionChanged(action: added.id, status: .verified)))) }
      let incident = try Incident(id: id, events: events)
      try Data(RecordCodec.encode(incident)).write(to: URL(filePath: directory.path("\(id).json")))
      return incident.snapshot
    }
  }

  @Test("the cache, the scan, and the rule give the same, and the cache reads no record")
  func agreement() throws {
    var random = SystemRandomNumberGenerator()
    let snapshots = try fill(&random)
    let store = try directory.openStore()
    let queries = snapshots.compactMap { PrecedentQuery($0) }
    func held(_ store: Store) throws {
      for query in queries.shuffled().prefix(60) {
        let expected = query.precedents(among: snapshots)
        let found = try store.precedents(query)
        #expect(found.map(\.id) == expected.map(\.id) && found.map(\.sharesCause) == expected.map(\.sharesCause))
        #expect(found.map(\.services) == expected.map(\.services))
        #expect(found.map(\.hasUnfinished) == expected.map(\.hasUnfinished))
      }
    }
    try held(store)
    _ = try store.heads()
    directory.setModificationTime(seconds: 1_000_000_000)
    _ = try store.heads()
    let calls = FailingSystemCalls()
    try held(try directory.openStore(FileSystem(calls)))
    #expect(calls.made.filter { $0 == "open" }.count <= 60 && !calls.made.contains("list"), "\(Set(calls.made))")
  }

  @Test("a file that is broken, cut or of another state of the store counts for nothing")
  func broken() throws {
    var random = SystemRandomNumberGenerator()
    let snapshots = try fill(&random)
    let store = try directory.openStore()
    _ = try store.heads()
    directory.setModificationTime(seconds: 1_000_000_000)
    _ = try store.heads()
    let query = try #require(snapshots.reversed().lazy.compactMap { PrecedentQuery($0) }.first)
    let expected = query.precedents(among: snapshots).map(\.id)
    let path = directory.path(".cache/precedents")
    let whole = try #require(FileManager.default.contents(atPath: path))
    var noise = whole
    for place in 80..<noise.count { noise[place] = UInt8.random(in: .min ... .max) }
    for bytes in [Data(), whole.prefix(10), whole.dropLast(1), whole.dropLast(32), Data("x".utf8) + whole] {
      try bytes.write(to: URL(filePath: path))
      #expect(try store.precedents(query).map(\.id) == expected)
    }
    try noise.write(to: URL(filePath: path))
    _ = try store.precedents(query)
    try whole.write(to: URL(filePath: path))
    directory.setModificationTime(seconds: 1_000_000_001)
    #expect(try store.precedents(query).map(\.id) == expected)
  }
}
