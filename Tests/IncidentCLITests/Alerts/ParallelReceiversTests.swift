import Foundation
import JSONTree
import Testing

/// The real binary, as several receivers of one alert start it at once.
@Suite(.enabled(if: Binary.path != nil))
struct ParallelReceiversTests {
  @Test("one alert that arrives many times at once declares one incident")
  func declareOnce() throws {
    let binary = try Binary()
    let payload = AlertPayloads.alertmanager([("f1", "22:41", nil)])
    try Data(payload).write(to: URL(filePath: binary.directory + "/alert.json"))
    let script = """
      seq 12 | xargs -P 12 -I % sh -c 'incident declare --from alert.json --by "receiver %" --json > out.%' || exit 1
      ls incidents/INC-*.json | wc -l
      cat out.* | grep -c '"outcome": "declared"'
      cat out.* | grep -c '"outcome": "already"'
      incident check >&2
      """
    let outcome = try binary.sh(script)
    #expect(outcome.status == 0, "\(outcome.error)")
    let numbers = outcome.output.split(whereSeparator: \.isWhitespace)
    #expect(numbers == ["1", "1", "11"], "\(outcome.output) \(outcome.error)")
  }

  @Test("and one that is over resolves it once")
  func resolveOnce() throws {
    let binary = try Binary()
    for (name, end) in [("firing", nil), ("over", "22:50")] {
      let payload = AlertPayloads.alertmanager([("f1", "22:41", end)])
      try Data(payload).write(to: URL(filePath: binary.directory + "/\(name).json"))
    }
    let script = """
      incident declare --from firing.json || exit 1
      seq 6 | xargs -P 6 -I % incident declare --from over.json --auto-resolve > /dev/null 2>&1 || exit 1
      grep -c '"type": "resolved"' incidents/INC-*.json
      """
    let outcome = try binary.sh(script)
    #expect(outcome.status == 0 && outcome.output.hasSuffix("\n1\n"), "\(outcome.output) \(outcome.error)")
  }
}
