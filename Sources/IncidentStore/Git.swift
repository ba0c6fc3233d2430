/// The installed Git, asked without a shell.
public enum Git {
  /// The name that Git has for the user of a directory; nil where it has none, or is not installed.
  public static func userName(in directory: String) -> String? {
    guard let outcome = Subprocess.capture(["git", "-C", directory, "config", "--get", "user.name"]),
      outcome.status == 0
    else { return nil }
    // Byte by byte: CR LF is one character.
    let line = outcome.output.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let name = String(decoding: line, as: UTF8.self)
    return name.isEmpty ? nil : name
  }
}
