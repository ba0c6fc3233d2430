import IncidentCore
import Testing

/// Tickets, severities, and the team's own words.
@Suite struct ReferenceLeakTests {
  private func leaks(_ text: String, words: [String] = []) -> [String] {
    LeakCheck(people: [], internalWords: words).leaks(in: text).map { "\($0.rule.rawValue) \($0.text)" }
  }

  @Test(
    "finds a severity",
    arguments: [
      ("Severity: 2", "Severity: 2"), ("SEV: 1", "SEV: 1"), ("severity level 2", "severity level 2"),
      ("Priority: 1", "Priority: 1"), ("a P1", "P1"), ("SEV\u{A0}2", "SEV 2"), ("SEV\u{2011}2", "SEV-2"),
      ("severity is 1", "severity is 1"), ("**Severity**: 1", "Severity**: 1"), ("severity\n2", "severity 2"),
      ("sev_3", "sev_3"), ("sev #1", "sev #1"), ("Severity = 4", "Severity = 4"), ("sev:1", "sev:1"),
      ("SEV 1–2", "SEV 1-2"), ("sev. 2", "sev. 2"),
      ("S\u{200B}EV1", "SEV1"), ("ＳＥＶ１", "SEV1"),
    ])
  func severities(text: String, found: String) {
    #expect(leaks("It is \(text), sorry.") == ["severity \(found)"])
  }

  @Test(
    "finds a ticket",
    arguments: [
      ("https://example.com/acme/shop/pull/99", "/pull/99"), ("/issues/9", "/issues/9"), ("/issues/9#c2", "/issues/9"),
      ("/pull/99/files", "/pull/99"),
      ("https://git.example.org/a/b/-/merge_requests/3", "/merge_requests/3"), ("OPS\u{2011}12", "OPS-12"),
      ("OPS-1234", "OPS-1234"), ("issue\u{A0}#4", "#4"), ("issue\n#4", "#4"), ("shop#12", "shop#12"),
      ("INC0012345", "INC0012345"), ("O\u{200B}PS-12", "OPS-12"), ("ＯＰＳ－１２", "OPS-12"), ("(OPS-7)", "OPS-7"),
    ])
  func tickets(text: String, found: String) {
    #expect(leaks("See \(text), please.") == ["ticket \(found)"])
  }

  @Test(
    "passes what is called so in public",
    arguments: [
      "error code ABC-123", "Error: XYZ-42", "errors PAY-1 and so on", "ERR-404", "ORA-600", "flight XY-441",
      "flights LH-441",
      "train ICE-72", "trains RE-7", "model ZX-10", "an RTX-4090, a GTX-1080", "region EU-1", "EU-1, US-2 and AP-3",
      "zone AB-1", "version AB-12", "RFC-9110", "CVE-2026-1234", "COVID-19", "UTF-8", "ISO-8601", "SHA-256", "AES-256",
      "TLS-1", "HTTP-404", "B-52", "H-1", "A-4", "USB-3", "https://status.example.com/incidents/42", "24/7",
      "and/or 2", "page 1/9", "pulled 99", "We're #1", "priority customers", "level 2", "2 severity", "severity high",
      "P50 and P99", "p2", "Our priorities: 1", "a priority. 2 of us",
      "the priority is 1 thing", "in Q3-2026", "LTE-4", "level: 1",
    ])
  func fair(text: String) {
    #expect(leaks("It is \(text), sorry.") == [])
  }

  @Test(
    "finds the team's own words",
    arguments: [
      ("Project Falcon", "Project Falcon", "Project Falcon"), ("Project Falcon", "project-falcon", "project-falcon"),
      ("Project Falcon", "project\nfalcon", "project falcon"), ("Project Falcon", "PROJECT_FALCON", "PROJECT_FALCON"),
      ("Project Falcon", "project  -  falcon", "project - falcon"),
      ("project-falcon", "Project Falcon", "Project Falcon"),
      ("Project Falcon", "Pro\u{AD}ject Fal\u{200B}con", "Project Falcon"),
      ("Project Falcon", "Project\u{200B}Falcon", "ProjectFalcon"),
      ("Project Falcon", "#ProjectFalcon", "ProjectFalcon"),
      ("Project Falcon", "project\u{A0}falcon", "project falcon"),
      ("Project Falcon", "project\u{2010}falcon", "project-falcon"),
      ("Project Falcon", "project\r\n\r\nfalcon", "project falcon"), ("Zorblax 2", "zorblax-2", "zorblax-2"),
      ("c++", "C++", "C++"), (".NET", ".net", ".net"), ("Müller & Söhne", "müller & söhne", "müller & söhne"),
      ("Falcon", "falcon's", "falcon"), ("Falcon", "project_falcon", "falcon"), ("隼", "隼計画", "隼"),
    ])
  func internalWords(word: String, text: String, found: String) {
    #expect(leaks("It is \(text), sorry.", words: [word]) == ["internal-word \(found)"])
  }

  @Test(
    "passes other words than the team's",
    arguments: [
      ("Project Falcon", "a projectfalconer"), ("Project Falcon", "projects, falcons"),
      ("Project Falcon", "project. Falcon"),
      ("Falcon", "falconry"), ("Falcon", "falcon2"), ("Zorblax 2", "zorblax 22"), ("on call", "oncall"), ("", "a"),
      (" - ", "a - b"),
    ])
  func otherWords(word: String, text: String) {
    #expect(leaks(text, words: [word]) == [])
  }
}
