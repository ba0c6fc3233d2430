import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct RecordSizeTests {
  @Test("what would be too large to be read again is not written, and what was there stays")
  func tooLarge() throws {
    let directory = try TemporaryDirectory()
    let store = try directory.store()
    let files = RecordFiles(store, fileSystem: FileSystem())
    let lock = try StoreLock.acquire(in: store, holder: exampleHolder, fileSystem: FileSystem())
    try files.write(bytes("{}"), exampleID, under: lock)
    let large = [UInt8](repeating: 0x20, count: Int(RecordFiles.sizeLimit) + 1)
    let path = directory.path(exampleID.text + ".json")
    #expect(throws: StoreError.tooLarge(path: path, size: RecordFiles.sizeLimit + 1)) {
      try files.write(large, exampleID, under: lock)
    }
    #expect(try files.read(exampleID) == bytes("{}"))
    try files.write(Array(large.dropLast()), exampleID, under: lock)
    #expect(try files.read(exampleID).count == Int(RecordFiles.sizeLimit))
    lock.release()
  }
}
