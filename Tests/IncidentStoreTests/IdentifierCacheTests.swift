import Foundation
import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct IdentifierCacheTests {
  let directory = try! TemporaryDirectory()
  let cache: IdentifierCache
  let records: [(id: PackedIncidentID, standing: RecordStanding)]

  init() throws {
    cache = IdentifierCache(try directory.store(), fileSystem: FileSystem())
    records = (0..<300).map { number in
      let id = IncidentID("INC-20261120-\(1_000 + number)")!
      return (PackedIncidentID(id), number == 7 ? .active : number == 9 ? .awaitingClose : .settled)
    }
  }

  /// Scans with the directory's last change at `seconds`; the folder is made first.
  private func scan(lastChange seconds: Int) throws {
    cache.save(records, of: try #require(cache.beginScan()))
    directory.setModificationTime(seconds: seconds)
    cache.save(records, of: try #require(cache.beginScan()))
  }

  @Test("is there for the next command where nothing changed")
  func valid() throws {
    #expect(cache.load() == nil)
    try scan(lastChange: 1_000_000_000)
    let index = try #require(cache.load())
    #expect(index.count == 300)
    #expect(index.active.map(\.text) == ["INC-20261120-1007"])
    #expect(index.awaitingClose.map(\.text) == ["INC-20261120-1009"])
    #expect(index.matching(try #require(IncidentReference("1250"))).map(\.text) == ["INC-20261120-1250"])
    #expect(index.matching(try #require(IncidentReference("inc-20261120-129"))).count == 10)
    #expect(index.matching(try #require(IncidentReference("zzzz"))).isEmpty)
    #expect(try directory.entries(".cache") == [".gitignore", "identifiers"])
    #expect(directory.text(".cache/.gitignore") == "*\n")
  }

  @Test("is void as soon as the directory changes, even back in time")
  func changed() throws {
    try scan(lastChange: 1_000_000_000)
    directory.setModificationTime(seconds: 1_000_000_000, nanoseconds: 1)
    #expect(cache.load() == nil)
    directory.setModificationTime(seconds: 999_999_999)
    #expect(cache.load() == nil)
    directory.setModificationTime(seconds: 1_000_000_000)
    #expect(cache.load() != nil)
    try directory.write("{}", exampleID.text + ".json")
    #expect(cache.load() == nil)
  }

  @Test("keeps nothing of a directory that changed a moment ago, or in the future")
  func racy() throws {
    let now = Int(Date().timeIntervalSince1970)
    try scan(lastChange: now + 100)
    #expect(cache.load() == nil)
    directory.setModificationTime(seconds: now - 100)
    let patient = IdentifierCache(try directory.store(), settlingTime: 1_000_000_000_000, fileSystem: FileSystem())
    patient.save(records, of: try #require(patient.beginScan()))
    #expect(cache.load() == nil)
    cache.save(records, of: try #require(cache.beginScan()))
    #expect(cache.load() != nil)
  }

  @Test("keeps nothing of a scan during which the directory changed")
  func changedDuringScan() throws {
    try scan(lastChange: 1_000_000_000)
    directory.setModificationTime(seconds: 1_100_000_000)
    let scan = try #require(cache.beginScan())
    try directory.write("{}", exampleID.text + ".json")
    cache.save(records, of: scan)
    #expect(cache.load() == nil)
  }

  @Test("makes no folder in a small store")
  func small() throws {
    cache.save(Array(records.prefix(256)), of: try #require(cache.beginScan()))
    #expect(try directory.entries() == [])
  }

  @Test(
    "believes no file that was cut, altered or put there by another", arguments: ["cut", "version", "empty", "link"])
  func damaged(how: String) throws {
    try scan(lastChange: 1_000_000_000)
    let text = try #require(directory.text(".cache/identifiers"))
    switch how {
    case "cut": try directory.write(String(text.dropLast(19)), ".cache/identifiers")
    case "version": try directory.write(text.replacingOccurrences(of: "s 1 ", with: "s 2 "), ".cache/identifiers")
    case "empty": try directory.write("", ".cache/identifiers")
    default:
      try directory.write(text, ".cache/copy")
      try FileManager.default.removeItem(atPath: directory.path(".cache/identifiers"))
      try directory.link(".cache/identifiers", to: "copy")
    }
    #expect(cache.load() == nil)
  }

  @Test("writes nothing through a link out of the store")
  func foreignFolder() throws {
    let outside = try TemporaryDirectory()
    try outside.write("precious", "identifiers")
    try directory.link(".cache", to: outside.path)
    try scan(lastChange: 1_000_000_000)
    #expect(outside.text("identifiers") == "precious")
    #expect(try outside.entries() == ["identifiers"])
  }

  @Test("loads the index or nothing, whichever call fails", arguments: everyErrorCode)
  func everyCallFails(code: Int32) throws {
    try scan(lastChange: 1_000_000_000)
    for number in 0..<40 {
      let fileSystem = FileSystem(FailingSystemCalls(failing: number, code: code))
      let failing = IdentifierCache(try directory.store(), fileSystem: fileSystem)
      if let scan = failing.beginScan() { failing.save(records, of: scan) }
      if let index = cache.load() { #expect(index.count == 300) }
      if let index = failing.load() { #expect(index.count == 300) }
      let left = try directory.entries(".cache").filter { !["identifiers", ".gitignore"].contains($0) }
      #expect(left == [])
    }
  }
}
