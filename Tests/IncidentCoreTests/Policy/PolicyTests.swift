import IncidentCore
import Testing

@Suite struct PolicyTests {
  @Test("what a team that sets nothing gets is the table of the design")
  func standard() throws {
    func span(_ text: String) throws -> TimeSpan { try #require(TimeSpan(text)) }
    let policy = Policy.standard
    #expect(
      try policy[.sev1]
        == SeverityRules(
          .within(span("5m")), span("15m"), .required(within: span("72h")),
          [.incidentCommander, .communicationsLead, .technicalLead, .scribe, .executiveSponsor], 100))
    #expect(
      try policy[.sev2]
        == SeverityRules(
          .within(span("15m")), span("30m"), .required(within: span("72h")),
          [.incidentCommander, .communicationsLead, .technicalLead], 50))
    #expect(
      try policy[.sev3] == SeverityRules(.within(span("4h")), span("4h"), .optional, [.incidentCommander], 10))
    #expect(policy[.sev4] == SeverityRules(.nextBusinessDay, nil, .none, [], 0))
  }

  @Test("each severity has its own rules, and setting one leaves the others")
  func subscripts() {
    for severity in Severity.allCases {
      var policy = Policy.standard
      policy[severity].updateEvery = TimeSpan("7m")
      for other in Severity.allCases {
        #expect((policy[other] == Policy.standard[other]) == (other != severity))
      }
      #expect(policy.nextUpdateDue(severity, after: time("23:58")) == time("2026-11-21T00:05:00Z"))
    }
    #expect(Policy.standard.nextUpdateDue(.sev4, after: time("22:47")) == nil)
  }

  @Test("a response is due within its span of the detection")
  func responseDue() {
    #expect(Policy.standard.responseDue(.sev1, after: time("22:47:09")) == time("22:52:09"))
    #expect(Policy.standard.responseDue(.sev3, after: time("22:47:09")) == time("2026-11-21T02:47:09Z"))
  }

  @Test(
    "the next business day ends at midnight UTC, weekends left out",
    arguments: [
      ("2026-11-19T00:00:00Z", "2026-11-20T23:59:59Z"),  // Thursday
      ("2026-11-20T00:00:00Z", "2026-11-23T23:59:59Z"),  // Friday
      ("2026-11-20T23:59:59Z", "2026-11-23T23:59:59Z"),
      ("2026-11-21T12:00:00Z", "2026-11-23T23:59:59Z"),  // Saturday
      ("2026-11-22T12:00:00Z", "2026-11-23T23:59:59Z"),  // Sunday
      ("2026-11-23T12:00:00Z", "2026-11-24T23:59:59Z"),  // Monday
      ("2027-12-31T12:00:00Z", "2028-01-03T23:59:59Z"),  // over the year
      ("2028-02-28T12:00:00Z", "2028-02-29T23:59:59Z"),  // over a leap day
      ("9999-12-31T12:00:00Z", "9999-12-31T23:59:59Z"),  // the end of time
    ])
  func nextBusinessDay(moment: String, due: String) {
    #expect(Policy.standard.responseDue(.sev4, after: time(moment)) == time(due))
  }

  @Test("the roles that are required and empty, in the order of the policy")
  func emptyRoles() throws {
    let incident = try incident(
      .sample, event(1, "22:50", .assigned(Assigned(role: .communicationsLead, name: "li"))),
      event(2, "22:51", .assigned(Assigned(role: .scribe, name: "li"))))
    #expect(Policy.standard.emptyRoles(of: incident.snapshot) == [.incidentCommander, .technicalLead])
    var snapshot = incident.snapshot
    snapshot.severity = .sev1
    #expect(
      Policy.standard.emptyRoles(of: snapshot) == [.incidentCommander, .technicalLead, .executiveSponsor])
    snapshot.severity = .sev4
    #expect(Policy.standard.emptyRoles(of: snapshot).isEmpty)
  }
}

extension SeverityRules {
  /// The rules in the order of the table's columns.
  fileprivate init(
    _ respondWithin: ResponseTarget, _ updateEvery: TimeSpan?, _ postmortem: PostmortemRule, _ requiredRoles: [Role],
    _ impactWeight: Int
  ) {
    self = Policy.standard[.sev1]
    self.respondWithin = respondWithin
    self.updateEvery = updateEvery
    self.postmortem = postmortem
    self.requiredRoles = requiredRoles
    self.impactWeight = impactWeight
  }
}
