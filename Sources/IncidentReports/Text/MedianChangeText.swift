public import IncidentCore

/// Whether a median changed, in one honest sentence.
public enum MedianChangeText {
  /// `23 min faster (median, 95 % interval 41 faster to 6 slower, n = 14 and 11): not distinguishable from noise.`
  ///
  /// A unit stands once where change and interval share it. Small samples are called small.
  public static func sentence(_ change: MedianChange) -> String {
    let sizes = "n = \(change.before?.count ?? 0) and \(change.after?.count ?? 0)"
    guard let difference = change.change, let evidence = change.evidence else {
      return "too few to compare (\(sizes))."
    }
    let ends = [evidence.interval.lowerBound, evidence.interval.upperBound]
    let unit = sharedUnit([difference] + ends)
    let bounds = ends.map { $0.doubled == 0 ? "0" : signed($0, without: difference.doubled == 0 ? nil : unit) }
    let verdict = verdict(of: evidence)
    let start =
      "\(signed(difference, without: nil)) (median, 95 % interval \(bounds[0]) to \(bounds[1]), \(sizes)): \(verdict)."
    return change.isSmall ? "\(start) \(smallness)" : start
  }

  /// Where the interval alone would speak for a change, what speaks against it is said.
  private static func verdict(of evidence: MedianChange.Evidence) -> String {
    if evidence.isDistinguishable { return "distinguishable from noise (\(probability(evidence.test)))" }
    guard evidence.test.canBeSignificant else { return "too few to tell a change from noise" }
    return "not distinguishable from noise" + (evidence.leavesZeroOut ? " (\(probability(evidence.test)))" : "")
  }

  private static let smallness =
    "Small samples: with fewer than \(MedianChange.smallBelow) in a group the interval tends to be too narrow."

  /// `23 min faster`, `6 min slower`, `no change`.
  private static func signed(_ change: HalfSeconds, without unit: Substring?) -> String {
    guard change.doubled != 0 else { return "no change" }
    var length = DurationText.long(seconds: abs(change.seconds))
    if let unit { length.removeLast(unit.utf8.count + 1) }
    return "\(length) \(change.doubled < 0 ? "faster" : "slower")"
  }

  /// The unit that all lengths but those of zero are told in; nil where they differ or one takes two units.
  private static func sharedUnit(_ changes: [HalfSeconds]) -> Substring? {
    var shared: Substring?
    for change in changes where change.doubled != 0 {
      let words = DurationText.long(seconds: abs(change.seconds)).split(separator: " ")
      guard words.count == 2, shared == nil || shared == words[1] else { return nil }
      shared = words[1]
    }
    return shared
  }

  /// `p = 0.031`, `p < 0.001`; cut, not rounded, so that what is below 0.05 reads below it.
  private static func probability(_ test: PermutationTest) -> String {
    let thousandths = Int(test.pValue * 1_000)
    guard thousandths > 0 else { return "p < 0.001" }
    let digits = String(thousandths)
    return "p = 0.\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
  }
}
