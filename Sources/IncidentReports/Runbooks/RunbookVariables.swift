public import IncidentCore

/// What an incident fills into a runbook's commands: lines of shell that set the variables which those use.
///
/// The commands stay as they are written, so that no quotes in them can be broken; a value stands in quotes of its own,
/// and so it never becomes a command, whatever an alert's label says.
///
/// | name | value |
/// | --- | --- |
/// | `SERVICE` | the first service |
/// | `INCIDENT` | the incident's id |
/// | `SEVERITY` | `SEV2` |
/// | `ALERT` | the name of the newest alert |
/// | `NAMESPACE`, `POD`, … | the alerts' labels, by their names in capitals |
public struct RunbookVariables: Hashable, Sendable {
  /// A value for each name.
  private var values: [AlertLabel] = []

  /// What an incident knows.
  public init(_ incident: Incident) {
    let snapshot = incident.snapshot
    if let service = snapshot.services.first { add("SERVICE", service) }
    add("INCIDENT", snapshot.id.text)
    add("SEVERITY", snapshot.severity.label)
    let alerts = incident.alerts.reversed()
    if let name = alerts.lazy.compactMap(\.name).first { add("ALERT", name) }
    for alert in alerts {
      for label in alert.labels where ShellName.isFree(ShellName.of(label.name)) {
        add(ShellName.of(label.name), label.value)
      }
    }
  }

  /// Nothing: every variable is for the person to set.
  public init() {}

  private mutating func add(_ name: String, _ value: String) {
    guard !values.contains(where: { $0.name == name }), value.hasWords, !value.unicodeScalars.contains("\0") else {
      return
    }
    values.append(AlertLabel(name: name, value: value))
  }

  /// `export SERVICE='payments'` for each variable that the commands use and that is known.
  ///
  /// A value that begins with a dash would be an option of most commands, and one with a character that could act on a
  /// terminal or hide has no spelling that every shell reads: both are left to the person. What the commands set
  /// themselves is theirs.
  public func exports(for commands: [String]) -> [String] {
    ShellName.used(in: commands).filter { !ShellName.isSet($0, in: commands) }.compactMap { name in
      value(of: name).map { "export \(name)=\(Self.quoted($0))" }
    }
  }

  /// The variables that the commands use and neither set nor find here or in every shell.
  public func unknown(in commands: [String]) -> [String] {
    ShellName.used(in: commands).filter { name in
      value(of: name) == nil && !ShellName.isEverywhere(name) && !ShellName.isSet(name, in: commands)
    }
  }

  private func value(of name: String) -> String? {
    values.first { $0.name == name && !$0.value.hasPrefix("-") && VisibleText.line($0.value) == $0.value }?.value
  }

  /// A name as it is typed: bare where that is safe.
  static func word(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isPlain ? name : quoted(name)
  }

  /// A value as bash, dash, zsh and fish read it back unchanged: in single quotes, but for quotes and backslashes, which
  /// stand in double quotes: in single quotes fish takes a backslash as an escape, a POSIX shell as itself.
  static func quoted(_ value: String) -> String {
    var quoted = "'"
    // By scalars: a quote and a combining character after it are one `Character`.
    for scalar in value.unicodeScalars {
      switch scalar {
      case "'": quoted += #"'"'"'"#
      case "\\": quoted += #"'"\\"'"#
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }
}
