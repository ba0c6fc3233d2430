import Testing

@testable import IncidentCore

@Suite struct TZifTests {
  @Test("a file of version 1 is read, and after its last change nothing changes")
  func versionOne() throws {
    var sample = SampleFile(version: 0)
    sample.footer = nil
    sample.first.transitions = [(-100, 1), (100, 0)]
    let rules = try #require(TimeZoneRules(tzif: sample.bytes))
    for (moment, offset) in [(-101, 0), (-100, 3_600), (99, 3_600), (100, 0), (4_000_000_000, 0)] {
      #expect(rules.offset(at: try #require(Timestamp(seconds: moment))) == offset, "\(moment)")
    }
  }

  @Test("of two blocks the one with 64 bits counts, and the text after it from the last change on")
  func versionTwo() throws {
    var sample = SampleFile(version: 0x32)
    sample.first.transitions = [(0, 1)]
    sample.second.transitions = [(-10_000_000_000, 1), (1_000, 0)]
    sample.footer = "BBB-2"
    let rules = try #require(TimeZoneRules(tzif: sample.bytes))
    for (moment, offset) in [(-10_000_000_001, 0), (-10_000_000_000, 3_600), (999, 3_600), (1_000, 0), (1_001, 7_200)] {
      #expect(rules.offset(at: try #require(Timestamp(seconds: moment))) == offset, "\(moment)")
    }
    // The stretches have the step that the text makes.
    #expect(rules.stretches(from: 0, until: 5_000).map(\.from) == [0, 1_000, 1_001])
  }

  @Test("without a change the text holds for all times, and an empty one for none")
  func footers() throws {
    var sample = SampleFile(version: 0x34)
    sample.footer = "BBB-2"
    #expect(try #require(TimeZoneRules(tzif: sample.bytes)).offset(at: time("1900-01-01T00:00:00Z")) == 7_200)
    sample.footer = ""
    #expect(try #require(TimeZoneRules(tzif: sample.bytes)).offset(at: time("1900-01-01T00:00:00Z")) == 0)
  }

  @Test("a change at the last moment there is does no harm")
  func farChanges() throws {
    var sample = SampleFile(version: 0x32)
    sample.second.transitions = [(.min, 1), (.max, 0)]
    let rules = try #require(TimeZoneRules(tzif: sample.bytes))
    #expect(rules.offset(at: time("2026-01-01T00:00:00Z")) == 3_600)
    #expect(rules.stretches(from: 0, until: 1_000).count == 1)
  }

  static let faults: [(what: String, make: @Sendable (inout SampleFile) -> Void)] = [
    ("another magic number", { $0.magic = "TZig" }),
    ("an unknown version", { $0.version = 0x31 }),
    ("leap seconds", { $0.second.leapSeconds = 1 }),
    ("no types", { $0.second.types = [] }),
    ("no names", { $0.second.names = [] }),
    ("changes out of order", { $0.second.transitions = [(5, 0), (4, 1)] }),
    ("two changes at once", { $0.second.transitions = [(5, 0), (5, 1)] }),
    ("a type that is not there", { $0.second.transitions = [(5, 2)] }),
    ("an offset beyond 26 hours", { $0.second.types[1].offset = 93_600 }),
    ("an offset beyond -25 hours", { $0.second.types[1].offset = -90_000 }),
    ("a flag of 2", { $0.second.types[1].isDaylight = 2 }),
    ("a name that is not there", { $0.second.types[1].name = 4 }),
    ("half the flags", { $0.second.standardFlags = 1 }),
    ("half the other flags", { $0.second.utcFlags = 1 }),
    ("no footer", { $0.footer = nil }),
    ("a footer that says nothing", { $0.footer = "soon" }),
    ("a footer without its end", { $0.footerEnd = "" }),
    ("a count of four thousand million", { $0.second.claimedTransitions = .max }),
    ("a first block that claims more than there is", { $0.first.claimedTransitions = .max }),
  ]

