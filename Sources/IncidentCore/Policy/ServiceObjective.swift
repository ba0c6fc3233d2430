public import JSONTree

/// What a team promises of one service: that it is up for a share of the time.
public struct ServiceObjective: Hashable, Sendable {
  /// The service's name, as records have it.
  public var service: String
  /// The share of the window's time in which it is up.
  public var objective: Objective
  /// The time over which it is counted.
  public var window: ObjectiveWindow
  /// What else the file says of it, kept as it stands.
  public var otherMembers: JSONObject

  /// A promise of `service`, over 30 days unless another window is given.
  public init(
    service: String, objective: Objective, window: ObjectiveWindow = .standard, otherMembers: JSONObject = [:]
  ) {
    self.service = service
    self.objective = objective
    self.window = window
    self.otherMembers = otherMembers
  }

  var json: JSONObject {
    var json: JSONObject = ["objective": .number(objective.number), "window": .string(window.text)]
    for member in otherMembers { json[member.key] = member.value }
    return json
  }
}

/// A percentage above 0 and below 100, exact to the sixth decimal: 99.95.
///
/// At 100 nothing may ever fail, so that there is no budget to spend
/// (<https://sre.google/sre-book/embracing-risk/>).
public struct Objective: Hashable, Sendable {
  /// Millionths of a percent: 99 950 000 for 99.95.
  public let millionths: Int

  /// 100 percent, in millionths of a percent.
  public static let whole = 100_000_000

  /// Nil unless above 0 and below ``whole``.
  public init?(millionths: Int) {
    guard millionths > 0, millionths < Self.whole else { return nil }
    self.millionths = millionths
  }

  /// Nil unless it is written as a plain decimal, `99.95`, of up to six decimals, above 0 and below 100.
  public init?(_ number: JSONNumber) {
    var scanner = DigitScanner(number.text)
    guard let whole = scanner.shortNumber() else { return nil }
    var millionths = whole * 1_000_000
    if scanner.take(".") {
      var unit = 100_000
      while let digit = scanner.number(digits: 1) {
        guard unit > 0 else { return nil }
        millionths += digit * unit
        unit /= 10
      }
    }
    guard scanner.isAtEnd else { return nil }
    self.init(millionths: millionths)
  }

  /// What the promise leaves of `seconds`, in which the service may be down: rounded down to whole seconds.
  public func allowedSeconds(of seconds: Int) -> Int {
    // Split, so that no product overflows.
    let left = Self.whole - millionths
    return seconds / Self.whole * left + seconds % Self.whole * left / Self.whole
  }

  var number: JSONNumber { JSONNumber(description) ?? JSONNumber(millionths / 1_000_000) }
}

extension Objective: CustomStringConvertible {
  /// `99.95`, without a sign for percent.
  public var description: String {
    let fraction = millionths % 1_000_000
    guard fraction > 0 else { return String(millionths / 1_000_000) }
    var digits = String(1_000_000 + fraction).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }
}

/// The time over which a promise is counted.
public enum ObjectiveWindow: Hashable, Sendable {
  /// So many days of 24 hours, up to now; 1 to 366.
  case rolling(days: Int)
  /// The month of the calendar, in the team's zone.
  case month

  /// 30 days: about what a month is, without the leap in its figures that a month's first day brings.
  public static let standard = ObjectiveWindow.rolling(days: 30)

  /// `30d`, `4w` and any other length of whole days from 1 to 366, or `month`; nil for anything else.
  public init?(_ text: String) {
    if text == "month" {
      self = .month
    } else {
      guard let span = TimeSpan(text), span.seconds % 86_400 == 0, (1...366).contains(span.seconds / 86_400) else {
        return nil
      }
      self = .rolling(days: span.seconds / 86_400)
    }
  }

  /// `30d` or `month`, as the file has it.
  public var text: String {
    switch self {
    case .rolling(let days): "\(days)d"
    case .month: "month"
    }
  }
}
