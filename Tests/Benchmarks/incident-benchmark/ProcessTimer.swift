import IncidentStore

/// Runs a command again and again, its output thrown away.
struct ProcessTimer {
  let runs: Int
  /// A file that is copied over `restored` before each run; empty for none.
  let saved: String
  let restored: String
  let command: [String]

  /// Prints the least and the middle time in milliseconds, and the peak of resident memory in KiB.
  /// - Throws: where the command fails once.
  func measure() throws {
    var times: [Int64] = []
    var peak = 0
    let content = saved.isEmpty ? [] : try PlainFile.read(saved, FileSystem())
    for _ in 0..<max(1, runs) {
      if !saved.isEmpty { try restore(content) }
      let start = monotonicNanoseconds()
      peak = max(peak, try run())
      times.append(monotonicNanoseconds() - start)
    }
    times.sort()
    print(Double(times[0]) / 1e6, Double(times[times.count / 2]) / 1e6, peak)
  }

  /// In place, as an editor does, so that the directory does not change.
  private func restore(_ content: [UInt8]) throws {
    let file = open(restored, O_WRONLY | O_TRUNC)
    guard file >= 0 else { throw Failure(description: "\(restored) cannot be opened") }
    defer { close(file) }
    guard write(file, content, content.count) == content.count else {
      throw Failure(description: "\(restored) cannot be written")
    }
  }

  private func run() throws -> Int {
    let (hasSucceeded, peak) = try ChildProcess(command).wait()
    guard hasSucceeded else { throw Failure(description: "\(command.joined(separator: " ")) fails") }
    return peak
  }
}
