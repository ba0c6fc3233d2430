import IncidentCore
import Testing

@testable import IncidentReports

/// Sentences that differ in a word, where that word decides.
@Suite("Rules for words")
struct WordRulesTests {
  private func rules(_ sentence: String) throws -> [String] {
    let text = "## Root cause\n\n\(sentence)\n"
    return try PostmortemCheck.findings(
      in: Array(text.utf8), of: try Story.latencySpike().incident, now: try Story.time("6 10:00"), policy: .standard
    ).map(\.rule.rawValue).filter { $0 != "open-question" }
  }

  @Test(
    "tell people from parts of the system",
    arguments: [
      ("The operator failed to check the lag.", ["blame"]), ("The etcd operator failed to reconcile.", []),
      ("The manager forgot the flag.", ["blame"]), ("The connection manager forgot the flag.", []),
      ("The alert for the on-call engineer failed to fire.", []), ("One of the engineers failed to look.", ["blame"]),
      ("The engineers in Berlin ignored it.", ["blame"]), ("The brokers in Berlin ignored it.", []),
      ("Customers failed to log in.", []), ("Nobody failed to do anything.", []),
      ("The engineer's script failed to stop.", []), ("The engineer, tired by then, failed to stop.", ["blame"]),
      ("Kevin broke checkout.", ["blame"]), ("Kafka broke checkout.", []), ("`deploy.sh` broke checkout.", []),
      ("The responders bypassed the proxy.", []), ("The responders bypassed the review.", ["blame"]),
      ("The team broke the retry loop.", []), ("The developer who merged it forgot the index.", ["blame"]),
      ("The developer who saw that the proxy forgot it.", []),
    ])
  func subjects(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test(
    "tell what people did not do from what the system did not",
    arguments: [
      ("The engineer should have known.", ["blame"]), ("The script should have known.", []),
      ("The engineer should have been paged.", []), ("The engineer should have been more careful.", ["blame"]),
      ("It should have been obvious.", ["blame"]), ("It should have been caught by CI.", []),
      ("It should have been caught by the reviewer.", ["blame"]), ("We should have noticed.", ["blame"]),
      ("We should have had an alert.", []), ("Nobody could have known.", []), ("Should anybody have known?", []),
      ("It could easily have been avoided.", ["blame"]), ("It could easily have filled the disk.", []),
      ("If Kevin had read it, all would be well.", ["blame"]), ("If the proxy had read it, all would be well.", []),
    ])
  func counterfactuals(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test(
    "tell human error given as a cause from human error spoken of",
    arguments: [
      ("It was human error.", ["human-error"]), ("It was not human error.", []), ("Was it human error?", []),
      ("It was \"human error\".", []), ("It was `human error`.", []), ("No bug, but human error.", ["human-error"]),
      ("Human error is inevitable.", []), ("The tool invites human error.", []), ("The user error rate rose.", []),
      ("It was a mistake by the network team.", ["human-error"]), ("It was a mistake by design.", []),
      ("A fat-fingered command.", ["human-error"]), ("See [human error](http://x/human-error).", ["human-error"]),
      ("See [the book](http://x/human error).", []), ("C'était une erreur humaine.", ["human-error"]),
      ("原因は人的ミスです。", ["human-error"]), ("Es war kein menschliches Versagen.", []),
      ("The oversight of the platform team covers both.", []),
    ])
  func humanError(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test(
    "tell a person from a condition as the cause",
    arguments: [
      ("The root cause was an engineer in a hurry.", ["person-as-cause"]), ("The root cause was a full disk.", []),
      ("It was caused by a developer who left.", ["person-as-cause"]),
      ("It was caused by a developer certificate.", []),
      ("It was caused by people who retried.", []), ("Kevin was the cause.", ["person-as-cause"]),
      ("It was not caused by a person.", []), ("The team is responsible for the proxy.", []),
      ("The team is responsible for the outage.", ["person-as-cause"]),
      ("It was caused by a change that the team had tested.", []),
    ])
  func causes(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test(
    "find people's names as whole words, in any case, and offer the role",
    arguments: [
      ("DANA restarted it.", ["person-name"]), ("Dana's change was merged.", ["person-name"]), ("Dandy Danas.", []),
      ("Dana and then dana again.", ["person-name", "person-name"]), ("See `dana` and https://x/dana.", []),
    ])
  func names(sentence: String, expected: [String]) throws {
    #expect(try rules(sentence) == expected)
  }

  @Test("a first name and a last name are names, and so is the local part of an address")
  func partsOfNames() throws {
    let documents = try Documents()
    for name in ["Dana Scully", "Scully", "dana", "Li"] {
      let findings = try documents.findings("## Contributing factors\n\nThen \(name) restarted it.\n")
      #expect(told(findings) == ["person-name 3:6"], "\(name)")
      let role = name == "Li" ? "the on-call engineer" : "the incident commander"
      #expect(findings.first?.suggestion.contains(role) == true)
    }
    // Elsewhere people are named as they like.
    #expect(try documents.findings("## Detection\n\nDana Scully saw it first.\n").isEmpty)
  }
}
