/// A day of the week, as settings name it: `Mon`.
public enum Weekday: String, CaseIterable, Sendable {
  /// Monday.
  case monday = "Mon"
  /// Tuesday.
  case tuesday = "Tue"
  /// Wednesday.
  case wednesday = "Wed"
  /// Thursday.
  case thursday = "Thu"
  /// Friday.
  case friday = "Fri"
  /// Saturday.
  case saturday = "Sat"
  /// Sunday.
  case sunday = "Sun"

  /// `Mon`, `mon`, `Monday`; nil for anything else.
  public init?(typed text: String) {
    let typed = text.lowercased()
    guard let day = Self.allCases.first(where: { typed == $0.rawValue.lowercased() || typed == "\($0)" }) else {
      return nil
    }
    self = day
  }
}
