extension SecretScan {
  /// What stands in place of a credential that was masked.
  public static let mask = "[secret]"

  /// The text with everything that looks like a credential replaced by ``mask``, for what machines wrote: nobody is there
  /// to be asked whether it is meant.
  public static func masked(_ text: String) -> String {
    let findings = findings(in: text)
    guard !findings.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var masked: [UInt8] = []
    var position = 0
    for finding in findings {
      masked += bytes[position..<finding.offset]
      masked += mask.utf8
      position = finding.offset + finding.length
    }
    masked += bytes[position...]
    return String(decoding: masked, as: UTF8.self)
  }
}
