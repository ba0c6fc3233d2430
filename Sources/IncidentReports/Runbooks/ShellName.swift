/// Names of shell variables.
enum ShellName {
  /// A label's name in capitals: `kubernetes.io/name` is `KUBERNETES_IO_NAME`; empty for what makes no name.
  static func of(_ label: String) -> String {
    guard !label.isEmpty, label.utf8.count <= 64, label.allSatisfy(\.isASCII) else { return "" }
    let name = String(label.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return name.first?.isNumber == false ? name : ""
  }

  /// Whether it means nothing to a shell, to what loads programs, or to a program: only such a name is set from what an alert says.
  /// What says where a program finds its code, its settings, its credentials or its server is for a person to set.
  static func isFree(_ name: String) -> Bool {
    !name.isEmpty && !owned.contains(name) && !obeyed.contains(name) && !prefixes.contains(where: name.hasPrefix)
      && !suffixes.contains(where: name.hasSuffix)
  }

  /// Whether every shell has it, or sets it as it runs.
  static func isEverywhere(_ name: String) -> Bool { owned.contains(name) }

  /// The names in capitals that commands use, `$NAME` or `${NAME…}`, each once, in order.
  static func used(in commands: [String]) -> [String] {
    var names: [String] = []
    for command in commands {
      let bytes = Array(command.utf8)
      var position = 0
      while position + 1 < bytes.count {
        defer { position += 1 }
        guard bytes[position] == UInt8(ascii: "$") else { continue }
        let start = bytes[position + 1] == UInt8(ascii: "{") ? position + 2 : position + 1
        var end = start
        while end < bytes.count, isNameByte(bytes[end], isFirst: end == start) { end += 1 }
        // `$HomeDir` is another name.
        guard end > start, end == bytes.count || !isLowercase(bytes[end]) else { continue }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Whether commands set it themselves.
  static func isSet(_ name: String, in commands: [String]) -> Bool {
    commands.contains { command in
      let words = command.split { $0.isWhitespace || $0 == ";" || $0 == "(" || $0 == "&" }
      return words.contains { $0.hasPrefix(name + "=") || $0.hasPrefix("{" + name + "=") }
        || zip(words, words.dropFirst()).contains { ($0 == "for" || $0 == "read") && $1 == name }
    }
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
    default: false
    }
  }

  private static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static let owned: Set<String> = [
    "_", "CDPATH", "COLUMNS", "COMSPEC", "DIRSTACK", "EDITOR", "ENV", "EUID", "EXECIGNORE", "FCEDIT", "FIGNORE",
    "FPATH", "FUNCNAME", "FUNCNEST", "GLOBIGNORE", "GROUPS", "HISTFILE", "HISTSIZE", "HOME", "HOSTALIASES", "IFS",
    "IGNOREEOF", "INPUTRC", "LANG", "LANGUAGE", "LINENO", "LINES", "LOGNAME", "MAIL", "MAILCHECK", "MAILPATH",
    "MODULE_PATH", "NULLCMD", "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "PAGER", "PATH", "PATHEXT", "PIPESTATUS",
    "POSIXLY_CORRECT", "PPID", "PROMPT", "PROMPT_COMMAND", "PWD", "RANDOM", "READNULLCMD", "REPLY", "SECONDS", "SHELL",
    "SHELLOPTS", "SHLVL", "SUDO_ASKPASS", "SUDO_EDITOR", "TERM", "TERMCAP", "TERMINFO", "TIMEFORMAT", "TMOUT", "TMP",
    "TMPDIR", "TEMP", "TZ", "TZDIR", "UID", "USER", "VISUAL", "ZDOTDIR", "LESS", "LESSOPEN", "LESSCLOSE", "MANPATH",
    "NODE_OPTIONS", "KUBECONFIG", "BROWSER", "DISPLAY",
  ]

  /// What programs take orders from, though no shell has it.
  private static let obeyed: Set<String> = [
    "URL", "URI", "DSN", "TOKEN", "KEY", "SECRET", "PASSWORD", "CREDENTIALS", "CONFIG", "PROXY", "EXINIT", "MANPAGER",
    "PSQLRC", "REDISCLI_AUTH", "HELM_HOST", "GZIP", "CC",
  ]

  private static let prefixes = [
    "LD_", "DYLD_", "BASH", "ZSH", "KSH", "GIT_", "SSH_", "LC_", "GLIBC_", "MALLOC_", "GCONV_", "NLSPATH", "RES_",
    "PYTHON", "PERL", "RUBY", "NODE_", "NPM_", "JAVA_", "JDK_", "MAVEN_", "GRADLE_", "CLASSPATH", "GO", "RUST",
    "CARGO_", "PS0", "PS1", "PS2", "PS3", "PS4", "HIST", "COMP_", "PG", "MYSQL_", "AWS_", "AZURE_", "GOOGLE_",
    "CLOUDSDK_", "DOCKER_", "KUBE_", "VAULT_", "TF_", "ANSIBLE_", "CURL_", "WGET", "OPENSSL_", "SSL_", "GNUPG",
    "INCIDENT_", "XDG_", "SYSTEMD_", "LESS", "GREP_", "TAR_", "SUDO_",
  ]

  private static let suffixes = [
    "_PATH", "_HOME", "_COMMAND", "_CMD", "_EDITOR", "_PAGER", "_OPTIONS", "_OPTS", "_FLAGS", "_PROXY", "_URL", "_URI",
    "_DSN", "_TOKEN", "_KEY", "_SECRET", "_PASSWORD", "_CREDENTIALS", "_CONFIG", "_PRELOAD",
  ]
}
