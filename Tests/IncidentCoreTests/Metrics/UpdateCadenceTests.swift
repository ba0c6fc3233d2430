import IncidentCore
import Testing

@Suite struct UpdateCadenceTests {
  private func owed(_ events: [Event]) throws -> [UpdateOwed] {
    let declared = event(
      1, "22:00", .declared(Declared(title: "Down", severity: .sev2, nextUpdateDue: time("22:30"))))
    return try Incident(id: .sample, events: [declared] + events).updatesOwed
  }

  @Test("each update gives the one that was due, and sets the next; the end of the response gives the last")
  func story() throws {
    let all = try owed([
      event(2, "22:20", .updated(Updated(message: "a", nextUpdateDue: time("22:50")))),
      event(3, "22:40", .noted(Noted(message: "b"))),
      event(4, "22:55", .mitigated(Mitigated(nextUpdateDue: time("23:25")))),
      event(5, "23:00", .resolved(Resolved())),
    ])
    #expect(all.map(\.due) == [time("22:30"), time("22:50"), time("23:25")])
    #expect(all.map(\.given) == [time("22:20"), time("22:55"), time("23:00")])
    #expect(all.map { $0.lateness(at: time("23:30")) } == [nil, 300, nil])
  }

  @Test("what has not come is late at once; a resolved incident owes none until it is reopened")
  func open() throws {
    let open = try owed([])
    #expect(open == [UpdateOwed(due: time("22:30"), given: nil)])
    #expect(open[0].lateness(at: time("22:30")) == nil && open[0].lateness(at: time("22:31")) == 60)
    let reopened = try owed([
      event(2, "22:10", .resolved(Resolved())), event(3, "23:00", .reopened(Reopened(nextUpdateDue: time("23:30")))),
    ])
    #expect(reopened.map(\.given) == [time("22:10"), nil] && reopened.map(\.due) == [time("22:30"), time("23:30")])
  }

  @Test("a severity without a cadence owes none")
  func none() throws {
    let all = try owed([event(2, "22:10", .severityChanged(SeverityChanged(severity: .sev4, from: .sev2)))])
    #expect(all == [UpdateOwed(due: time("22:30"), given: time("22:10"))])
  }

  @Test("a mitigation that sets no time leaves what was due, as the head of the record says")
  func mitigatedWithoutCadence() throws {
    let events = [event(2, "22:10", .mitigated(Mitigated()))]
    #expect(try owed(events) == [UpdateOwed(due: time("22:30"), given: nil)])
    #expect(try owed(events + [event(3, "22:40", .resolved(Resolved()))]).map(\.given) == [time("22:40")])
  }

  @Test("nothing is owed before the declaration, nor after a resolution that was given its moment later")
  func outsideTheResponse() throws {
    let late = try owed([
      event(2, "21:40", .mitigated(Mitigated(nextUpdateDue: time("22:10")))),
      event(3, "22:20", .updated(Updated(message: "a", nextUpdateDue: time("22:50")))),
      event(4, "22:55", .updated(Updated(message: "b", nextUpdateDue: time("23:25")))),
      event(5, "22:40", .resolved(Resolved())), event(6, "23:40", .closed(Closed())),
    ])
    #expect(late.map(\.due) == [time("22:30"), time("22:50")] && late.map(\.given) == [time("22:20"), time("22:40")])
    let before = try owed([event(2, "21:40", .resolved(Resolved()))])
    #expect(before.isEmpty)
  }
}
