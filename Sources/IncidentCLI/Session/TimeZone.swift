import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

extension Session {
  /// The team's zone, by which days, weeks and months are cut: a file of the system's time zone database, or what a POSIX
  /// text says; UTC where the settings name none.
  ///
  /// One that is not known is no reason to cut by another: numbers of the wrong days look like those of the right ones.
  func timeZone() throws(CommandFailure) -> (name: String, rules: TimeZoneRules) {
    try timeZone(of: try config())
  }

  /// The same, of settings that were read already.
  func timeZone(of config: Config) throws(CommandFailure) -> (name: String, rules: TimeZoneRules) {
    guard let text = config.timeZoneName, text != "UTC" else { return ("UTC", .utc) }
    if let name = ZoneName(text) {
      let bytes: [UInt8]?
      do throws(StoreError) {
        bytes = try ZoneFile.read(name, environment.fileSystem)
      } catch {
        var failure = CommandFailure(error)
        failure.place = timeZonePlace()
        throw failure
      }
      if let bytes {
        guard let rules = TimeZoneRules(tzif: bytes) else {
          throw unusable("the system's file of the time zone \"\(text)\" is none that can be used")
        }
        return (text, rules)
      }
    }
    if let rules = TimeZoneRules(posix: text) { return (text, rules) }
    guard !ZoneFile.names(environment.fileSystem).isEmpty else {
      throw unusable("this system has no time zone database, so that nothing is known of \"\(text)\"")
    }
    let nearest = nearestZone(to: text).map { ". Did you mean \"\($0)\"?" } ?? ""
    throw unusable("no time zone is called \"\(text)\"\(nearest)")
  }

  /// Why the zone that the settings name cannot be had, if it cannot: for a check that is asked before a gate is.
  func timeZoneFailures(of config: Config) -> [CommandFailure] {
    do throws(CommandFailure) {
      _ = try timeZone(of: config)
      return []
    } catch {
      return [error]
    }
  }

  private func unusable(_ cause: String) -> CommandFailure {
    .storage(
      cause, at: timeZonePlace(),
      Hint(
        "\"timeZone\": \"CET-1CEST,M3.5.0,M10.5.0/3\"", "in the settings needs no files: the rules as POSIX has them"))
  }

  private func timeZonePlace() -> FilePlace? {
    guard let store = try? storeIfAny() else { return nil }
    let bytes = (try? store.read(fileNamed: ConfigFile.name)) ?? []
    let position = JSON.position(of: [.key("timeZone")], in: bytes)
    return FilePlace(path: store.location.path(ConfigFile.name), line: position?.line, column: position?.column)
  }

  /// The zone that was most likely meant, part by part: `Europe/Berlin` for `europe/berln`.
  private func nearestZone(to text: String) -> String? {
    guard let parts = ZoneName(text)?.parts else { return nil }
    var found: [String] = []
    for part in parts {
      let names = ZoneFile.names(in: found.joined(separator: "/"), environment.fileSystem)
      guard let name = names.contains(part) ? part : nearestWord(to: part, among: names) else { return nil }
      found.append(name)
    }
    // A part of the database is none of its zones.
    return found == parts ? nil : found.joined(separator: "/")
  }
}
