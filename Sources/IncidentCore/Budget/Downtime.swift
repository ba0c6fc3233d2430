/// Time in which a service was down, each second counted by the share of its users that were hit: ten minutes of which
/// half of them noticed are five.
///
/// Exact, so that the parts of a sum add up to it; rounded only where it is shown.
public struct Downtime: Hashable, Comparable, Sendable {
  /// Hundredths of seconds: seconds times whole percentages. 0 or more.
  public let percentSeconds: Int

  /// None.
  public static let none = Downtime(percentSeconds: 0)

  /// A length of time in seconds, hit by a share; none where that is negative.
  public init(seconds: Int, weight: Percentage) {
    self.init(percentSeconds: seconds * weight.value)
  }

  private init(percentSeconds: Int) {
    self.percentSeconds = max(0, percentSeconds)
  }

  /// In whole seconds, rounded half up.
  public var seconds: Int { (percentSeconds + 50) / 100 }

  /// Both together.
  public static func + (left: Downtime, right: Downtime) -> Downtime {
    Downtime(percentSeconds: left.percentSeconds + right.percentSeconds)
  }

  /// Adds to it.
  public static func += (left: inout Downtime, right: Downtime) {
    left = left + right
  }

  /// The shorter first.
  public static func < (left: Downtime, right: Downtime) -> Bool {
    left.percentSeconds < right.percentSeconds
  }
}
