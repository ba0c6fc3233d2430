/// A part somebody plays in a response.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Decides and coordinates; does not fix.
  case incidentCommander
  /// Leads the diagnosis and the repair.
  case technicalLead
  /// Speaks to everybody outside the response.
  case communicationsLead
  /// Writes down what happens, when.
  case scribe
  /// Knows a system that is involved.
  case subjectMatterExpert
  /// Helps with the response.
  case responder
  /// Answers to the business, clears obstacles.
  case executiveSponsor

  /// `incident commander`.
  public var title: String {
    switch self {
    case .incidentCommander: "incident commander"
    case .technicalLead: "technical lead"
    case .communicationsLead: "communications lead"
    case .scribe: "scribe"
    case .subjectMatterExpert: "subject matter expert"
    case .responder: "responder"
    case .executiveSponsor: "executive sponsor"
    }
  }

  /// The short word a person types: `ic`.
  public var alias: String {
    switch self {
    case .incidentCommander: "ic"
    case .technicalLead: "tech"
    case .communicationsLead: "comms"
    case .scribe: "scribe"
    case .subjectMatterExpert: "sme"
    case .responder: "responder"
    case .executiveSponsor: "sponsor"
    }
  }

  /// Whether one person at a time holds it, so that giving it to another is a handover.
  public var isHeldByOne: Bool {
    switch self {
    case .incidentCommander, .technicalLead, .communicationsLead, .scribe, .executiveSponsor: true
    case .subjectMatterExpert, .responder: false
    }
  }

  /// As people write it: the key of a record, the alias, the title or its last word; nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "ic", "commander", "incidentcommander": self = .incidentCommander
    case "tech", "tl", "techlead", "technicallead", "opslead": self = .technicalLead
    case "comms", "cl", "commslead", "communications", "communicationslead": self = .communicationsLead
    case "scribe": self = .scribe
    case "sme", "expert", "subjectmatterexpert": self = .subjectMatterExpert
    case "responder": self = .responder
    case "sponsor", "exec", "executive", "executivesponsor": self = .executiveSponsor
    default: return nil
    }
  }

  /// The words to choose from when one was not understood.
  public static let typedWords =
    allCases.map(\.alias) + [
      "commander", "technicalLead", "communicationsLead", "expert", "executive",
    ]
}

extension Role: Comparable {
  /// The order in which records and pages name them.
  public static func < (left: Role, right: Role) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .incidentCommander: 0
    case .technicalLead: 1
    case .communicationsLead: 2
    case .scribe: 3
    case .subjectMatterExpert: 4
    case .responder: 5
    case .executiveSponsor: 6
    }
  }
}
