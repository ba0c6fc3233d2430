public import IncidentCore

/// What a runbook says of itself in front of its text: what it is for, whose it is, when somebody last looked at it.
public struct RunbookHead: Hashable, Sendable {
  /// A trigger and where it is written.
  public struct Trigger: Hashable, Sendable {
    /// What it is held against.
    public enum Condition: Hashable, Sendable {
      /// An alert's name.
      case alert(Glob)
      /// A label of an alert.
      case label(LabelTrigger)
    }

    /// What it is held against.
    public let condition: Condition
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars of the line.
    public let column: Int

    /// As it is written.
    public var text: String {
      switch condition {
      case .alert(let glob): glob.text
      case .label(let label): label.text
      }
    }
  }

  /// Its title; nil where the settings have none, and the text's first heading says it.
  public private(set) var title: String?
  /// What leads to it, in the order in which it is written.
  public private(set) var written: [Trigger] = []
  /// The services it is for; any where there is none.
  public private(set) var services: [Glob] = []
  /// How bad what it is for usually is.
  public private(set) var severity: Severity?
  /// Who keeps it right.
  public private(set) var owner: String?
  /// When somebody last looked whether it is right.
  public private(set) var reviewed: CivilDate?
  /// What could not be read, in order.
  public private(set) var problems: [RunbookProblem]
  /// The settings it was read from.
  public let settings: FrontMatter

  /// Reads the settings of a document, and nothing behind them.
  public init(_ source: String) {
    settings = FrontMatter(source)
    problems = settings.problems
    title = text("title")
    owner = text("owner")
    if let typed = found("severity") {
      severity = Severity(typed: typed.value)
      if severity == nil { fault(typed, "\"\(typed.value)\" is no severity", "write SEV1, SEV2, SEV3 or SEV4") }
    }
    if let typed = found("reviewed") {
      reviewed = CivilDate(typed.value)
      if reviewed == nil { fault(typed, "\"\(typed.value)\" is no date", "write it as YYYY-MM-DD") }
    }
    for text in texts(settings["services"], of: "services") {
      if let glob = glob(text, { (value) throws(GlobProblem) in try Glob(value) }) { services.append(glob) }
    }
    readTriggers()
    problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The triggers as they are matched.
  public var triggers: RunbookTriggers {
    var triggers = RunbookTriggers(services: services, severity: severity)
    for trigger in written {
      switch trigger.condition {
      case .alert(let glob): triggers.alerts.append(glob)
      case .label(let label): triggers.labels.append(label)
      }
    }
    return triggers
  }

  private mutating func readTriggers() {
    guard let value = settings["triggers"] else { return }
    guard case .map(let entries) = value else {
      // Some write the names of alerts straight below.
      return readAlerts(value, of: "triggers")
    }
    for entry in entries {
      switch entry.key {
      case "alerts", "alert": readAlerts(entry.value, of: entry.key)
      case "labels", "label": readLabels(entry.value, of: entry.key)
      default:
        problems.append(
          RunbookProblem(
            line: entry.line, column: 1, message: "a trigger of the kind \"\(entry.key)\" is not known",
            remedy: "triggers has alerts and labels"))
      }
    }
  }

  private mutating func readAlerts(_ value: FrontMatter.Value, of key: String) {
    for text in texts(value, of: key) {
      guard let glob = glob(text, { (value) throws(GlobProblem) in try Glob(value) }) else { continue }
      if glob.matchesEverything {
        fault(text, "the trigger \"\(text.value)\" matches every alert", "name the alerts it is for: \"*Latency*\"")
      } else {
        written.append(Trigger(condition: .alert(glob), line: text.line, column: text.column))
      }
    }
  }

  private mutating func readLabels(_ value: FrontMatter.Value, of key: String) {
    for text in texts(value, of: key) {
      if let label = glob(text, { (value) throws(GlobProblem) in try LabelTrigger(value) }) {
        written.append(Trigger(condition: .label(label), line: text.line, column: text.column))
      }
    }
  }

  private mutating func glob<Value>(
    _ text: FrontMatter.Text, _ read: (String) throws(GlobProblem) -> Value
  ) -> Value? {
    do throws(GlobProblem) {
      return try read(text.value)
    } catch {
      let (message, remedy) =
        switch error {
        case .empty: ("an empty trigger matches nothing", "remove it")
        case .tooLong: ("a trigger has \(Glob.longest) characters at most", "shorten it")
        case .openBracket:
          ("the trigger \"\(text.value)\" is no glob: a [ in it does not close", "close it with ], or write ? for it")
        case .reversedRange:
          ("the trigger \"\(text.value)\" is no glob: a range in it ends before it begins", "turn it round: [a-z]")
        case .noLabel: ("\"\(text.value)\" names no label", "write it as \"name=value\"")
        }
      fault(text, message, remedy)
      return nil
    }
  }

  private mutating func text(_ key: String) -> String? {
    found(key).flatMap { $0.value.hasWords ? $0.value : nil }
  }

  /// The text that a key is set to; of what is none, the problem is said.
  private mutating func found(_ key: String) -> FrontMatter.Text? {
    guard let entry = settings.entries.first(where: { $0.key == key }) else { return nil }
    switch entry.value {
    case .text(let text): return text
    case .nothing: return nil
    case .list, .map:
      problems.append(
        RunbookProblem(
          line: entry.line, column: 1, message: "\(key) takes one text", remedy: "write it as \(key): TEXT"))
      return nil
    }
  }

  private mutating func texts(_ value: FrontMatter.Value?, of key: String) -> [FrontMatter.Text] {
    switch value {
    case nil, .nothing?: return []
    case .text(let text)?: return [text]
    case .list(let texts)?: return texts
    case .map(let entries)?:
      problems.append(
        RunbookProblem(
          line: entries.first?.line ?? 1, column: 1, message: "\(key) takes a list of texts",
          remedy: "write one - \"TEXT\" a line"))
      return []
    }
  }

  private mutating func fault(_ text: FrontMatter.Text, _ message: String, _ remedy: String) {
    problems.append(RunbookProblem(line: text.line, column: text.column, message: message, remedy: remedy))
  }
}
