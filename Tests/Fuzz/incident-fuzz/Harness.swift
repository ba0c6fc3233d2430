import IncidentStore

/// What is fuzzed; `Tests/Fuzz/run` picks one by `INCIDENT_HARNESS`.
enum Harness: String, CaseIterable {
  case json, mustache, record, merge, postmortem, comms, alerts

  /// That of this process.
  static let chosen: Harness = {
    guard let name = getenv("INCIDENT_HARNESS").map({ String(cString: $0) }), let harness = Harness(rawValue: name)
    else {
      fatalError("INCIDENT_HARNESS is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return harness
  }()

  /// Holds the laws of what is fuzzed against one input. One that is broken ends the process with the law's name.
  func run(_ input: [UInt8]) {
    switch self {
    case .json: JSONLaws.hold(for: input)
    case .mustache: MustacheLaws.hold(for: input)
    case .record: RecordLaws.hold(for: input)
    case .merge: MergeLaws.hold(for: input)
    case .postmortem: PostmortemLaws.hold(for: input)
    case .comms: CommsLaws.hold(for: input)
    case .alerts: AlertLaws.hold(for: input)
    }
  }
}

/// libFuzzer's entry for programs that have a `main` of their own
/// (<https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Main {
  static func main() {
    var count = CommandLine.argc
    var words = CommandLine.unsafeArgv
    let status = runDriver(&count, &words) { start, count in
      Harness.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
    exit(status)
  }
}

/// Ends the process where a law does not hold.
func law(_ name: StaticString, _ holds: Bool) {
  if !holds { fatalError("broken: \(name)") }
}
