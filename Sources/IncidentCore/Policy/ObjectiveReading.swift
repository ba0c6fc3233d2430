import JSONTree

extension ConfigReader {
  mutating func readObjective(_ member: JSONObject.Member, at path: [JSONPathComponent]) {
    guard let object = member.value.object else { return expected("an object: {\"objective\": 99.9}", at: path) }
    var objective: Objective?
    var window = ObjectiveWindow.standard
    var others: JSONObject = [:]
    for part in object {
      let partPath = path + [.key(part.key)]
      switch part.key {
      case "objective":
        if case .number(let number) = part.value { objective = Objective(number) }
        if objective == nil { expected(Self.percentage, at: partPath) }
      case "window":
        guard let given = part.value.string.flatMap(ObjectiveWindow.init(_:)) else {
          expected("a length of time from \"1d\" to \"366d\", or \"month\"", at: partPath)
          continue
        }
        window = given
      default:
        others[part.key] = part.value
        unknown(part.key, among: ["objective", "window"], at: partPath)
      }
    }
    if let objective {
      config.objectives.append(
        ServiceObjective(service: member.key, objective: objective, window: window, otherMembers: others))
    } else if object["objective"] == nil {
      expected("a member \"objective\" with \(Self.percentage)", at: path)
    }
  }

  private static let percentage = "a percentage above 0 and below 100 with up to six decimals, such as 99.9"
}
