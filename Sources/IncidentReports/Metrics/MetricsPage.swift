import IncidentCore

/// What `metrics` shows on a terminal and in a pipe: tables, bars and sparklines that say the same without colour.
public struct MetricsPage {
  private let answer: MetricsAnswer
  private let layout: PageLayout

  /// - Parameter width: the terminal's columns; nil where there is none and nothing is cut.
  public init(_ answer: MetricsAnswer, width: Int?) {
    self.answer = answer
    layout = PageLayout(width: width)
  }

  /// The lines to print.
  public var lines: [StyledLine] {
    var lines = heading
    if let figures = answer.figures { lines += sections(figures) }
    if let comparison = answer.comparison { lines += section(title(of: comparison), self.comparison(comparison)) }
    return lines + explanations
  }

  private func sections(_ figures: Figures) -> [StyledLine] {
    var lines: [StyledLine] = []
    if !figures.times.isEmpty { lines += [""] + MetricsTables.times(figures).lines(width: layout.width) }
    lines += impossible
    lines += section("Severity", severities(figures)) + section("Services", services(figures))
    lines += [""] + facts(figures)
    lines += section("Repeated causes", repeats(figures)) + section("Load on people", people(figures))
    if let grouping = answer.grouping { lines += section("By \(grouping.rawValue), times are medians", groups) }
    return lines
  }

  private func section(_ title: String, _ content: [StyledLine]) -> [StyledLine] {
    guard !content.isEmpty else { return [] }
    return [""] + Phrase.flow([Phrase(title, .heading, isRunning: true)], width: layout.width) + content
  }

  private var heading: [StyledLine] {
    let phrases = [
      Phrase(MetricsText.incidents(answer.selection.counted.count), .heading),
      Phrase(MetricsText.stretch(answer.scope, in: answer.setting.zone), isRunning: true),
      Phrase("(\(answer.zone))", .muted),
    ]
    let filters =
      answer.filter.severities.map(\.label) + answer.filter.services.map { "service \($0)" }
      + answer.filter.causes.map { "cause \($0)" }
    let left = MetricsText.leftOut(answer).map { Phrase($0, .muted) }
    var lines = Phrase.flow(phrases, separator: " ", width: layout.width)
    if !filters.isEmpty { lines += Phrase.flow(filters.map { Phrase($0) }, prefix: "only ", width: layout.width) }
    if !left.isEmpty { lines += Phrase.flow(left, prefix: "left out: ", width: layout.width) }
    return lines
  }

  // MARK: Sections

  private var impossible: [StyledLine] {
    MetricsText.impossible(answer).flatMap { sentence in
      Phrase.flow(
        [Phrase(sentence, isRunning: true)], prefix: "\("left out:", .warning) ", indent: 2, width: layout.width)
    }
  }

  private func severities(_ figures: Figures) -> [StyledLine] {
    let rows = MetricsTables.severities(figures)
    guard !rows.isEmpty else { return [] }
    let most = rows.map(\.count).max() ?? 0
    return TextTable(
      columns: [
        .init("SEVERITY"), .init(layout.isNarrow ? "AS LAST" : "INCIDENTS (AS LAST)"), .init("", dropOrder: 1),
        .init("TIME RESPONDED"),
      ],
      rows: rows.map { severity, count, seconds in
        [
          StyledLine(severity.label, severity.style), StyledLine(String(count)),
          Bar.line(Double(count), of: Double(most), width: layout.isNarrow ? 10 : 24),
          StyledLine(seconds.map { DurationText.long(seconds: $0) } ?? "", .muted),
        ]
      }
    ).lines(width: layout.width)
  }

  private func services(_ figures: Figures) -> [StyledLine] {
    let shown = figures.services.prefix(MetricsText.mostRows)
    let width = min(24, shown.map { DisplayWidth.of(VisibleText.line($0.service)) }.max() ?? 0)
    let most = shown.first?.count ?? 0
    var lines = shown.map { row($0.service, .plain, $0.count, of: most, width: width) }
    if figures.services.count > shown.count { lines.append("  and \(figures.services.count - shown.count) more") }
    return lines
  }

  private func row(_ label: String, _ style: Style, _ count: Int, of most: Int, width: Int) -> StyledLine {
    let name = StyledLine(label, style).truncated(to: width).padded(to: width)
    let number = DisplayWidth.padded(String(count), to: 4)
    let bar = Bar.line(Double(count), of: Double(most), width: layout.isNarrow ? 10 : 24)
    return "  " + name + "  " + StyledLine(number) + bar
  }

