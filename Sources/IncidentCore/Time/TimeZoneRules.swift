/// What the clocks of a place showed and will show: when they differed from UTC by how much.
///
/// Read from a file of the time zone database or from a POSIX `TZ` text; nothing here looks for either.
public struct TimeZoneRules: Hashable, Sendable {
  private let transitions: [Int]
  private let offsets: [Int]
  private let firstOffset: Int
  private let tail: PosixZone?

  /// Coordinated Universal Time.
  public static let utc = TimeZoneRules(PosixZone(standardOffset: 0, daylight: nil))

  /// The content of a file of the time zone database, as `/usr/share/zoneinfo/Europe/Berlin` is one: TZif by RFC 9636
  /// (<https://www.rfc-editor.org/rfc/rfc9636>), versions 1 to 4.
  ///
  /// Nil for anything else, for a file above 64 KiB, and for one that counts leap seconds (`right/…`).
  public init?(tzif bytes: [UInt8]) {
    guard let file = TZif(bytes) else { return nil }
    transitions = file.transitions
    offsets = file.offsets
    firstOffset = file.firstOffset
    tail = file.footer
  }

  /// A `TZ` text of POSIX.1-2024 (<https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html>):
  /// `CET-1CEST,M3.5.0,M10.5.0/3`, `<+0330>-3:30`; hours of rules may be -167 to 167. It says the same of every year.
  ///
  /// Nil for anything else, and for a summer time without its rules (`EST5EDT`).
  public init?(posix text: String) {
    guard let zone = PosixZone(text) else { return nil }
    self.init(zone)
  }

  private init(_ zone: PosixZone) {
    transitions = []
    offsets = []
    firstOffset = zone.standardOffset
    tail = zone
  }

  /// Seconds east of Greenwich at a moment: 7 200 for Berlin in summer.
  public func offset(at moment: Timestamp) -> Int {
    offset(at: moment.seconds)
  }

  /// What the clocks show at a moment. Within a day of the years 1 and 9999 it is kept within them.
  public func local(_ moment: Timestamp) -> LocalTime {
    LocalTime(wall: moment.adding(offset(at: moment)))
  }

  /// When the clocks show `time`.
  ///
  /// What they show twice, when they are put back, is the first of the two. What they never show, when they are put
  /// forward, is the moment they would show it had they not been: 02:30, on the night 02:00 becomes 03:00, is 03:30; and
  /// 02:00 is the moment of the change. Both as RFC 5545, section 3.3.5
  /// (<https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5>) has it.
  public func timestamp(of time: LocalTime) -> Timestamp {
    Timestamp.epoch.adding(moment(ofWall: time.wallSeconds))
  }

  /// A part of time in which one offset holds, in seconds since 1970.
  struct Stretch {
    var from: Int
    /// Exclusive.
    var until: Int
    let offset: Int
  }

  /// What lies between two moments, cut where the offset changes; nothing where `until` is not after `from`.
  func stretches(from: Int, until: Int) -> [Stretch] {
    guard from < until else { return [] }
    var stretches = [Stretch(from: from, until: until, offset: offset(at: from))]
    for change in changes(after: from, before: until) {
      let offset = offset(at: change)
      let last = stretches.count - 1
      guard offset != stretches[last].offset else { continue }
      stretches[last].until = change
      stretches.append(Stretch(from: change, until: until, offset: offset))
    }
    return stretches
  }

  /// The same as ``timestamp(of:)``, in seconds since 1970 by the clock and by UTC.
  func moment(ofWall wall: Int) -> Int {
    search(wall).moment
  }

  /// The first moment at which the clocks show a time or a later one, in seconds since 1970.
  func firstMoment(atOrAfterWall wall: Int) -> Int {
    let (moment, change) = search(wall)
    return change ?? moment
  }

  /// The moment of a time by the clock, and when the clock was put forward over it, if it was.
  private func search(_ wall: Int) -> (moment: Int, change: Int?) {
    // No clock is further from UTC than 26 hours, by the limits of `TZif` and `PosixZone`.
    let reach = 26 * 3_600
    var before = 0
    for stretch in stretches(from: wall - reach, until: wall + reach) {
      let moment = wall - stretch.offset
      if moment < stretch.from { return (wall - before, stretch.from) }
      if moment < stretch.until { return (moment, nil) }
      before = stretch.offset
    }
    return (wall - before, nil)
  }

  private func offset(at moment: Int) -> Int {
    if let tail, transitions.last.map({ moment > $0 }) ?? true { return tail.offset(at: moment) }
    let count = transitionsUpTo(moment)
    return count == 0 ? firstOffset : offsets[count - 1]
  }

  /// The moments after `first` and before `last` at which the offset may change, in order.
  private func changes(after first: Int, before last: Int) -> [Int] {
    var changes = Array(transitions[transitionsUpTo(first)..<transitionsUpTo(last - 1)])
    guard let tail else { return changes }
    if let end = transitions.last {
      guard end < last - 1 else { return changes }
      if end >= first { changes.append(end + 1) }
      return changes + tail.changes(after: max(first, end + 1), before: last)
    }
    return tail.changes(after: first, before: last)
  }

  /// How many transitions have happened at a moment, by binary search.
  private func transitionsUpTo(_ moment: Int) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
