/// One thing that a monitoring system says of one trouble: an alert, a group of alerts that fire together, an incident.
///
/// Every text comes from outside, and is no more trusted than any other.
public struct AlertNotice: Hashable, Sendable {
  /// Who says it.
  public var source: AlertSource
  /// What happened.
  public var change: AlertChange
  /// What two notices of one trouble share: a group key, an incident's key, an alias. Never empty.
  public var key: String
  /// The fingerprints of the single alerts in it, those that fire first; at most ``mostFingerprints``.
  public var fingerprints: [String] = []
  /// The name of the alert's rule, which runbooks' globs are held against.
  public var name: String?
  /// What happens, in a line. Never blank.
  public var title: String
  /// More words: a description, an annotation.
  public var summary: String?
  /// How bad it is in the source's own word, beside its labels: a PagerDuty priority, `P2`, `error`.
  public var severity: String?
  /// The service, where the source names one beside its labels.
  public var service: String?
  /// The labels that all alerts in it share, in the order of their names.
  public var labels: [AlertLabel] = []
  /// Where there is more to see.
  public var links: [AlertLink] = []
  /// When this happened, by the source's clock; nil where it does not say.
  public var at: Timestamp?
  /// When the trouble began.
  public var started: Timestamp?
  /// When it was over; only of one that is resolved.
  public var ended: Timestamp?
  /// How many alerts in it fire.
  public var firing = 0
  /// How many alerts in it are over.
  public var resolved = 0
  /// Who did it there, where a person did.
  public var by: String?

  /// Fingerprints that are kept of one notice.
  public static let mostFingerprints = 100

  /// A notice needs a source, a change, a key and a title.
  public init(source: AlertSource, change: AlertChange, key: String, title: String) {
    self.source = source
    self.change = change
    self.key = key
    self.title = title
  }
}

/// What happened to a trouble, by the system that watches it.
public enum AlertChange: Hashable, Sendable {
  /// It fires, or still does.
  case fired
  /// It is over.
  case resolved
  /// A person responds; ``AlertNotice/by`` says who.
  case acknowledged
  /// It is worse or better: the source's word for how bad it is now.
  case severityChanged(String)
  /// People are to respond.
  case assigned([String])
  /// A person wrote something.
  case noted(String)
  /// Something else happened that belongs on the timeline, in a few words: `escalated`, `snoozed`.
  case other(String)
}

/// A label of an alert.
public struct AlertLabel: Hashable, Sendable {
  /// `alertname`, `severity`, `service`.
  public var name: String
  /// What it is here.
  public var value: String

  /// A pair.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Where there is more to see of an alert.
public struct AlertLink: Hashable, Sendable {
  /// What stands behind it.
  public var kind: Kind
  /// An address with the scheme `http` or `https`; nothing else is kept.
  public var url: String

  /// What may stand behind a link.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What to do.
    case runbook
    /// What to look at.
    case dashboard
    /// Where to silence it.
    case silence
    /// The alert itself, where it comes from.
    case source
  }

  /// A pair.
  public init(kind: Kind, url: String) {
    self.kind = kind
    self.url = url
  }
}
