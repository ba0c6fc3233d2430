/// A length of time in half seconds, which is what medians of whole seconds fall on: exact, so that ties are ties.
public struct HalfSeconds: Hashable, Comparable, Sendable {
  /// Twice the seconds.
  public let doubled: Int

  /// In whole seconds, rounded half away from zero.
  public var seconds: Int { doubled / 2 + doubled % 2 }

  /// The shorter first.
  public static func < (left: HalfSeconds, right: HalfSeconds) -> Bool {
    left.doubled < right.doubled
  }
}
