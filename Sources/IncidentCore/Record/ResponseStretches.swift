/// A stretch of time in which people responded to an incident of one severity.
public struct ResponseStretch: Hashable, Sendable {
  /// How bad it was taken to be.
  public let severity: Severity
  /// When it began.
  public let from: Timestamp
  /// When it ended; nil while it lasts.
  public let to: Timestamp?

  /// One that lasts where `to` is nil.
  public init(severity: Severity, from: Timestamp, to: Timestamp?) {
    self.severity = severity
    self.from = from
    self.to = to
  }
}

/// The stretches of the response to one incident, in order; only the last may still last.
///
/// The first begins with the declaration. A resolution or a cancellation ends the one that lasts, a reopening begins
/// another, and a change of the severity does both.
public struct ResponseStretches: Hashable, Sendable {
  /// In order of their beginnings.
  public private(set) var all: [ResponseStretch]

  /// None.
  init() {
    all = []
  }

  /// The stretches of a stored snapshot.
  init(_ all: [ResponseStretch]) {
    self.all = all
  }

  /// Begins another one, unless one lasts.
  mutating func begin(_ severity: Severity, at moment: Timestamp) {
    if let last = all.last, last.to == nil { return }
    all.append(ResponseStretch(severity: severity, from: moment, to: nil))
  }

  /// Ends the one that lasts. One that would end before it began took no time.
  mutating func end(at moment: Timestamp) {
    guard let last = all.last, last.to == nil else { return }
    all[all.count - 1] = ResponseStretch(severity: last.severity, from: last.from, to: max(last.from, moment))
  }

  /// Goes on as another severity.
  mutating func change(to severity: Severity, at moment: Timestamp) {
    guard let last = all.last, last.to == nil, last.severity != severity else { return }
    if last.from >= moment {
      all[all.count - 1] = ResponseStretch(severity: severity, from: last.from, to: nil)
    } else {
      end(at: moment)
      begin(severity, at: moment)
    }
  }
}

extension Snapshot {
  /// The only stretch of a response that was of one severity all the time and ended once, which the head need not say.
  private var plainStretches: ResponseStretches {
    guard let declared = milestones.declared, status != .cancelled, status.isActive || milestones.resolved != nil
    else {
      return ResponseStretches()
    }
    return ResponseStretches([ResponseStretch(severity: severity, from: declared, to: milestones.resolved)])
  }

  /// The stretches as far as the head has to say them.
  var unusualStretches: [ResponseStretch] { responded == plainStretches ? [] : responded.all }

  /// What a head that says `stretches` means.
  mutating func setResponded(_ stretches: [ResponseStretch]) {
    responded = stretches.isEmpty ? plainStretches : ResponseStretches(stretches)
  }
}