  private func facts(_ figures: Figures) -> [StyledLine] {
    MetricsText.facts(figures).flatMap { label, text in
      layout.isNarrow
        ? Phrase.flow([Phrase(text, isRunning: true)], prefix: "\(label, .label): ", indent: 2, width: layout.width)
        : layout.field(label, [Phrase(text, isRunning: true)], labelWidth: 24)
    }
  }

  private func repeats(_ figures: Figures) -> [StyledLine] {
    let shown = figures.repeats.prefix(MetricsText.mostRepeats)
    let more = figures.repeats.count - shown.count
    let lines = shown.flatMap { cause in
      Phrase.flow(
        [Phrase("\(cause.incidents.count) × \(cause.cause) on \(cause.service)", isRunning: true)]
          + cause.incidents.suffix(3).reversed().map { Phrase($0.text, .muted) },
        prefix: "  ", indent: 6, width: layout.width)
    }
    return more > 0 ? lines + ["  and \(more) more; --json has all"] : lines
  }

  private func people(_ figures: Figures) -> [StyledLine] {
    let shown = figures.people.prefix(MetricsText.mostRows)
    guard !shown.isEmpty else { return [] }
    let lines = MetricsTables.people(Array(shown)).lines(width: layout.width)
    let more = figures.people.count - shown.count
    return more > 0 ? lines + ["  and \(more) more; --json has all"] : lines
  }

  private var groups: [StyledLine] {
    let table = MetricsTables.groups(answer).lines(width: layout.width)
    guard answer.grouping?.unit != nil, answer.groups.count > 1 else { return table }
    func series(_ measure: Measure) -> [Double?] {
      answer.groups.map { $0.figures?.times.first { $0.measure == measure }?.summary.exactMedian }
    }
    let counts = answer.groups.map { Double($0.group.selection.counted.count) }
    let room = (layout.width ?? 80) - 24
    guard answer.groups.count <= room else { return table }
    return table + [
      StyledLine(DisplayWidth.padded("incidents", to: 22)) + Sparkline.line(counts.map(Optional.some)),
      StyledLine(DisplayWidth.padded("median to acknowledge", to: 22)) + Sparkline.line(series(.timeToAcknowledge)),
      StyledLine(DisplayWidth.padded("median to resolve", to: 22)) + Sparkline.line(series(.timeToResolve)),
    ]
  }

  private func title(of comparison: MetricsComparison) -> String {
    "Against \(MetricsText.incidents(comparison.incidents.before)) "
      + MetricsText.stretch(comparison.before, in: answer.setting.zone)
  }

  private func comparison(_ comparison: MetricsComparison) -> [StyledLine] {
    let lines = comparison.changes.flatMap { measure, change in
      Phrase.flow(
        [Phrase(MedianChangeText.sentence(change), isRunning: true)],
        prefix:
          "\(DisplayWidth.padded(measure.title, to: layout.isNarrow ? 0 : 21), .label)\(layout.isNarrow ? ": " : "")",
        indent: layout.isNarrow ? 2 : 21, width: layout.width)
    }
    let method =
      "Bootstrap and permutation of medians, seed \(MetricsComparison.seed); a change where the interval leaves 0 out and p < 0.05."
    return lines + Phrase.flow([Phrase(method, .muted, isRunning: true)], width: layout.width)
  }

  private var explanations: [StyledLine] {
    guard answer.isExplained else { return [] }
    let current = Figure.allCases.flatMap { explanation($0, of: answer.selection, title: $0.title) }
    guard let earlier = answer.comparison?.earlier else { return current }
    return current
      + Figure.allCases.filter { $0.measure != nil }.flatMap {
        explanation($0, of: earlier, title: "\($0.title), in the earlier period")
      }
  }

  private func explanation(_ figure: Figure, of selection: MetricsSelection, title: String) -> [StyledLine] {
    let observations = figure.observations(in: selection, answer.setting)
    let formula = Phrase.flow([Phrase(figure.formula, .muted, isRunning: true)], width: layout.width)
    let rows = observations.all.flatMap { observation in
      Phrase.flow(
        MetricsText.phrases(observation), separator: "  ", prefix: "  ", indent: 6, width: layout.width)
    }
    let left = observations.leftOut.flatMap { incident, reason in
      Phrase.flow(
        [Phrase(incident.text), Phrase("left out: \(reason)", .warning, isRunning: true)], separator: "  ",
        prefix: "  ", indent: 6, width: layout.width)
    }
    return ["", StyledLine(title, .heading)] + formula + rows + left
  }
}
