public import IncidentCore

/// Error budgets for people: what each allows, what is gone and what is left, when it went, and which incidents took it.
public struct BudgetPage: Sendable {
  private let budgets: [Budget]
  private let whatIf: TimeSpan?

  /// How many incidents are listed of each budget.
  private static let mostIncidents = 5

  /// Budgets in the order given.
  /// - Parameter whatIf: an outage that might come, and what it would leave.
  public init(_ budgets: [Budget], whatIf: TimeSpan?) {
    self.budgets = budgets
    self.whatIf = whatIf
  }

  /// The page, every time in UTC.
  /// - Parameter width: the terminal's columns; nil where there is none and nothing is cut or wrapped.
  public func lines(width: Int?) -> [StyledLine] {
    let layout = PageLayout(width: width)
    return Array(budgets.map { section($0, layout) }.joined(separator: [StyledLine()]))
  }

  private func section(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    let account = budget.account
    var lines = headline(budget, layout)
    lines += field("Allowed", [Phrase(BudgetText.minutes(account.allowedSeconds))], layout)
    lines += field(
      "Spent",
      [
        Phrase(BudgetText.minutes(account.spentSeconds), style(of: account)),
        Phrase(BudgetText.spentPercent(account) ?? ""), Phrase(bar(account, layout), style(of: account)),
      ], layout)
    lines += field("Left", left(account), layout)
    if let whatIf {
      let after = account.adding(whatIf)
      lines += field("What if", [Phrase("\(BudgetText.minutes(whatIf.seconds)) more leaves")] + left(after), layout)
    }
    return lines + burn(budget, layout) + pace(budget, layout) + ignored(budget, layout) + incidents(budget, layout)
  }

  private func headline(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    var phrases = [
      Phrase(budget.objective.service, .heading),
      Phrase("\(budget.objective.objective) % over \(BudgetText.window(budget))"),
    ]
    if budget.account.isSpent { phrases.append(Phrase("SPENT", .alarm)) }
    return Phrase.flow(phrases, separator: "  ", width: layout.width)
  }

  private func field(_ label: String, _ phrases: [Phrase], _ layout: PageLayout) -> [StyledLine] {
    Phrase.flow(
      phrases, separator: "  ", prefix: "\(DisplayWidth.padded(label, to: 9), .label)", width: layout.width)
  }

  private func left(_ account: BudgetAccount) -> [Phrase] {
    [
      Phrase(BudgetText.left(account), account.isSpent ? .alarm : .plain),
      Phrase(BudgetText.leftPercent(account) ?? ""),
    ]
  }

  /// A full bar is all that is allowed.
  private func bar(_ account: BudgetAccount, _ layout: PageLayout) -> String {
    let width = layout.isNarrow ? 10 : 20
    let bar = Bar.line(Double(account.spent.percentSeconds), of: Double(account.allowedSeconds) * 100, width: width)
    guard account.allowedSeconds > 0 else { return "" }
    return bar.plainText + String(repeating: "░", count: width - bar.width)
  }

  /// A column for each piece of the window; what is to come is `·`.
  private func burn(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    guard budget.account.spent > .none, let last = budget.burn.last else { return [] }
    let spent = budget.burn.map { Optional(Double($0.spent.percentSeconds)) }
    let toCome = budget.window.cuts.count - spent.count
    let chart = Sparkline.line(spent + Array(repeating: nil, count: toCome)).plainText
    let length = last.until.seconds(since: last.from)
    let isDay = budget.objective.window == .month || length == 86_400
    let piece = isDay ? "a day each" : "\(DurationText.long(seconds: length)) each"
    let from = MomentText.full(budget.window.from)
    return field("Burn", [Phrase(chart), Phrase("\(piece), from \(from)", .muted)], layout)
  }

  private func pace(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    guard let rate = budget.burnRateTenths, budget.account.spent > .none else { return [] }
    let exhaustion = budget.exhaustion.map { "nothing is left on \(MomentText.date($0.date)) if it goes on so" }
    return field(
      "Pace",
      [Phrase("\(DecimalText.tenths(rate)) times the even one"), Phrase(exhaustion ?? "", .warning)], layout)
  }

  private func ignored(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    budget.impossible.flatMap { impossible in
      field(
        "Ignored",
        [
          Phrase(impossible.id.text, .label), Phrase("impact ends before it begins", .warning),
          Phrase("\(MomentText.full(impossible.from)) to \(MomentText.short(impossible.to, near: impossible.from))"),
        ], layout)
    }
  }

  private func incidents(_ budget: Budget, _ layout: PageLayout) -> [StyledLine] {
    let shown = budget.incidents.prefix(Self.mostIncidents).filter { $0.spent > .none }
    let rest = budget.incidents.dropFirst(shown.count)
    guard !shown.isEmpty else {
      return rest.isEmpty ? [] : [StyledLine("\(Self.count(rest.count)) that spent nothing", .muted)]
    }
    let table = TextTable(
      columns: [
        .init("SPENT"), .init("SHARE", dropOrder: 2), .init("IMPACT", dropOrder: 1), .init("WEIGHT", dropOrder: 3),
        .init("ID"), .init("SEV", dropOrder: 4), .init("TITLE", leastWidth: 12),
      ],
      rows: shown.map { incident in
        let allowed = BudgetAccount(allowedSeconds: budget.account.allowedSeconds, spent: incident.spent)
        let impact = BudgetText.minutes(incident.seconds) + (incident.isLasting ? " so far" : "")
        return [
          StyledLine(BudgetText.minutes(incident.spent.seconds)), StyledLine(BudgetText.spentPercent(allowed) ?? ""),
          StyledLine(impact, incident.isLasting ? .warning : .plain), StyledLine(BudgetText.weight(incident)),
          StyledLine((layout.width ?? .max) < 100 ? String(incident.id.shortText) : incident.id.text, .label),
          StyledLine(incident.severity.label, incident.severity.style), StyledLine(incident.title),
        ]
      })
    var lines = [StyledLine()] + table.lines(width: layout.width) + shown.flatMap { shared($0, layout) }
    if !rest.isEmpty {
      let spent = rest.reduce(Downtime.none) { $0 + $1.spent }
      lines.append(StyledLine("and \(rest.count) more: \(BudgetText.minutes(spent.seconds))", .muted))
    }
    return lines
  }

  /// Why an incident spent less than its impact comes to.
  private func shared(_ incident: BudgetIncident, _ layout: PageLayout) -> [StyledLine] {
    let others = incident.seconds - incident.countedSeconds
    guard others > 0 else { return [] }
    let id = (layout.width ?? .max) < 100 ? String(incident.id.shortText) : incident.id.text
    let text = "\(BudgetText.minutes(others)) of its impact went to heavier or earlier ones"
    return Phrase.flow([Phrase(id, .label), Phrase(text, .muted)], separator: "  ", width: layout.width)
  }

  private static func count(_ count: Int) -> String { count == 1 ? "1 incident" : "\(count) incidents" }

  private func style(of account: BudgetAccount) -> Style { account.isSpent ? .alarm : .plain }
}
