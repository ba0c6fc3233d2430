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
    config.policy.sev2.impactWeight = 30
    config.objectives = [
      ServiceObjective(service: "checkout", objective: try #require(Objective(millionths: 99_950_000))),
      ServiceObjective(service: "web", objective: try #require(Objective(millionths: 1)), window: .month),
    ]
    config.timeZoneName = "Europe/Berlin"
    config.workingHours = try #require(OfficeHours(days: [.sunday, .thursday], from: 34_200, to: 86_400))
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
      (#"{"policy": {"SEV1": {"impactWeight": 101}}}"#, ["policy", "SEV1", "impactWeight"]),
      (#"{"policy": {"SEV1": {"impactWeight": -1}}}"#, ["policy", "SEV1", "impactWeight"]),
      (#"{"policy": {"SEV1": {"impactWeight": 99.5}}}"#, ["policy", "SEV1", "impactWeight"]),
      (#"{"policy": {"SEV1": {"impactWeight": "99"}}}"#, ["policy", "SEV1", "impactWeight"]),
      (#"{"services": ["payments"]}"#, ["services"]), (#"{"objectives": 99.9}"#, ["objectives"]),
      (#"{"objectives": {"web": 99.9}}"#, ["objectives", "web"]),
      (#"{"objectives": {"web": {}}}"#, ["objectives", "web"]),
      (#"{"objectives": {"": {"objective": 99.9}}}"#, ["objectives", ""]),
      (#"{"objectives": {" \t": {"objective": 99.9}}}"#, ["objectives", " \t"]),
      (#"{"objectives": {"web": {"objective": 100}}}"#, ["objectives", "web", "objective"]),
      (#"{"objectives": {"web": {"objective": "99.9"}}}"#, ["objectives", "web", "objective"]),
      (#"{"timeZone": 1}"#, ["timeZone"]), (#"{"timeZone": "../../etc/passwd"}"#, ["timeZone"]),
      (#"{"timeZone": "/etc/localtime"}"#, ["timeZone"]), (#"{"timeZone": ""}"#, ["timeZone"]),
      (#"{"timeZone": "CET-1CEST,M3.5.0"}"#, ["timeZone"]), (#"{"timeZone": "Central European Time"}"#, ["timeZone"]),
      (#"{"workingHours": "9-5"}"#, ["workingHours"]), (#"{"workingHours": {"hours": 8}}"#, ["workingHours", "hours"]),
      (#"{"workingHours": {"days": []}}"#, ["workingHours", "days"]),
      (#"{"workingHours": {"from": "09:60"}}"#, ["workingHours", "from"]),
      (#"{"workingHours": {"from": "9"}}"#, ["workingHours", "from"]),
      (#"{"workingHours": {"from": 9}}"#, ["workingHours", "from"]),
      (#"{"workingHours": {"to": "24:01"}}"#, ["workingHours", "to"]),
      (#"{"workingHours": {"from": "08:00", "to": "08:00"}}"#, ["workingHours"]),
      (#"{"workingHours": {"from": "22:00", "to": "06:00"}}"#, ["workingHours"]),
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

  @Test("an objective stands by what can be used of it, and keeps what else is said")
  func objectives() throws {
    let text = #"{"objectives": {"web": {"objective": 99.90, "windw": "7d", "window": "1y"}, "api": {"objective": 5}}}"#
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.map(\.path.last) == [.key("windw"), .key("window")])
    #expect(config.objectives.map(\.service) == ["web", "api"])
    #expect(config.objectives.map(\.objective.description) == ["99.9", "5"])
    #expect(config.objectives.map(\.window) == [.rolling(days: 30), .rolling(days: 30)])
    #expect(
      config.json["objectives"]?["web"] == (try JSON.parse(#"{"objective": 99.9, "window": "30d", "windw": "7d"}"#)))
  }

  @Test("working hours take what they are given, in any usual spelling, and the rest from the default")
  func workingHours() throws {
    let text = #"{"workingHours": {"days": ["sunday", "MON", "Thu"], "to": "24:00"}, "timeZone": "UTC"}"#
    let (config, problems) = Config.read(try JSON.parse(text))
    #expect(problems.isEmpty)
    #expect(config.workingHours == OfficeHours(days: [.monday, .thursday, .sunday], from: 32_400, to: 86_400))
    #expect(
      config.json["workingHours"] == ["days": ["Mon", "Thu", "Sun"], "from": "09:00", "to": "24:00"])
  }

  @Test("a day that is none is named by its place in the list, and the default counts")
  func days() throws {
    let (config, problems) = Config.read(try JSON.parse(#"{"workingHours": {"days": ["Mon", "Domingo"]}}"#))
    #expect(problems.map(\.path) == [[.key("workingHours"), .key("days"), .index(1)]])
    #expect(config.workingHours == .standard)
  }
}
