import IncidentCore
import JSONTree
import Testing

@Suite struct ConfigTests {
  @Test("an empty object sets nothing")
  func empty() {
    #expect(Config.read([:]).config == .standard)
    #expect(Config.read([:]).problems.isEmpty)
  }

  @Test("what it prints of every setting reads back to the same settings")
  func roundTrip() throws {
    var config = Config.standard
    config.policy.sev3.updateEvery = TimeSpan("2h")
    config.policy.sev4.respondWithin = .within(try #require(TimeSpan("1d")))
    config.policy.sev1.updateEvery = nil
    config.policy.sev3.postmortem = .none
    config.services = ["payments": ["objective": 99]]
    config.objectives = ["checkout": ["target": 99]]
    let (read, problems) = Config.read(.object(config.json))
    #expect(problems.isEmpty)
    #expect(read == config)
  }

  @Test(
    "what cannot be used is named with its path, and its default counts",
    arguments: [
      ("[]", [String]()), (#"{"polcy": {}}"#, ["polcy"]), (#"{"policy": []}"#, ["policy"]),
      (#"{"policy": {"SEV9": {}}}"#, ["policy", "SEV9"]), (#"{"policy": {"SEV1": 1}}"#, ["policy", "SEV1"]),
      (#"{"policy": {"SEV1": {"updateEvry": "5m"}}}"#, ["policy", "SEV1", "updateEvry"]),
      (#"{"policy": {"SEV1": {"updateEvery": "0m"}}}"#, ["policy", "SEV1", "updateEvery"]),
      (#"{"policy": {"SEV1": {"updateEvery": 15}}}"#, ["policy", "SEV1", "updateEvery"]),
      (#"{"policy": {"SEV1": {"respondWithin": "soon"}}}"#, ["policy", "SEV1", "respondWithin"]),
      (#"{"policy": {"SEV1": {"postmortem": "maybe"}}}"#, ["policy", "SEV1", "postmortem"]),
      (#"{"policy": {"SEV1": {"requiredRoles": "ic"}}}"#, ["policy", "SEV1", "requiredRoles"]),
      (#"{"services": ["payments"]}"#, ["services"]), (#"{"objectives": 99.9}"#, ["objectives"]),
    ])
  func problems(text: String, path: [String]) throws {
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.map(\.path) == [path.map(JSONPathComponent.key)])
    #expect(config == .standard)
  }

  @Test("a role that nobody knows is named by its place in the list, and the others count")
  func roles() throws {
    let text = #"{"policy": {"SEV1": {"requiredRoles": ["ic", "boss", "scribe"]}}}"#
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.map(\.path) == [[.key("policy"), .key("SEV1"), .key("requiredRoles"), .index(1)]])
    #expect(config.policy.sev1.requiredRoles == [.incidentCommander, .scribe])
  }
}
