import IncidentCore
import Testing

/// How the time grows with the text.
@Suite(.serialized) struct LeakSpeedTests {
  @Test(
    "takes time in proportion to the text, whatever is in it",
    arguments: [
      "Dana restarted db-01 at 10.0.0.7, see OPS-12.\n", "project ", "project\n\n", "a-", "eyJ-", "eyJaaaaaaaaaa.",
      "AIza-",
      "may ", "May ", " ", "\n", "1 ", "#", "::", "@", "a@", "severity ", "\u{200B}", "e\u{301}", "password:", "a://:",
      "pull/1/",
      "api key ", "-----BEGIN PRIVATE KEY-----", "sk-", "key ", "dana.", "x", "12", "*", "ａ",
    ])
  func linear(piece: String) {
    let check = LeakCheck(
      people: ["Dana Okafor", "May", "x y", "Mark"], services: ["payments"],
      internalWords: ["project project falcon", "a a a b"])
    func spent(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count / piece.utf8.count)
      return processorTime { _ = check.leaks(in: text) }
    }
    let (small, large) = (min(spent(3_000), spent(3_000)), spent(24_000))
    // Eight times the text; sixty-four times the time would be quadratic.
    #expect(large < small * 24 + .milliseconds(100), "\(small), \(large)")
  }
}
