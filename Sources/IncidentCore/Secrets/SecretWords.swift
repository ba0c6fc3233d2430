extension SecretScan {
  /// The words of a command line with every value replaced by ``mask`` that an option or a variable calls a credential:
  /// `--password x`, `--token=x`, `PGPASSWORD=x`. On a command line such a value is never a word of prose, as it may be
  /// elsewhere, so that it need not look like a credential.
  public static func masked(words: [String]) -> [String] {
    let program = words.first.flatMap { $0.split(separator: "/").last }.map(String.init) ?? ""
    var result: [String] = []
    var masksNext = false
    for word in words {
      let isOption = word.hasPrefix("-")
      if masksNext, !isOption || word == "-" {
        result.append(mask)
        masksNext = false
        continue
      }
      masksNext = false
      if let equals = word.firstIndex(of: "="), isCredential(word[..<equals]), word.index(after: equals) < word.endIndex
      {
        result.append(word[...equals] + mask)
        continue
      }
      if let attached = attachedPassword(word, of: program) {
        result.append(attached + mask)
        continue
      }
      masksNext = isOption && (isCredential(word[...]) || word == "-a" && program == "redis-cli")
      result.append(word)
    }
    return result
  }

  /// Whether a name ends as those of credentials do: `--db-password`, `API_TOKEN`.
  private static func isCredential(_ name: Substring) -> Bool {
    guard name.utf8.allSatisfy(Bytes.isName) else { return false }
    let letters = name.utf8.filter(Bytes.isLetter).map { $0 | 0x20 }
    if letters == Array("pass".utf8) || letters == Array("pw".utf8) { return true }
    return Array(name.utf8).withUnsafeBytes { SecretName.kind(of: $0[...]) != nil }
  }

  /// `-p` of `mysql -pPASSWORD`.
  private static func attachedPassword(_ word: String, of program: String) -> String? {
    let isClient = program.hasPrefix("mysql") || program.hasPrefix("mariadb")
    return isClient && word.hasPrefix("-p") && word.utf8.count > 2 ? "-p" : nil
  }
}
