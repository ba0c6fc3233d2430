import Testing

@testable import CommandArguments

@Suite("Nearest word")
struct NearestWordTests {
  static let words = ["declare", "ack", "update", "resolve", "severity", "service", "postmortem", "merge-file", "at"]

  @Test(
    "is found by case, beginning, or a slip of the finger",
    arguments: [
      ("decalre", "declare"), ("declair", "declare"), ("Ack", "ack"), ("ak", "ack"), ("acknowledge", "ack"),
      ("upd", "update"), ("udpate", "update"), ("resolv", "resolve"), ("resovle", "resolve"), ("sev", "severity"),
      ("se", "severity"), ("serv", "service"), ("sevice", "service"), ("merge", "merge-file"),
      ("mergefile", "merge-file"),
      ("post-mortem", "postmortem"), ("postmortme", "postmortem"), ("AT", "at"),
    ])
  func near(typed: String, expected: String) {
    #expect(nearestWord(to: typed, among: Self.words) == expected)
  }

  @Test(
    "is nothing where nothing is near",
    arguments: [
      "", "x", "s", "xyz", "burn", "frobnicate", "ta-da", "🙂", String(repeating: "declare", count: 1_000_000),
    ])
  func far(typed: String) {
    #expect(nearestWord(to: typed, among: Self.words) == nil)
  }

  @Test("the first of two equally near words wins")
  func tie() {
    #expect(nearestWord(to: "bot", among: ["boat", "boot"]) == "boat")
    #expect(nearestWord(to: "boat", among: []) == nil)
  }

  @Test(
    "counts insertions, deletions, substitutions and swaps of neighbours",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
      ("abc", "abcd", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1),
    ])
  func distance(one: String, other: String, expected: Int) {
    let (a, b) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    #expect(editDistance(a, b) == expected)
    #expect(editDistance(b, a) == expected)
  }
}
