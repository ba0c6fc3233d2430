import IncidentCore
import Testing

@Suite struct RoleTests {
  @Test(
    "reads keys, aliases and titles, in any case, with any joints",
    arguments: [
      (
        Role.incidentCommander,
        ["ic", "IC", "commander", "incidentCommander", "incident commander", "incident-commander"]
      ),
      (.technicalLead, ["tech", "TL", "tech-lead", "technicalLead", "technical lead", "ops lead"]),
      (.communicationsLead, ["comms", "cl", "comms lead", "communications", "communicationsLead"]),
      (.scribe, ["scribe", "Scribe"]),
      (.subjectMatterExpert, ["sme", "expert", "subject_matter_expert", "subjectMatterExpert"]),
      (.responder, ["responder"]),
      (.executiveSponsor, ["sponsor", "exec", "executive", "executive sponsor", "executiveSponsor"]),
    ])
  func typed(role: Role, texts: [String]) {
    for text in texts { #expect(Role(typed: text) == role, "\(text)") }
  }

  @Test("refuses anything else", arguments: ["", " ", "lead", "ics", "boss", "commander2"])
  func refused(text: String) {
    #expect(Role(typed: text) == nil)
  }

  @Test("every word offered, key, alias and title is understood")
  func words() {
    for word in Role.typedWords { #expect(Role(typed: word) != nil, "\(word)") }
    for role in Role.allCases {
      #expect(Role(typed: role.rawValue) == role)
      #expect(Role(typed: role.alias) == role)
      #expect(Role(typed: role.title) == role)
    }
  }

  @Test("experts and responders may be many, everybody else is one")
  func holders() {
    #expect(Role.allCases.filter { !$0.isHeldByOne } == [.subjectMatterExpert, .responder])
  }

  @Test("the order is the one they are listed in")
  func order() {
    #expect(Role.allCases.reversed().sorted() == Role.allCases)
  }
}
