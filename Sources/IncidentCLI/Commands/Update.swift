import CommandArguments
import IncidentCore

/// `incident update`: news for those who wait.
enum Update {
  static let status = Option.value(
    "status", "STATUS", help: "How far the work is",
    candidates: ["investigating", "mitigating", "monitoring"])
  static let impact = Option.value("impact", "TEXT", help: "What those who use it notice now")
  static let impactPercent = Option.value(
    "impact-percent", "PERCENT", help: "How many of those who use it notice, 0 to 100; budgets weigh by it")
  static let publicTitle = Option.value("public-title", "TEXT", help: "What happens, in a line for customers")
  static let publicImpact = Option.value("public-impact", "TEXT", help: "What customers notice, in words for them")
  static let cause = Option.value("cause", "LABEL", help: "The cause, in a short label: connection-pool")
  static let started = Option.value("started", "TIME", help: "When the impact began, as it turned out")
  static let detected = Option.value("detected", "TIME", help: "When a human knew, as it turned out")
  static let eta = Option.value("eta", "TIME", help: "When service is expected back: 30m, 23:30")
  static let next = Option.value("next", "TIME", help: "When the next update is due, if not by the policy: 15m")
  static let noChange = Option.flag("no-change", help: "There is nothing new; says when the next update comes")
  static let isPublic = Option.flag("public", help: "Words, impact and estimate are meant for customers, too")

  static let syntax = CommandSyntax(
    "update", summary: "Give an update: words, status, impact, estimate",
    discussion: [
      "Sets when the next update is due: by the severity's cadence, or --next. With no option at all, your editor opens."
    ],
    operands: [.incident],
    options: [
      .message, status, impact, impactPercent, cause, started, detected, eta, next, noChange, isPublic, publicTitle,
      publicImpact,
    ],
    examples: [
      Example("incident update -m \"Rolling back\" --status mitigating --eta 30m", "What is done, and until when"),
      Example("incident update --no-change --next 15m", "No update is an update"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    if arguments.has(noChange) {
      for option in [status, impact, impactPercent, cause, started, detected, eta, publicTitle, publicImpact]
      where arguments.has(option) {
        throw CommandFailure(arguments.failure(.conflict(noChange, option)))
      }
    }
    var update = UpdateIntent(
      status: try arguments.word(status, among: status.candidates.words, Status.init(typed:)),
      impact: try arguments.text(impact), impactPercent: try arguments.percentage(impactPercent),
      publicTitle: try arguments.text(publicTitle),
      publicImpact: try arguments.text(publicImpact), cause: try arguments.text(cause),
      started: try arguments.time(started, now: session.now), detected: try arguments.time(detected, now: session.now),
      eta: try arguments.timeToCome(eta, from: session.at), next: try arguments.timeToCome(next, from: session.at),
      isPublic: arguments.has(isPublic), isUnchanged: arguments.has(noChange))
    update.message = try session.message(update.saysSomething ? .optional : .required, "What is new?")
    let recorded = try session.recorded(.update(update), on: try session.incidentID())
    try session.report(recorded)
    try session.warnOfLeaks(in: recorded)
  }
}
