/// The checks, by the word that picks each, in the order they are made.
public enum CheckName: String, CaseIterable, Hashable, Sendable {
  /// No merge left its markers.
  case conflictMarkers = "conflict-markers"
  /// It is a record this version can read.
  case readable
  /// Every setting can be used.
  case config
  /// It is named after the incident it holds.
  case fileName = "file-name"
  /// Every event of a known type can be read.
  case events
  /// Every severity is one of the four.
  case unknownSeverities = "unknown-severities"
  /// Every role is a known one.
  case unknownRoles = "unknown-roles"
  /// The head is the state its timeline gives.
  case snapshot
  /// Every byte is where the canonical form has it.
  case canonical
  /// No milestone comes before one it rests on.
  case milestoneOrder = "milestone-order"
  /// No event is ahead of the clock.
  case futureEvents = "future-events"
  /// No id names two incidents, or two events.
  case duplicateIDs = "duplicate-ids"
  /// No text looks like a credential.
  case secrets
  /// Somebody holds every role that the policy requires.
  case requiredRoles = "required-roles"
  /// The next update is not due yet.
  case overdueUpdates = "overdue-updates"
  /// The postmortem is there, and in time.
  case postmortem
  /// Every follow-up has an owner and a date.
  case unownedActions = "unowned-actions"
  /// Every follow-up is done by its date.
  case overdueActions = "overdue-actions"
  /// No writer left a temporary file.
  case leftovers

  /// How much its findings weigh.
  public var gravity: Finding.Gravity {
    switch self {
    case .conflictMarkers, .readable, .config, .fileName, .events, .unknownSeverities, .unknownRoles, .snapshot,
      .canonical, .milestoneOrder, .futureEvents, .duplicateIDs:
      .error
    // A response at 03:12 owes all of these; a temporary file may be that of a writer at work; and what looks like a
    // credential may have been let in by somebody who saw that it is none.
    case .secrets, .requiredRoles, .overdueUpdates, .postmortem, .unownedActions, .overdueActions, .leftovers: .warning
    }
  }

  /// What it looks for, in one line without a final period.
  public var summary: String {
    switch self {
    case .conflictMarkers: "A merge left its markers, or is not finished"
    case .readable: "No record that this version can read"
    case .config: "A setting in config.json that cannot be used"
    case .fileName: "A file that is not named after its incident"
    case .events: "An event that cannot be read, and so does not count"
    case .unknownSeverities: "A severity that is none of SEV1 to SEV4"
    case .unknownRoles: "A role that nobody can hold"
    case .snapshot: "A head that is not the state its timeline gives"
    case .canonical: "Bytes that are not where the canonical form has them"
    case .milestoneOrder: "A milestone before one it rests on"
    case .futureEvents: "An event over 5 minutes ahead of the clock"
    case .duplicateIDs: "One id for two incidents, or two events"
    case .secrets: "Text that looks like a credential"
    case .requiredRoles: "A required role empty while a response goes on"
    case .overdueUpdates: "An update overdue while a response goes on"
    case .postmortem: "A postmortem past due, or its file missing"
    case .unownedActions: "A follow-up without an owner or a date"
    case .overdueActions: "A follow-up past its date"
    case .leftovers: "A temporary file that a writer left"
    }
  }
}

extension CheckName: Comparable {
  /// The order they are made in.
  public static func < (left: CheckName, right: CheckName) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    Self.allCases.firstIndex(of: self) ?? 0
  }
}
