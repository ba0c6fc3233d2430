import IncidentCore
import IncidentStore

/// A store of made-up records: the same seed and count give the same bytes.
struct StoreMaker {
  let seed: UInt64
  /// How many records.
  let count: Int
  /// How many of them, the newest, are active.
  let active: Int

  /// When the newest record was declared, and how far apart they are, in seconds.
  static let newest = 1_795_204_800
  static let spacing = 1_200

  /// Makes the directory and writes one file a record, without waiting for the disk.
  func make(in directory: String) throws {
    let store = try StoreLocation.create(at: directory, fileSystem: FileSystem())
    let failures = ParallelScan.map(Array(0..<count)) { index, _ -> String? in
      do {
        let incident = try record(index)
        try Self.write(RecordCodec.encode(incident), to: store.path(incident.id.text + ".json"))
        return nil
      } catch {
        return "record \(index): \(error)"
      }
    }
    if let failure = failures.lazy.compactMap(\.self).first { throw Failure(description: failure) }
  }

  /// The record at `index`, the oldest 0.
  func record(_ index: Int) throws -> Incident {
    var random = SeededGenerator(seed: seed &+ UInt64(index) &* 0x1000_0001)
    let seconds = Self.newest - (count - 1 - index) * Self.spacing
    guard let declared = Timestamp(seconds: seconds), let id = Self.id(index, on: declared) else {
      throw Failure(description: "no time or id")
    }
    var story = Story(ending: ending(of: index, &random), declared: declared, random: random)
    return try Incident(id: id, events: story.told())
  }

  private func ending(of index: Int, _ random: inout SeededGenerator) -> Story.Ending {
    if index >= count - active { return .active }
    // Those of the last days wait for their postmortem.
    if index >= count - active - max(2, count / 200) { return .resolved }
    return random.happens(5) ? .cancelled : .closed
  }

  /// Different for every index below a million: an odd factor permutes the twenty bits.
  static func id(_ index: Int, on moment: Timestamp) -> IncidentID? {
    let bits = (index &* 0x9E375 &+ 0x7F4A7) & 0xF_FFFF
    let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let suffix = String([15, 10, 5, 0].map { symbols[bits >> $0 & 31] })
    return IncidentID("INC-\(moment.date.description.filter { $0 != "-" })-\(suffix)")
  }

  /// Writes a file, without waiting for the disk.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Failure(description: "\(path) cannot be made") }
    defer { close(file) }
    guard IncidentStore.write(file, bytes, bytes.count) == bytes.count else {
      throw Failure(description: "\(path) cannot be written")
    }
  }
}
