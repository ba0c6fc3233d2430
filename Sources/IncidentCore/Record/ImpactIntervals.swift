/// A stretch of time in which those who use a service noticed.
public struct ImpactInterval: Hashable, Sendable {
  /// When it began.
  public let from: Timestamp
  /// When it ended; nil while it lasts.
  public let to: Timestamp?
  /// How many of those who use it noticed; nil where nobody said.
  public let percent: Percentage?

  /// One that lasts where `to` is nil.
  public init(from: Timestamp, to: Timestamp?, percent: Percentage? = nil) {
    self.from = from
    self.to = to
    self.percent = percent
  }
}

/// The stretches of impact of one incident, in order; only the last may still last.
///
/// The first begins when the impact did, as far as is known, another one when the incident is reopened or an update
/// turns back from monitoring. A mitigation or a resolution ends the one that lasts. A cancelled incident had no
/// impact and shows none; reopening it says that the cancellation was wrong, so that all stretches are there again,
/// and one that lasted goes on as though nothing had been cancelled. Where another share of those who use the service
/// notices, a stretch ends and the next one begins at once.
public struct ImpactIntervals: Hashable, Sendable {
  /// In order of their beginnings.
  public private(set) var all: [ImpactInterval] = []

  /// Whether there is impact now.
  public var isLasting: Bool { all.last.map { $0.to == nil } ?? false }

  /// How many noticed, as was said last; nil where nobody said.
  public var percent: Percentage? { all.last?.percent }

  /// The stretches without the shares, those that follow on each other as one.
  public var stretches: [ImpactInterval] {
    all.reduce(into: []) { stretches, next in
      guard let last = stretches.last, last.to == next.from else {
        return stretches.append(ImpactInterval(from: next.from, to: next.to))
      }
      stretches[stretches.count - 1] = ImpactInterval(from: last.from, to: next.to)
    }
  }

  /// None yet.
  public init() {}

  /// The intervals of a stored snapshot.
  init(_ all: [ImpactInterval]) {
    self.all = all
  }

  /// Begins another one, unless one lasts.
  mutating func begin(at moment: Timestamp) {
    guard !isLasting else { return }
    all.append(ImpactInterval(from: moment, to: nil))
  }

  /// Corrects when the first began. One that ended before that is dropped, and so is what it went over into: nothing is
  /// known about them.
  mutating func correctStart(to moment: Timestamp) {
    while let first = all.first {
      guard let end = first.to, end < moment else {
        all[0] = ImpactInterval(from: moment, to: first.to, percent: first.percent)
        return
      }
      all.removeFirst()
      guard all.first?.from == end else { return }
    }
  }

  /// Ends the one that lasts. One that would end before it began is dropped: nothing is known about it.
  mutating func end(at moment: Timestamp) {
    guard let last = all.last, last.to == nil else { return }
    all.removeLast()
    if last.from <= moment { all.append(ImpactInterval(from: last.from, to: moment, percent: last.percent)) }
  }

  /// How many notice. The first estimate of a stretch counts for all of it, a later one from its moment on; one that is
  /// given when the impact is over counts for what has none, else for the last stretch.
  mutating func estimate(_ percent: Percentage, at moment: Timestamp) {
    guard let last = all.last else { return }
    if last.to == nil, let before = last.percent, before != percent, last.from < moment {
      all[all.count - 1] = ImpactInterval(from: last.from, to: moment, percent: before)
      all.append(ImpactInterval(from: moment, to: nil, percent: percent))
      return
    }
    let unknown = all.indices.filter { all[$0].percent == nil }
    let places = last.to == nil || unknown.isEmpty ? [all.count - 1] : unknown
    for place in places { all[place] = ImpactInterval(from: all[place].from, to: all[place].to, percent: percent) }
  }

  /// Forgets them all: there was none.
  mutating func removeAll() {
    all = []
  }
}
