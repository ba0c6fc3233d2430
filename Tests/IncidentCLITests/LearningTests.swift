import JSONTree
import Testing

/// What an incident repeats: `show`, `resolve --cause` and `postmortem` say so.
@Suite struct LearningTests {
  /// A host with two incidents of one cause, ten days apart, the first with something left to do.
  private func host() throws -> (TestHost, first: String, second: String) {
    let host = try TestHost(at: "2026-11-01T10:00:00Z")
    var ids: [String] = []
    for number in 1...2 {
      let id = try host.declare("Slow \(number)", "-s", "2", "--service", "payments")
      ids.append(id)
      host.run("resolve", "-m", "Well", "--cause", "connection-pool", id)
      host.run("action", "add", "Alert on saturation \(number)", "--owner", "li", "--due", "2026-11-12", id)
      host.pass(minutes: 10 * 24 * 60)
    }
    host.run("action", "done", "A1", ids[1])
    return (host, ids[0], ids[1])
  }

  @Test("the cause and its service, which one it is, and what of the earlier ones is unfinished")
  func story() throws {
    let (host, first, second) = try host()
    let id = try host.declare("Slow again", "-s", "1", "--service", "payments")
    let early = host.run("show", id).output
    #expect(
      early.contains("Before  This is the third incident on payments in 60 days:\n        \(second), \(first)\n"),
      "\(early)")
    let resolved = host.run("resolve", "-m", "Well", "--cause", "connection-pool", id)
    let block = """
      Before  This is the third connection-pool on payments in 60 days:
              \(second), \(first)
              \(first): "Alert on saturation 1" is still open (li) OVERDUE
              \(second): "Alert on saturation 2" is not verified (li)

      """
    #expect(resolved.error.hasSuffix(block), "\(resolved.transcript)")
    #expect(host.run("show", id).output.contains(block))
    #expect(host.run("postmortem", id).error.contains(block))
    let json = try host.run("resolve", "--cause", "connection-pool", "--json", id).json()["recurrence"]
    #expect(json?["ordinal"] == 3 && json?["earlier"] == [.string(second), .string(first)])
    #expect(json?["unfinishedActions"]?.array?.count == 2)
  }

  @Test("nothing is said where nothing is repeated, or too long ago")
  func nothing() throws {
    let (host, _, _) = try host()
    let other = try host.declare("Disk", "-s", "3", "--service", "search")
    #expect(!host.run("show", other).output.contains("Before"))
    #expect(!host.run("resolve", "-m", "Well", "--cause", "disk", other).error.contains("Before"))
    host.pass(minutes: 61 * 24 * 60)
    let late = try host.declare("Slow", "-s", "3", "--service", "payments")
    #expect(!host.run("show", late).output.contains("Before"))
  }

  @Test("at 40 columns it wraps, and hostile words act on nothing")
  func narrow() throws {
    let (host, _, _) = try host()
    host.isTerminal = true
    host.columns = 40
    let id = try host.declare("Slow", "-s", "3", "--service", "payments")
    host.run("action", "add", "\u{1B}[2J\u{202E}x", "--owner", "\u{7}li", id)
    host.pass(minutes: 5)
    let again = try host.declare("Slow", "-s", "3", "--service", "payments")
    let page = host.run("show", again, "--color", "never").output
    #expect(!page.contains("\u{1B}") && !page.contains("\u{7}") && !page.contains("\u{202E}"))
    for line in page.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
  }
}
