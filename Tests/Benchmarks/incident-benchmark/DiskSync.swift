import IncidentStore

/// What the disk alone takes for one durable replacement in a store: write a file, wait for it, rename it, wait for the
/// directory.
enum DiskSync {
  /// Prints the least and the middle of `runs`, in milliseconds.
  static func measure(in directory: String, runs: Int) throws {
    let temporary = directory + "/.sync.tmp"
    let target = directory + "/.sync"
    defer { unlink(target) }
    let content = [UInt8](repeating: 0x20, count: 5_000)
    var times: [Int64] = []
    for _ in 0..<max(1, runs) {
      let start = monotonicNanoseconds()
      let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
      guard file >= 0, write(file, content, content.count) == content.count, fsync(file) == 0, close(file) == 0,
        rename(temporary, target) == 0
      else { throw Failure(description: "\(directory) cannot be written") }
      let folder = open(directory, O_RDONLY)
      guard folder >= 0 else { throw Failure(description: "\(directory) cannot be opened") }
      fsync(folder)
      close(folder)
      times.append(monotonicNanoseconds() - start)
    }
    times.sort()
    print(Double(times[0]) / 1e6, Double(times[times.count / 2]) / 1e6)
  }
}
