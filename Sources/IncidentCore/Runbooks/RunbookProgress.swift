/// How far a runbook was followed in an incident, and whether it helped.
public struct RunbookProgress: Hashable, Sendable {
  /// The runbook's name.
  public let name: String
  /// Its title, where the event said one.
  public let title: String?
  /// When it was started, the last time.
  public let started: Timestamp
  /// What its steps are called, as it stood when it was started: the first is step 1.
  public let steps: [String]
  /// What became of steps, by their numbers.
  public internal(set) var outcomes: [Int: RunbookStepped.Outcome] = [:]
  /// Whether it helped, by the last who said.
  public internal(set) var isHelpful: Bool?
  /// What was said of it, the last first.
  public internal(set) var reviews: [String] = []

  /// The number of the first step that nobody did or skipped; nil where none is left.
  public var nextStep: Int? {
    steps.isEmpty ? nil : (1...steps.count).first { outcomes[$0] == nil }
  }

  /// How many steps came to that.
  public func count(_ outcome: RunbookStepped.Outcome) -> Int {
    outcomes.values.filter { $0 == outcome }.count
  }

  /// What the events, which all count, say of each runbook, in the order in which they were first started. A step or a
  /// review of one that nobody started says nothing.
  static func all(in events: [Event]) -> [RunbookProgress] {
    var all: [RunbookProgress] = []
    for event in events {
      switch event.body {
      case .runbookStarted(let body):
        let started = RunbookProgress(name: body.runbook, title: body.title, started: event.at, steps: body.steps)
        if let place = all.firstIndex(where: { $0.name == body.runbook }) {
          var again = started
          again.isHelpful = all[place].isHelpful
          again.reviews = all[place].reviews
          all[place] = again
        } else {
          all.append(started)
        }
      case .runbookStepped(let body):
        guard let place = all.firstIndex(where: { $0.name == body.runbook }),
          all[place].steps.indices.contains(body.step - 1)
        else { continue }
        all[place].outcomes[body.step] = body.outcome
      case .runbookReviewed(let body):
        guard let place = all.firstIndex(where: { $0.name == body.runbook }) else { continue }
        all[place].isHelpful = body.isHelpful
        if let message = body.message, message.hasWords { all[place].reviews.insert(message, at: 0) }
      default: break
      }
    }
    return all
  }
}

extension Incident {
  /// The runbooks that were followed, in the order in which they were first started.
  public var runbooks: [RunbookProgress] { RunbookProgress.all(in: countingEvents) }
}
