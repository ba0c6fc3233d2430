import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident redact`: an event's words are gone for good.
enum Redact {
  static let syntax = CommandSyntax(
    "redact", summary: "Blank an event's words for good, a leaked secret for one",
    discussion: [
      "The event still counts: who, when and what kind stay, and so do services and the names of those who took roles. The "
        + "blanking wins every merge. What Git committed before still has the words: the answer names those commits.",
      "A secret that got out is replaced first, and blanked then.",
    ],
    operands: [EventCommand.event, .incident], options: [.message],
    examples: [
      Example("incident redact last -m \"A password\"", "The event recorded last"),
      Example("incident redact x7q2m9 7qk4", "A named one"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let message = try session.message()
    let id = try session.incidentID()
    let incident = try session.store().load(id).incident
    let command = EventCommand(name: "redact") { $0.hasWords }
    let target = try command.target(in: incident, session)
    let words = incident.events.first { $0.id == target }?.words ?? []
    let recorded = try session.recorded(.redact(target, message: message), on: id)
    let traces = Traces(of: target, words, id, session)
    try session.report(recorded, adding: traces.json)
    if !session.wantsJSON { traces.tell(session) }
  }
}

/// Where the words of a blanked event still stand.
private struct Traces {
  /// The commits that hold them; nil where Git could not be asked.
  private let commits: [HoldingCommit]?
  private let remotes: [String]
  /// Lines of the postmortem.
  private let places: [FilePlace]
  private let id: IncidentID

  init(of event: EventID, _ words: [String], _ id: IncidentID, _ session: Session) {
    self.id = id
    let store = try? session.store()
    let repository = store.flatMap { try? session.repository($0) }
    commits = repository.flatMap { try? $0.commits(holding: event, of: id) }
    let oldest = commits?.last?.id
    remotes = oldest.flatMap { oldest in try? repository?.remoteBranches(holding: oldest) } ?? []
    places = store.map { Self.places(of: words, in: $0, id) } ?? []
  }

  var json: JSONObject {
    var json: JSONObject = [:]
    if let commits {
      json["commits"] = .array(
        commits.map { ["id": .string($0.id), "day": .string($0.day), "subject": .string($0.subject)] })
      json["remoteBranches"] = .array(remotes.map(JSON.string))
    }
    json["postmortemLines"] = .array(places.compactMap(\.line).map { .number(JSONNumber($0)) })
    return json
  }

  func tell(_ session: Session) {
    for place in places {
      session.warn("\(place.text) still has the words; incident postmortem \(id.typedText) refreshes generated regions")
    }
    guard let commits else { return session.inform("no Git history was looked at: the store lies in no clone") }
    guard !commits.isEmpty else { return session.say("No commit of this clone has the old words.") }
    let count = commits.count == 1 ? "1 commit has" : "\(commits.count) commits have"
    session.say(
      "\("Git history still has the old words:", .warning) \(count) them, and all that lie between.")
    for commit in commits.prefix(10) {
      session.say("  \(String(commit.id.prefix(10)), .label)  \(commit.day, .muted)  \(commit.subject)")
    }
    if commits.count > 10 { session.say("  and \(commits.count - 10) more: --json names all") }
    if !remotes.isEmpty { session.say("Already pushed: \(remotes.joined(separator: ", ")).") }
    session.inform(
      "a secret that got out is to be replaced; git filter-repo can take it out of the history for everybody")
  }

  private static func places(of words: [String], in store: StoreAccess, _ id: IncidentID) -> [FilePlace] {
    let file = IncidentReports.Postmortem.fileName(for: id)
    let wanted = words.filter { $0.utf8.count >= 6 }
    guard !wanted.isEmpty, let bytes = (try? store.read(fileNamed: file)) ?? nil else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().compactMap { index, line in
      wanted.contains { word in word.split(whereSeparator: \.isNewline).contains { line.contains($0) } }
        ? FilePlace(path: store.location.path(file), line: index + 1) : nil
    }
  }
}
