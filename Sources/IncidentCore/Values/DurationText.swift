/// A span of time as a person says it.
///
/// The two most significant units, and one where a second would not change what anybody does: seconds are dropped
/// from ten minutes on. Always rounded down, so that "5 min" have passed in full. Years and months do not occur:
/// their length varies, and days stay comparable.
public enum DurationText {
  /// `45 s` · `5 min 12 s` · `23 min` · `1 h 23 min` · `2 d 3 h`; a second unit of zero is left out.
  /// - Parameter seconds: whole seconds; a negative span does not exist and reads `0 s`.
  public static func long(seconds: Int) -> String {
    parts(seconds).reduce(into: "") { $0 += ($0.isEmpty ? "" : " ") + "\($1.count) \($1.unit.name)" }
  }

  /// `45s` · `5m12s` · `23m` · `1h23m` · `2d3h`, for columns.
  /// - Parameter seconds: whole seconds; a negative span does not exist and reads `0s`.
  public static func compact(seconds: Int) -> String {
    parts(seconds).reduce(into: "") { $0 += "\($1.count)\($1.unit.letter)" }
  }

  private enum Unit {
    case day, hour, minute, second

    var name: String {
      switch self {
      case .day: "d"
      case .hour: "h"
      case .minute: "min"
      case .second: "s"
      }
    }

    var letter: String { self == .minute ? "m" : name }
  }

  private static func parts(_ seconds: Int) -> [(count: Int, unit: Unit)] {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
    switch seconds {
    case ..<60: return [(max(0, seconds), .second)]
    case ..<600: return pair((minutes, .minute), (seconds % 60, .second))
    case ..<3600: return [(minutes, .minute)]
    case ..<86_400: return pair((hours, .hour), (minutes % 60, .minute))
    default: return pair((days, .day), (hours % 24, .hour))
    }
  }

  private static func pair(_ first: (Int, Unit), _ second: (Int, Unit)) -> [(count: Int, unit: Unit)] {
    second.0 == 0 ? [first] : [first, second]
  }
}
