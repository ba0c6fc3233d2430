import IncidentCore
import IncidentStore

/// Many processes that write at once: not one event may be missing.
struct Crowd {
  private let store: ScratchStore

  init(incident: String, directory: String) {
    store = ScratchStore(incident: incident, directory: directory)
  }

  /// Prints the seconds in which that many processes give that many updates each of one incident, and the seconds in
  /// which twenty processes declare at once.
  /// - Throws: where a command fails, or an event or record is missing.
  func measure(processes: Int, updates: Int) throws {
    guard try store.run(["declare", "Crowded", "--severity", "2"]), let id = try store.ids().first else {
      throw Failure(description: "declare fails")
    }
    let start = monotonicNanoseconds()
    try update(id, processes, updates)
    let updated = monotonicNanoseconds()
    let messages = Set(try store.load(id).events.compactMap(\.message))
    let missing = (0..<processes * updates).filter { !messages.contains("update \($0)") }
    guard missing.isEmpty else { throw Failure(description: "\(missing.count) updates are missing") }

    let declared = monotonicNanoseconds()
    let children = try (0..<20).map { _ in try store.start(["declare", "The same", "--severity", "3"]) }
    for child in children where try !child.wait().hasSucceeded { throw Failure(description: "a declare failed") }
    let end = monotonicNanoseconds()
    let records = try store.ids().filter { try store.load($0).snapshot.title == "The same" }
    guard records.count == 20 else { throw Failure(description: "\(records.count) of 20 records are there") }
    print(Double(updated - start) / 1e9, Double(end - declared) / 1e9)
  }

  /// Each process of the crowd begins its next update when its last one is done.
  private func update(_ id: IncidentID, _ processes: Int, _ updates: Int) throws {
    var children: [ChildProcess] = []
    for round in 0..<updates {
      for process in 0..<processes {
        if round > 0, try !children[process].wait().hasSucceeded { throw Failure(description: "an update failed") }
        let child = try store.start(["update", "-m", "update \(round * processes + process)", id.text])
        if round == 0 { children.append(child) } else { children[process] = child }
      }
    }
    for child in children where try !child.wait().hasSucceeded { throw Failure(description: "an update failed") }
  }
}
