import JSONTree

/// From bytes to JSON. What is none of it has a sentence of its own, since a pipe of `curl` and `jq` fails in many ways.
enum AlertEncoding {
  /// The tree of the payload.
  static func tree(of bytes: [UInt8]) throws(AlertPayloadProblem) -> JSON {
    if let sentence = foreign(bytes) { throw AlertPayloadProblem(sentence) }
    do {
      return try JSON.parse(bytes)
    } catch {
      if let nul = bytes.firstIndex(of: 0) {
        let place = JSONPosition(ofByte: nul, in: bytes)
        throw AlertPayloadProblem(
          "a NUL byte: expected text; the payload was damaged, or is no JSON", line: place.line, column: place.column)
      }
      throw AlertPayloadProblem(sentence(for: error), line: error.position.line, column: error.position.column)
    }
  }

  /// What the first bytes tell of a payload that is no JSON in UTF-8. Nil where they tell nothing.
  private static func foreign(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first(where: { !isSpace($0) }) else {
      return bytes.isEmpty
        ? "the payload is empty: expected JSON; did what should have sent it fail?"
        : "the payload is nothing but white space: expected JSON; did what should have sent it fail?"
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return encoding("UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return encoding("UTF-16") }
    if bytes.count >= 4, bytes.prefix(4).filter({ $0 == 0 }).count == 3 { return encoding("UTF-32") }
    if bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0), bytes.count % 2 == 0 {
      return encoding(bytes[0] == 0 ? "UTF-16BE" : "UTF-16LE")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "the payload opens with a byte order mark, expected UTF-8 JSON without one:"
        + " `tail -c +4` leaves out its three bytes"
    }
    if bytes.starts(with: [0x1F, 0x8B]) { return "the payload is compressed, expected JSON: `gunzip` it first" }
    switch first {
    case UInt8(ascii: "<"): return "the payload looks like HTML or XML, expected JSON"
    default: return nil
    }
  }

  private static func encoding(_ name: String) -> String {
    "the payload is \(name), expected UTF-8 JSON: `iconv -f \(name) -t UTF-8` converts it"
  }

  private static func sentence(for error: JSONError) -> String {
    switch error.kind {
    case .unexpectedEnd: "the payload is cut off: " + error.message
    case .invalidUTF8: "the payload is not UTF-8: " + error.message
    case .duplicateKey, .tooDeep: "the payload cannot be trusted: " + error.message
    case .trailingContent: "more than one JSON value in the payload: expected one, and each in a payload of its own"
    case .unexpectedCharacter, .unknownWord, .invalidNumber, .controlCharacterInString, .invalidEscape,
      .invalidHexEscape, .loneSurrogate, .byteOrderMark:
      "the payload is not JSON: " + error.message
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
