public import IncidentCore
public import JSONTree

/// What `budget --json` prints.
public enum BudgetDocument {
  /// `{"at", "timeZone", "services": [{"service", "objective", "window", …}]}`: lengths of time in whole seconds, each
  /// rounded on its own; `leftSeconds` is negative where a budget is overspent; percentages of what is allowed, absent
  /// where less than a second is. `weight` is the largest share of users that an incident hit; `stretches` has each, as
  /// far as it is in the window, `seconds` long in all. `countedSeconds` of them were its own; of a moment that several
  /// share, the heaviest has it, of equal ones the one that began first. `burn` has the pieces of the window that have
  /// begun.
  ///
  /// Only where there are any: `whatIf`, how it would stand after an outage that might come; `burnRate`, how fast a
  /// month's went, 1 being the even pace; `exhaustion`, when nothing is left if the month goes on as it went; `impossible`,
  /// impact that ends before it begins and was left out; of an incident that shared moments with others `counted`, the
  /// stretches that were its own: their lengths times their weights are what it spent.
  public static func json(_ budgets: [Budget], now: Timestamp, timeZone: String, whatIf: TimeSpan?) -> JSON {
    [
      "at": .string(now.description), "timeZone": .string(timeZone),
      "services": .array(budgets.map { .object(json($0, whatIf: whatIf)) }),
    ]
  }

  private static func json(_ budget: Budget, whatIf: TimeSpan?) -> JSONObject {
    var json: JSONObject = [
      "service": .string(budget.objective.service),
      "objective": .number(text: budget.objective.objective.description),
      "window": .string(budget.objective.window.text),
      "from": .string(budget.window.from.description), "until": .string(budget.window.until.description),
      "allowedSeconds": number(budget.account.allowedSeconds),
    ]
    append(budget.account, to: &json)
    if let whatIf {
      var after: JSONObject = ["seconds": number(whatIf.seconds)]
      append(budget.account.adding(whatIf), to: &after)
      json["whatIf"] = .object(after)
    }
    if let rate = budget.burnRateTenths { json["burnRate"] = .number(text: DecimalText.tenths(rate)) }
    if let exhaustion = budget.exhaustion { json["exhaustion"] = .string(exhaustion.description) }
    json["incidents"] = .array(budget.incidents.map(self.json))
    json["burn"] = .array(
      budget.burn.map { piece in
        [
          "from": .string(piece.from.description), "until": .string(piece.until.description),
          "spentSeconds": number(piece.spent.seconds),
        ]
      })
    if !budget.impossible.isEmpty { json["impossible"] = .array(budget.impossible.map(self.json)) }
    return json
  }

  private static func append(_ account: BudgetAccount, to json: inout JSONObject) {
    json["spentSeconds"] = number(account.spentSeconds)
    json["leftSeconds"] = number(account.leftSeconds)
    if let tenths = account.spentTenths { json["spentPercent"] = .number(text: DecimalText.tenths(tenths)) }
    json["isSpent"] = .bool(account.isSpent)
  }

  private static func json(_ incident: BudgetIncident) -> JSON {
    var json: JSONObject = [
      "id": .string(incident.id.text), "title": .string(incident.title), "severity": .string(incident.severity.label),
      "seconds": number(incident.seconds), "countedSeconds": number(incident.countedSeconds),
      "weight": number(incident.weights.upperBound.value), "spentSeconds": number(incident.spent.seconds),
      "stretches": self.json(incident.stretches),
    ]
    if incident.countedSeconds < incident.seconds { json["counted"] = self.json(incident.counted) }
    return .object(json)
  }

  private static func json(_ stretches: [BudgetStretch]) -> JSON {
    .array(
      stretches.map { stretch in
        [
          "from": .string(stretch.from.description), "until": .string(stretch.until.description),
          "weight": number(stretch.weight.value),
        ]
      })
  }

  private static func json(_ interval: ImpossibleImpact) -> JSON {
    [
      "id": .string(interval.id.text), "from": .string(interval.from.description),
      "to": .string(interval.to.description),
    ]
  }

  private static func number(_ value: Int) -> JSON { .number(JSONNumber(value)) }
}
