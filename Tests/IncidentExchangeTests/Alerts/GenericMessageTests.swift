import IncidentCore
import IncidentExchange
import Testing

@Suite struct GenericMessageTests {
  @Test("everything that the small shape has")
  func whole() throws {
    let notice = try notice(AlertSamples.generic)
    #expect(notice.source == .generic)
    #expect(notice.change == .fired)
    #expect(notice.key == "nightly-export")
    #expect(notice.title == "Nightly export failed")
    #expect(notice.summary == "Exit status 3")
    #expect(notice.severity == "SEV3")
    #expect(notice.service == "exports")
    #expect(notice.name == "ExportFailed")
    #expect(notice.by == "cron")
    #expect(notice.labelText == "attempt=3 team=data")
    #expect(notice.started?.description == "2026-11-20T22:41:00Z")
    #expect(notice.at == notice.started)
    #expect(
      notice.linkText == [
        "runbook https://wiki.example.org/exports", "source https://ci.example.org/job/41",
        "dashboard https://grafana.example.org/d/exports",
      ])
  }

  @Test(
    "a title is enough, whatever it is called",
    arguments: [
      #"{"title": "Disk full"}"#, #"{"summary": "Disk full"}"#, #"{"message": "Disk full"}"#,
      #"{"title": "", "message": "Disk full"}"#, #"{"title": null, "summary": " Disk\u0000\r\n full "}"#,
    ])
  func titles(text: String) throws {
    let notice = try notice(text)
    #expect(notice.title == "Disk full")
    #expect(notice.change == .fired)
    #expect((notice.firing, notice.resolved) == (1, 0))
    #expect(!notice.key.isEmpty)
  }

  @Test("without a key the service and the title are one, so that the end finds the beginning")
  func keys() throws {
    let fired = try notice(#"{"title": "T", "service": "S", "status": "firing"}"#)
    let resolved = try notice(#"{"status": "resolved", "service": "S", "title": "T", "ended": "2026-11-20T22:41:00Z"}"#)
    #expect(fired.key == "generic:S/T")
    #expect(resolved.key == fired.key)
    #expect(resolved.change == .resolved)
    #expect(resolved.at == resolved.ended)
    #expect(try notice(#"{"title": "T"}"#).key != fired.key)
  }

  @Test(
    "a status in words",
    arguments: [
      ("firing", AlertChange.fired), ("FIRING", .fired), ("open", .fired), ("ok", .resolved), ("Resolved", .resolved),
      ("acknowledged", .acknowledged),
    ])
  func statuses(status: String, change: AlertChange) throws {
    #expect(try notice(#"{"title": "T", "status": "\#(status)"}"#).change == change)
  }

  @Test("an unknown status is refused, since either guess may be wrong")
  func unknownStatus() throws {
    let problem = try problem(Array(#"{"title": "T", "status": "404"}"#.utf8))
    #expect(
      problem.message == "an alert with the unknown status 404: expected firing, acknowledged or resolved")
  }

  @Test("links in a list, and what is no address on the web left out")
  func links() throws {
    let notice = try notice(
      #"""
      {"title": "T", "links": ["https://a.org", "javascript:alert(1)", {"kind": "Runbook", "url": " http://b.org/x "},
        {"href": "HTTPS://c.org/<script>"}, {"url": "https://"}, "https://a.org", null, 7, {"href": "https://d.org"}]}
      """#)
    #expect(notice.linkText == ["source https://a.org", "runbook http://b.org/x", "source https://d.org"])
  }
}