  @Test("contradictions are refused", arguments: faults.indices)
  func refused(index: Int) {
    var sample = SampleFile(version: 0x32)
    #expect(TimeZoneRules(tzif: sample.bytes) != nil)
    Self.faults[index].make(&sample)
    #expect(TimeZoneRules(tzif: sample.bytes) == nil, "\(Self.faults[index].what)")
  }

  @Test("a file that is cut off anywhere is refused", arguments: ["Europe/Berlin", "Asia/Kathmandu"])
  func cutOff(name: String) throws {
    let bytes = try #require(ZoneSamples.bytes(name))
    for length in 0..<bytes.count { #expect(TimeZoneRules(tzif: Array(bytes[..<length])) == nil, "\(length) bytes") }
    #expect(TimeZoneRules(tzif: bytes + [UInt8](repeating: 0, count: 65_536)) == nil)
  }

  @Test("random bytes and damaged files never crash, nor does what is made of them", arguments: [1, 2, 3] as [UInt64])
  func fuzz(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let samples = ZoneSamples.names.compactMap(ZoneSamples.bytes)
    var read = 0
    for _ in 0..<1_500 {
      var bytes = random.pick(samples)
      if random.once(in: 8) { bytes = (0..<120).map { _ in UInt8.random(in: 0...255, using: &random) } }
      for _ in 0...Int.random(in: 0...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let rules = TimeZoneRules(tzif: bytes) else { continue }
      read += 1
      let moment = try #require(Timestamp(seconds: Int.random(in: Timestamp.range, using: &random)))
      #expect(abs(rules.offset(at: moment)) < 26 * 3_600, "seed \(seed)")
      _ = rules.timestamp(of: rules.local(moment))
      _ = PeriodUnit.month.period(containing: moment, in: rules)
    }
    #expect(read > 50, "seed \(seed)")
  }
}

/// A file to be damaged: two types, UTC and an hour east of it.
struct SampleFile: Sendable {
  struct Block: Sendable {
    var transitions: [(moment: Int, type: UInt8)] = []
    var claimedTransitions: UInt32?
    var types: [(offset: Int32, isDaylight: UInt8, name: UInt8)] = [(0, 0, 0), (3_600, 1, 0)]
    var names = Array("UTC\0".utf8)
    var leapSeconds: UInt32 = 0
    var standardFlags: UInt32 = 0
    var utcFlags: UInt32 = 0
  }

  var magic = "TZif"
  var version: UInt8
  var first = Block()
  var second = Block()
  var footer: String? = "UTC0"
  var footerEnd = "\n"

  init(version: UInt8) {
    self.version = version
  }

  var bytes: [UInt8] {
    var bytes = encoded(first, timeBytes: 4)
    if version != 0 { bytes += encoded(second, timeBytes: 8) }
    if let footer { bytes += Array("\n\(footer)\(footerEnd)".utf8) }
    return bytes
  }

  private func encoded(_ block: Block, timeBytes: Int) -> [UInt8] {
    var bytes = Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [
      block.utcFlags, block.standardFlags, block.leapSeconds,
      block.claimedTransitions ?? UInt32(block.transitions.count), UInt32(block.types.count), UInt32(block.names.count),
    ] {
      bytes += Self.bigEndian(Int(count), count: 4)
    }
    for transition in block.transitions { bytes += Self.bigEndian(transition.moment, count: timeBytes) }
    bytes += block.transitions.map(\.type)
    for type in block.types { bytes += Self.bigEndian(Int(type.offset), count: 4) + [type.isDaylight, type.name] }
    bytes += block.names
    bytes += [UInt8](repeating: 0, count: Int(block.leapSeconds) * (timeBytes + 4))
    bytes += [UInt8](repeating: 0, count: Int(block.standardFlags + block.utcFlags))
    return bytes
  }

  private static func bigEndian(_ value: Int, count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
