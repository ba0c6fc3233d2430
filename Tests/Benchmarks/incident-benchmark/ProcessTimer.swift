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
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, command[0], &actions, nil, arguments, environ) == 0 else {
      throw Failure(description: "\(command[0]) cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(command[0]) cannot be waited for") }
    }
    guard status == 0 else { throw Failure(description: "\(command.joined(separator: " ")) fails") }
    #if canImport(Darwin)
      return usage.ru_maxrss / 1_024
    #else
      return usage.ru_maxrss
    #endif
  }
}
