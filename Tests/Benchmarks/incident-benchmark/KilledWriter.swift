import IncidentCore
import IncidentStore

/// A writer that is killed at a random instant, again and again: what it said it did is there, and all of it can be read.
struct KilledWriter {
  private let store: ScratchStore
  private var random: SeededGenerator

  init(incident: String, directory: String, seed: UInt64) {
    store = ScratchStore(incident: incident, directory: directory)
    random = SeededGenerator(seed: seed)
  }

  /// Prints how many writers were killed before they were done, how many of those had written all the same, and how
  /// many left a temporary file that the next writer cleared up.
  /// - Throws: where an acknowledged write is missing, a record cannot be read, or a temporary file stays.
  mutating func measure(kills: Int) throws {
    guard try store.run(["declare", "Killed", "--severity", "2"]), let id = try store.ids().first else {
      throw Failure(description: "declare fails")
    }
    let usual = try duration(of: ["note", "-m", "usual", id.text])
    var acknowledged: Set<String> = ["usual"]
    var (killed, written, littered, attempt) = (0, 0, 0, 0)
    while killed < kills {
      attempt += 1
      let note = "note \(attempt)"
      let child = try store.start(["note", "-m", note, id.text])
      pause(nanoseconds: Int64.random(in: 0...usual * 5 / 4, using: &random))
      child.kill()
      let hasSucceeded = try child.wait().hasSucceeded
      if hasSucceeded { acknowledged.insert(note) } else { killed += 1 }
      let isLittered = try !store.unfinished().isEmpty

      let messages = Set(try store.load(id).events.compactMap(\.message))
      let missing = acknowledged.subtracting(messages)
      guard missing.isEmpty else { throw Failure(description: "acknowledged and gone: \(missing.sorted())") }
      if !hasSucceeded, messages.contains(note) { written += 1 }
      if isLittered {
        littered += 1
        let next = "after \(attempt)"
        guard try store.run(["note", "-m", next, id.text]) else { throw Failure(description: "the next writer fails") }
        acknowledged.insert(next)
        guard try store.unfinished().isEmpty else { throw Failure(description: "a temporary file stays") }
      }
    }
    print(killed, written, littered)
  }

  /// How long the command takes, in nanoseconds: the middle of several runs.
  private func duration(of words: [String]) throws -> Int64 {
    var times: [Int64] = []
    for _ in 0..<9 {
      let start = monotonicNanoseconds()
      guard try store.run(words) else { throw Failure(description: "\(words) fails") }
      times.append(monotonicNanoseconds() - start)
    }
    return times.sorted()[4]
  }

  /// Without sleeping: a sleep is as long as the whole process.
  private func pause(nanoseconds: Int64) {
    let end = monotonicNanoseconds() + nanoseconds
    while monotonicNanoseconds() < end {}
  }
}
