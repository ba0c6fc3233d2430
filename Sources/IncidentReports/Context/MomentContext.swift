import IncidentCore
import Mustache

extension MomentText {
  /// Every form of a moment that a template may want.
  static func value(_ moment: Timestamp, near now: Timestamp) -> MustacheValue {
    .object(members(of: moment, near: now))
  }

  /// The same, for a moment with members of its own.
  static func members(of moment: Timestamp, near now: Timestamp) -> [String: MustacheValue] {
    [
      "full": .string(full(moment)), "short": .string(short(moment, near: now)), "clock": .string(moment.clock()),
      "date": .string(date(moment.date)), "iso": .string(moment.description),
    ]
  }
}
