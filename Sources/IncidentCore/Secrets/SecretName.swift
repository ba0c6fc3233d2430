/// The name of something that holds a credential.
enum SecretName {
  /// How much the name alone says.
  enum Kind {
    /// `password`: whatever it is given is one, unless it is a word of prose.
    case password
    /// `api_key`, `token`, `secret`: what it is given has to look random, since such words name other things too.
    case key
  }

  /// What a name of letters, digits, `_`, `-` and `.` says by how it ends; nil where it says nothing: `token_count`.
  static func kind(of name: Slice<UnsafeRawBufferPointer>) -> Kind? {
    guard name.count >= 3 else { return nil }
    var letters: [UInt8] = []
    var isCompound = false
    for byte in name {
      if Bytes.isDigit(byte) || Bytes.isLetter(byte) {
        letters.append(byte | 0x20)
      } else {
        isCompound = isCompound || !letters.isEmpty
      }
    }
    func ends(_ words: [StaticString]) -> Bool { words.contains { Bytes.ends(letters, with: $0) } }
    if ends(["password", "passwd", "passphrase", "passwort"]) { return .password }
    if letters == Array("pwd".utf8) || (isCompound && ends(["pass", "pwd", "pw"])) { return .password }
    if ends([
      "secret", "apikey", "accesskey", "secretkey", "accountkey", "privatekey", "signingkey", "encryptionkey",
      "authkey",
      "token", "credential", "credentials", "accesskeyid", "authorization", "sharedaccesskey", "sig",
    ]) {
      return .key
    }
    return nil
  }

  /// Whether a name says that a key comes next, and nothing that has many other uses, as a token has.
  static func isKey(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard name.count >= 6, kind(of: name) == .key else { return false }
    return Bytes.isOneOf(name.suffix(3), ["key"])
  }
}
