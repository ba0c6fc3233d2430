/// The templates that ship in the binary, byte for byte as they stand in their folder.
public enum BuiltInTemplates {
  /// Every name, in alphabetical order, without the extension `.md`.
  public static let names = ["comms-executive", "comms-external", "comms-internal", "handoff", "postmortem", "report"]

  /// The Mustache source of a template; nil for a name that is not in ``names``.
  public static func source(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "comms-executive": PackageResources.comms_executive_md
    case "comms-external": PackageResources.comms_external_md
    case "comms-internal": PackageResources.comms_internal_md
    case "handoff": PackageResources.handoff_md
    case "postmortem": PackageResources.postmortem_md
    case "report": PackageResources.report_md
    default: nil
    }
  }
}
