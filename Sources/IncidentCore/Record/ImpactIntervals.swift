/// A stretch of time in which those who use a service noticed.
public struct ImpactInterval: Hashable, Sendable {
  /// When it began.
  public let from: Timestamp
  /// When it ended; nil while it lasts.
  public let to: Timestamp?
}

/// The stretches of impact of one incident, in order; only the last may still last.
///
/// The first begins when the impact did, as far as is known, another one when the incident is reopened or an update
/// turns back from monitoring. A mitigation or a resolution ends the one that lasts. A cancelled incident had no
/// impact and shows none; reopening it says that the cancellation was wrong, so that all stretches are there again,
/// and one that lasted goes on as though nothing had been cancelled.
public struct ImpactIntervals: Hashable, Sendable {
  /// In order of their beginnings.
  public private(set) var all: [ImpactInterval] = []

  /// Whether there is impact now.
  public var isLasting: Bool { all.last.map { $0.to == nil } ?? false }

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

  /// Corrects when the first began. One that ended before that is dropped: nothing is known about it.
  mutating func correctStart(to moment: Timestamp) {
    guard let first = all.first else { return }
    if let end = first.to, end < moment {
      all.removeFirst()
    } else {
      all[0] = ImpactInterval(from: moment, to: first.to)
    }
  }

  /// Ends the one that lasts. One that would end before it began is dropped: nothing is known about it.
  mutating func end(at moment: Timestamp) {
    guard let last = all.last, last.to == nil else { return }
    all.removeLast()
    if last.from <= moment { all.append(ImpactInterval(from: last.from, to: moment)) }
  }

  /// Forgets them all: there was none.
  mutating func removeAll() {
    all = []
  }
}
