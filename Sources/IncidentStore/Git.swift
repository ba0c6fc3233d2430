/// The installed Git, asked without a shell.
public enum Git {
  /// The name that Git has for the user of a directory; nil where it has none, or is not installed.
  public static func userName(in directory: String) -> String? {
    guard let outcome = Subprocess.capture(["git", "-C", directory, "config", "--get", "user.name"]),
      outcome.status == 0
    else { return nil }
    let text = String(decoding: outcome.output, as: UTF8.self)
    let name = text.split(separator: "\n").first.map(String.init) ?? ""
    return name.isEmpty ? nil : name
  }
}
