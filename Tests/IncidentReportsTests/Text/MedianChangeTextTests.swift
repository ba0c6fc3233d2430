import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Change of a median in words")
struct MedianChangeTextTests {
  private func sentence(_ before: [Int], _ after: [Int]) -> String {
    MedianChangeText.sentence(MedianChange(before: before, after: after, seed: 1))
  }

  /// Where all values of a group are one, interval and change are known without a draw.
  private func constant(_ before: Int, _ after: Int, count: Int = 12) -> String {
    sentence(Array(repeating: before, count: count), Array(repeating: after, count: count))
  }

  private let small = " Small samples: with fewer than 10 in a group the interval tends to be too narrow."

  @Test("says that there are too few, and how many")
  func few() {
    #expect(sentence([60], [1, 2, 3, 4]) == "too few to compare (n = 1 and 4).")
    #expect(sentence([], []) == "too few to compare (n = 0 and 0).")
    #expect(sentence([1, 2], []) == "too few to compare (n = 2 and 0).")
  }

  @Test("says faster and slower")
  func direction() {
    #expect(
      constant(3_600, 2_220)
        == "23 min faster (median, 95 % interval 23 faster to 23 faster, n = 12 and 12): "
        + "not distinguishable from noise (p = 0.673)."
    )
    #expect(
      constant(60, 100)
        == "40 s slower (median, 95 % interval 40 slower to 40 slower, n = 12 and 12): "
        + "not distinguishable from noise (p = 0.673)."
    )
  }

  @Test("repeats units where they differ")
  func units() {
    #expect(
      constant(0, 372)
        == "6 min 12 s slower (median, 95 % interval 6 min 12 s slower to 6 min 12 s slower, n = 12 and 12): "
        + "not distinguishable from noise (p = 0.673).")
    let before = (0..<14).map { 3_600 + $0 * 60 }
    let after = (0..<11).map { 30 + $0 * 660 }
    let text = sentence(before, after)
    #expect(text.contains(" min faster (median, 95 % interval "), "\(text)")
    #expect(text.hasSuffix(" slower, n = 14 and 11): not distinguishable from noise."), "\(text)")
  }

  @Test("says that nothing changed")
  func unchanged() {
    #expect(
      constant(60, 60)
        == "no change (median, 95 % interval 0 to 0, n = 12 and 12): not distinguishable from noise.")
    let spread = Array(0..<12).map { $0 * 60 }
    let text = sentence(spread, spread)
    #expect(text.hasPrefix("no change (median, 95 % interval "), "\(text)")
    #expect(text.contains(" s faster to ") || text.contains(" min faster to "), "\(text)")
  }

  @Test("calls small samples small, and gives the p-value of a change")
  func smallSamples() {
    #expect(
      constant(60, 30, count: 3)
        == "30 s faster (median, 95 % interval 30 faster to 30 faster, n = 3 and 3): "
        + "too few to tell a change from noise.\(small)"
    )
    // Of the 252 ways to deal ten values out, twelve set the medians as far apart.
    let separated = sentence([101, 102, 103, 104, 105], [1, 2, 3, 4, 5])
    #expect(separated.hasPrefix("1 min 40 s faster (median, 95 % interval 1 min "), "\(separated)")
    #expect(separated.hasSuffix(", n = 5 and 5): distinguishable from noise (p = 0.047).\(small)"), "\(separated)")
    let certain = sentence(Array(1...50), Array(10_001...10_050))
    #expect(certain.hasSuffix(", n = 50 and 50): distinguishable from noise (p < 0.001)."), "\(certain)")
  }

  @Test("the unit stands once where change and interval share it")
  func story() {
    let before = [1380, 5400, 2700, 3120, 4260, 3900, 6120, 1860, 2940, 3540, 7800, 4800, 2220, 5040]
    let after = [1500, 2400, 3000, 1260, 3660, 900, 4500, 1980, 2760, 2040, 5100]
    // Infinitely many resamples would end 48 min faster and 5 min slower.
    #expect(
      sentence(before, after)
        == "22 min faster (median, 95 % interval 49 faster to 5 slower, n = 14 and 11): not distinguishable from noise."
    )
  }

  @Test("a half second is told as a second")
  func half() {
    #expect(sentence([1, 1, 1], [1, 2]).hasPrefix("1 s slower (median, 95 % interval "))
  }
}
