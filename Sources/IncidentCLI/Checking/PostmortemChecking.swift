import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import Mustache

/// `incident postmortem --check`: reads postmortems, and writes nothing.
struct PostmortemChecking {
  static let only = Option.repeated(
    "only", "RULE", help: "With --check, hold it against these rules alone; several with commas", candidates: rules)
  static let skip = Option.repeated("skip", "RULE", help: "With --check, all rules but these", candidates: rules)
  /// What asks for something about reading.
  static let options = [Check.strict, only, skip, Check.format]

  private static let rules = Candidates.explained(
    title: "Rules",
    PostmortemCheckRule.allCases.map {
      ExplainedWord($0.rawValue, $0.gravity == .warning ? $0.summary + " (warning)" : $0.summary)
    })

  private let session: Session
  private let library: TemplateLibrary
  private let policy: Policy

  init(_ session: Session) throws(CommandFailure) {
    self.session = session
    library = try session.templates(for: "postmortem")
    policy = try session.config().policy
  }

  /// Whether postmortems are to be read rather than written. Reading takes no option of writing, and writing none of
  /// reading.
  static func isAsked(_ arguments: Arguments) throws(CommandFailure) -> Bool {
    guard arguments.has(Postmortem.check) else {
      for option in options where arguments.has(option) {
        throw CommandFailure(arguments.failure(.missingOption(Postmortem.check)))
      }
      let named = arguments.values(of: Postmortem.incidents)
      guard named.count > 1 else { return false }
      if let step = arguments.command.nearestSubcommand(to: named[0]) {
        throw CommandFailure(arguments.failure(.unknownCommand(named[0]), suggestion: step))
      }
      throw CommandFailure(arguments.failure(.unexpectedOperand(named[1])))
    }
    for option in [Postmortem.stdout, Postmortem.force] + GlobalOptions.recording where arguments.has(option) {
      throw CommandFailure(arguments.failure(.conflict(Postmortem.check, option)))
    }
    return true
  }

  /// Reads what was named, or all there are; what cannot be read is told, and the others go on.
  func run() throws(CommandFailure) {
    let format = try CheckFormat(session.arguments)
    let rules: Set<PostmortemCheckRule> = try session.arguments.selection(only: Self.only, skip: Self.skip)
    let targets = try PostmortemTargets(session.arguments.values(of: Postmortem.incidents), session).all
    if targets.isEmpty {
      session.inform("no postmortem here; incident check says which incidents owe one")
      if format == .json { CheckAnswer(subject: .postmortems, findings: [], count: 0).tell(format, session) }
      return
    }
    var findings: [ToldFinding] = []
    var count = 0
    var hasFailed = false
    func fail(_ failure: CommandFailure) {
      session.tell(failure)
      hasFailed = true
    }
    for target in targets {
      var incident: Incident?
      do throws(CommandFailure) {
        if let id = target.incident { incident = try target.store?.load(id).incident }
      } catch {
        // Its words can be read without the record.
        fail(error)
      }
      let bytes: [UInt8]?
      do throws(CommandFailure) {
        bytes = try target.read(session)
      } catch {
        fail(error)
        continue
      }
      guard let bytes else { continue }
      count += 1
      for finding in try self.findings(in: bytes, of: incident) where rules.contains(finding.rule) {
        findings.append(ToldFinding(finding, in: target.path))
      }
    }
    CheckAnswer(subject: .postmortems, findings: findings, count: count).tell(format, session)
    // What was asked for by name is what the caller wants to know.
    let isStrict = session.arguments.has(Check.strict) || session.arguments.has(Self.only)
    if findings.contains(where: { isStrict || $0.level == .error }) { session.status = .refused }
    if hasFailed { session.status = .storage }
  }

  /// What is found in one document.
  func findings(in bytes: [UInt8], of incident: Incident?) throws(CommandFailure) -> [PostmortemFinding] {
    do throws(PostmortemProblem) {
      return try PostmortemCheck.findings(
        in: bytes, of: incident, now: session.now, policy: policy, library: library)
    } catch {
      return try session.failing(error)
    }
  }

  /// What a postmortem leaves open that was published all the same; nil where nothing is.
  static func hint(of bytes: [UInt8], _ incident: Incident, _ session: Session) -> Hint? {
    guard session.environment.streams.errorIsTerminal,
      let findings = try? PostmortemChecking(session).findings(in: bytes, of: incident),
      let counts = CheckAnswer.counts(findings.map(\.level))
    else { return nil }
    return Hint("incident postmortem --check \(incident.id.typedText)", "it is published with \(counts)")
  }
}

extension Session {
  /// A fault in the template of postmortems, told with its place.
  func failing<Answer>(_ problem: PostmortemProblem) throws(CommandFailure) -> Answer {
    switch problem {
    case .template(let fault):
      return try rendering { () throws(TemplateError) in throw fault }
    case .regions(let problem):
      throw .refused(
        "the template postmortem renders markers that do not fit, in line \(problem.line): \(problem.message)",
        Hint("incident template list", "says where it comes from"))
    }
  }
}
