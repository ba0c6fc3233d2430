import IncidentCore
import IncidentStore
import JSONTree

/// Megabytes (10⁶ bytes) a second through one thread, on records that are in memory already.
struct Throughput {
  let directory: String
  /// How long each figure is measured.
  let seconds: Double

  /// Prints a line a figure: its name and MB/s, the best of all passes.
  func measure() throws {
    let records = try records()
    let trees = try records.map { try JSON.parse($0) }
    let bytes = records.reduce(0) { $0 + $1.count }
    try best("parse", bytes) {
      for record in records { _ = try JSON.parse(record) }
    }
    try best("print", bytes) {
      var output: [UInt8] = []
      for tree in trees {
        output.removeAll(keepingCapacity: true)
        tree.pretty(into: &output)
      }
    }
    try best("decode", bytes) {
      for record in records { _ = try RecordCodec.decode(record) }
    }
    try best("head", bytes) {
      for record in records { _ = try record.withUnsafeBytes { try RecordCodec.decodeHead($0) } }
    }
  }

  /// Up to 1,000 of them: more than the processor's caches hold.
  private func records() throws -> [[UInt8]] {
    let files = RecordFiles(try StoreLocation.at(directory, fileSystem: FileSystem()), fileSystem: FileSystem())
    return try files.list().records.prefix(1_000).map { try files.read($0.id) }
  }

  private func best(_ name: String, _ bytes: Int, _ pass: () throws -> Void) throws {
    let end = monotonicNanoseconds() + Int64(seconds * 1e9)
    var least = Int64.max
    repeat {
      let start = monotonicNanoseconds()
      try pass()
      least = min(least, monotonicNanoseconds() - start)
    } while monotonicNanoseconds() < end
    print(name, Int(Double(bytes) * 1_000 / Double(max(1, least))))
  }
}
