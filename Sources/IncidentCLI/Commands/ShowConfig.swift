import CommandArguments
import IncidentCore
import JSONTree

/// `incident config`: the team's settings.
enum ShowConfig {
  static let syntax = CommandSyntax(
    "config", summary: "Show the settings that count",
    examples: [
      Example("incident config show", "What counts here"),
      Example("incident config show --json", "The same: settings are JSON"),
    ],
    subcommands: [
      CommandSyntax(
        "show", summary: "Show every setting, defaults included, in the form config.json has",
        examples: [
          Example("incident config show", "What counts here"),
          Example("incident config show > config.json && mv config.json incidents/", "A file to start from"),
        ])
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    var config = Config.standard
    if let store = try session.storeIfAny() {
      let reading = ConfigFile.read(in: store)
      config = reading.config
      let failures = reading.failures + session.timeZoneFailures(of: config)
      for failure in failures { session.tell(failure) }
      if !failures.isEmpty { session.status = .storage }
    }
    session.say(json: .object(config.json))
  }
}
