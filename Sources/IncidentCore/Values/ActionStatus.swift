/// How far a follow-up is. Done is not the end: somebody has to see that the change works.
public enum ActionStatus: String, CaseIterable, Hashable, Sendable {
  /// Nobody has begun.
  case open
  /// Somebody works on it.
  case started
  /// The change is made; whether it works is not known.
  case done
  /// Somebody saw that the change works.
  case verified
  /// It will not be done.
  case dropped

  /// Whether it waits for somebody: to be done, or to be verified.
  public var isUnfinished: Bool {
    switch self {
    case .open, .started, .done: true
    case .verified, .dropped: false
    }
  }

  /// Whether the change is still to be made, which a due date is about.
  public var isToDo: Bool { self == .open || self == .started }

  /// Whether the change is made, whether or not somebody saw that it works.
  public var isDone: Bool { self == .done || self == .verified }

  /// The transition table: whether a follow-up may become `next` from here. What is done, verified or dropped may be
  /// started again, for it may turn out not to work; what was never done cannot be verified.
  func allows(_ next: ActionStatus) -> Bool {
    switch (self, next) {
    case (_, .started): true
    case (.open, .done), (.started, .done): true
    case (.done, .verified): true
    case (.open, .dropped), (.started, .dropped), (.done, .dropped): true
    case (_, .open), (_, .done), (_, .verified), (_, .dropped): false
    }
  }
}
