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
    cache.save(records, [], of: try #require(cache.beginScan()))
    directory.setModificationTime(seconds: seconds)
    cache.save(records, [], of: try #require(cache.beginScan()))
  }

  /// How many ids there are; nil where there is no valid index.
  private func count(_ cache: IdentifierCache) -> Int? {
    cache.records(standing: RecordStanding.allCases)?.count
  }

  private func ids(standing: RecordStanding) -> [String]? {
    cache.records(standing: [standing])?.map { IncidentID($0.id).text }
  }

  private func matching(_ typed: String) throws -> [String] {
    let reference = try #require(IncidentReference(typed))
    return try #require(cache.matching(reference)).map(\.text)
  }

  @Test("reads a page of the largest store to tell what is active, and every id to find one")
  func readsLittle() throws {
    let many = (0..<9_000).map { number in
      (
        PackedIncidentID(IncidentID("INC-20261120-\(1_000 + number)")!),
        number == 8_000 ? .active : RecordStanding.settled
      )
    }
    cache.save(many, [], of: try #require(cache.beginScan()))
    directory.setModificationTime(seconds: 1_000_000_000)
    cache.save(many, [], of: try #require(cache.beginScan()))
    let calls = FailingSystemCalls()
    let counted = IdentifierCache(try directory.store(), fileSystem: FileSystem(calls))
    #expect(counted.records(standing: [.active, .unreadable])?.map { IncidentID($0.id).text } == ["INC-20261120-9000"])
    #expect(calls.made.filter { $0 == "read" }.count == 1)
    for number in stride(from: 1_000, to: 10_000, by: 7) {
      #expect(try matching("\(number)") == ["INC-20261120-\(number)"])
    }
    #expect(count(cache) == 9_000)
  }

  @Test("is there for the next command where nothing changed")
  func valid() throws {
    #expect(count(cache) == nil)
    #expect(cache.matching(try #require(IncidentReference("1250"))) == nil)
    try scan(lastChange: 1_000_000_000)
    #expect(count(cache) == 300)
    #expect(ids(standing: .active) == ["INC-20261120-1007"])
    #expect(ids(standing: .awaitingClose) == ["INC-20261120-1009"])
    #expect(ids(standing: .unreadable) == [])
    #expect(try matching("1250") == ["INC-20261120-1250"])
    // Sorted by id, although 1007 and 1009 stand apart in the index.
    #expect(try matching("inc-20261120-100").map { String($0.suffix(1)) } == (0...9).map(String.init))
    #expect(try matching("inc-20261120-129").count == 10)
    #expect(try matching("zzzz") == [])
    #expect(try directory.entries(".cache") == [".gitignore", "identifiers", "precedents"])
    #expect(directory.text(".cache/.gitignore") == "*\n")
  }

  @Test("is void as soon as the directory changes, even back in time")
  func changed() throws {
    try scan(lastChange: 1_000_000_000)
    directory.setModificationTime(seconds: 1_000_000_000, nanoseconds: 1)
    #expect(count(cache) == nil)
    directory.setModificationTime(seconds: 999_999_999)
    #expect(count(cache) == nil)
    directory.setModificationTime(seconds: 1_000_000_000)
    #expect(count(cache) != nil)
    try directory.write("{}", exampleID.text + ".json")
    #expect(count(cache) == nil)
  }

  @Test("keeps nothing of a directory that changed a moment ago, or in the future")
  func racy() throws {
    let now = Int(Date().timeIntervalSince1970)
    try scan(lastChange: now + 100)
    #expect(count(cache) == nil)
    directory.setModificationTime(seconds: now - 100)
    let patient = IdentifierCache(try directory.store(), settlingTime: 1_000_000_000_000, fileSystem: FileSystem())
    patient.save(records, [], of: try #require(patient.beginScan()))
    #expect(count(cache) == nil)
    cache.save(records, [], of: try #require(cache.beginScan()))
    #expect(count(cache) != nil)
  }

  @Test("keeps nothing of a scan during which the directory changed")
  func changedDuringScan() throws {
    try scan(lastChange: 1_000_000_000)
    directory.setModificationTime(seconds: 1_100_000_000)
    let scan = try #require(cache.beginScan())
    try directory.write("{}", exampleID.text + ".json")
    cache.save(records, [], of: scan)
    #expect(count(cache) == nil)
  }

  @Test("makes no folder in a small store")
  func small() throws {
    cache.save(Array(records.prefix(256)), [], of: try #require(cache.beginScan()))
    #expect(try directory.entries() == [])
  }

  @Test(
    "believes no file that was cut, altered or put there by another",
    arguments: ["cut", "counts", "digits", "huge", "version", "empty", "link"])
  func damaged(how: String) throws {
    try scan(lastChange: 1_000_000_000)
    let text = try #require(directory.text(".cache/identifiers"))
    switch how {
    case "cut": try directory.write(String(text.dropLast(18)), ".cache/identifiers")
    case "counts":
      // One more than there are.
      try directory.write(text.replacingOccurrences(of: "12a\n", with: "12b\n"), ".cache/identifiers")
    case "digits": try directory.write(text.replacingOccurrences(of: "12a\n", with: "12G\n"), ".cache/identifiers")
    case "huge":
      let count = String(repeating: "f", count: 16)
      try directory.write(text.replacingOccurrences(of: "000000000000012a\n", with: "\(count)\n"), ".cache/identifiers")
    case "version": try directory.write(text.replacingOccurrences(of: "s 2 ", with: "s 1 "), ".cache/identifiers")
    case "empty": try directory.write("", ".cache/identifiers")
    default:
      try directory.write(text, ".cache/copy")
      try FileManager.default.removeItem(atPath: directory.path(".cache/identifiers"))
      try directory.link(".cache/identifiers", to: "copy")
    }
    #expect(count(cache) == nil)
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
      if let scan = failing.beginScan() { failing.save(records, [], of: scan) }
      #expect([nil, 300].contains(count(cache)))
      #expect([nil, 300].contains(count(failing)))
      let left = try directory.entries(".cache").filter { !["identifiers", "precedents", ".gitignore"].contains($0) }
      #expect(left == [])
    }
  }
}
