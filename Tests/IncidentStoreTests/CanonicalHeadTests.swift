import IncidentCore
import Testing

@testable import IncidentStore

@Suite("Heads read by the short cut")
struct CanonicalHeadTests {
  private func shortCut(_ bytes: [UInt8]) -> Snapshot? {
    bytes.withUnsafeBytes { Snapshot(canonicalHead: $0) }
  }

  private func fullReading(_ bytes: [UInt8]) -> Snapshot? {
    try? bytes.withUnsafeBytes { (bytes) throws(RecordFault) in try RecordCodec.decodeHead(bytes)?.snapshot }
  }

  /// Escapes alone send a record that this version wrote to the full reader.
  private func hasEscape(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n  \"timeline\"")[0].contains("\\")
  }

  @Test("every record that this version writes has the same snapshot as by the full reader", arguments: 0..<400)
  func same(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let bytes = RecordCodec.encode(try random.incident())
    let snapshot = shortCut(bytes)
    #expect((snapshot == nil) == hasEscape(bytes), "seed \(seed)")
    if let snapshot { #expect(snapshot == fullReading(bytes), "seed \(seed)") }
    let decoded = try bytes.withUnsafeBytes { (bytes) throws(RecordFault) in try RecordCodec.decodeSnapshot(bytes) }
    #expect(decoded == fullReading(bytes), "seed \(seed)")
  }

  @Test("what it accepts of an altered record the full reader accepts with the same snapshot", arguments: 0..<200)
  func altered(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let bytes = RecordCodec.encode(try random.incident())
    let headEnd = bytes.count / 2
    for _ in 0..<40 {
      var altered = bytes
      let place = Int(random.next() % UInt64(headEnd))
      switch random.next() % 4 {
      case 0: altered[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: altered.remove(at: place)
      case 2: altered.insert(altered[Int(random.next() % UInt64(headEnd))], at: place)
      default: altered.removeSubrange(place...)
      }
      if let snapshot = shortCut(altered) { #expect(snapshot == fullReading(altered), "seed \(seed)") }
    }
    let unknown = random.withUnknownKeys(bytes)
    if let snapshot = shortCut(unknown) { #expect(snapshot == fullReading(unknown), "seed \(seed)") }
  }

  @Test("no beginning of a head is taken for all of it")
  func cutOff() throws {
    var random = RandomRecords(seed: 7)
    let bytes = RecordCodec.encode(try random.incident())
    let text = String(decoding: bytes, as: UTF8.self)
    let whole = try #require(text.split(separator: "\"timeline\"").first).utf8.count + "\"timeline\"".utf8.count
    for length in 0..<whole { #expect(shortCut(Array(bytes.prefix(length))) == nil) }
  }

  @Test("what is as JSON the same and written differently is left to the full reader", arguments: [" ", "\t", "\n"])
  func blanks(blank: String) throws {
    let bytes = Array("{\(blank)\"schema\": 1,\n  \"id\": \"INC-20261120-7QK4\"".utf8)
    #expect(shortCut(bytes) == nil)
  }
}
