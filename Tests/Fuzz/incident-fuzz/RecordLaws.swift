import IncidentCore
import IncidentStore
import JSONTree

/// A record reads and writes without loss, and the quick way to its head says what the slow one does.
enum RecordLaws {
  static func hold(for input: [UInt8]) {
    let quick = input.withUnsafeBytes { Snapshot(canonicalHead: $0) }
    let slow = input.withUnsafeBytes { try? RecordCodec.decodeHead($0) }
    if let quick { law("the quick head is the slow one", slow?.snapshot == quick) }
    _ = try? RecordMending(input)
    guard let incident = try? RecordCodec.decode(input) else { return }
    let written = RecordCodec.encode(incident)
    let read = try? RecordCodec.decode(written)
    law("what is written reads as the same", read?.events == incident.events && read?.snapshot == incident.snapshot)
    law("what was read and written is canonical", read.map(RecordCodec.encode) == written)
    law("a canonical head is the folded one", read?.storedSnapshotDiffers == false)
    let head = written.withUnsafeBytes { try? RecordCodec.decodeHead($0) }
    law("the head of a record is its state", head?.snapshot == incident.snapshot)
    if let quick = written.withUnsafeBytes({ Snapshot(canonicalHead: $0) }) {
      law("the quick head of what is written is its state", quick == incident.snapshot)
    }
  }
}
