import IncidentStore

/// What `Tests/Benchmarks/run` needs the tool's own code for. Not shipped.
@main
enum Main {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let message = "incident-benchmark: \(error)\n"
      _ = message.withCString { write(2, $0, message.utf8.count) }
      exit(1)
    }
  }

  private static func run(_ words: [String]) throws {
    switch words.first {
    case "make-store":
      guard words.count == 5, let count = Int(words[2]), let active = Int(words[3]), let seed = UInt64(words[4])
      else { throw Misuse() }
      try StoreMaker(seed: seed, count: count, active: active).make(in: words[1])
    case "make-history":
      guard words.count == 4, let count = Int(words[2]), let seed = UInt64(words[3]) else { throw Misuse() }
      try History(seed: seed, count: count).make(in: words[1])
    case "json":
      guard words.count == 3, let seconds = Double(words[2]) else { throw Misuse() }
      try Throughput(directory: words[1], seconds: seconds).measure()
    case "sync":
      guard words.count == 3, let runs = Int(words[2]) else { throw Misuse() }
      try DiskSync.measure(in: words[1], runs: runs)
    case "crowd":
      guard words.count == 5, let processes = Int(words[3]), let updates = Int(words[4]) else { throw Misuse() }
      try Crowd(incident: words[1], directory: words[2]).measure(processes: processes, updates: updates)
    case "kill":
      guard words.count == 5, let kills = Int(words[3]), let seed = UInt64(words[4]) else { throw Misuse() }
      var writer = KilledWriter(incident: words[1], directory: words[2], seed: seed)
      try writer.measure(kills: kills)
    case "time":
      guard words.count >= 6, let runs = Int(words[1]) else { throw Misuse() }
      try ProcessTimer(runs: runs, saved: words[2], restored: words[3], command: Array(words[5...])).measure()
    default:
      throw Misuse()
    }
  }

  private struct Misuse: Error, CustomStringConvertible {
    var description: String {
      """
      usage: incident-benchmark make-store DIR COUNT ACTIVE SEED
             incident-benchmark make-history DIR COUNT SEED
             incident-benchmark json DIR SECONDS
             incident-benchmark sync DIR RUNS
             incident-benchmark crowd INCIDENT DIR PROCESSES UPDATES
             incident-benchmark kill INCIDENT DIR KILLS SEED
             incident-benchmark time RUNS SAVED RESTORED -- COMMAND …
      """
    }
  }
}

/// Something the machine refused.
struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// Nanoseconds of a clock that only goes forward.
func monotonicNanoseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
