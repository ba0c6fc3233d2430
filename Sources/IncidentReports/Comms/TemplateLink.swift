import IncidentCore

/// A link that a template's author wrote.
///
/// Where it leads is the author's to say: scheme and host have to stand in the template. A value may come after them, and
/// is percent-encoded there; `[ticket]({{link}})` is text with an address in brackets.
struct TemplateLink {
  /// What it reads.
  let runs: [MessageRun]
  /// The piece behind it.
  let end: Int

  /// How long an address may be.
  private static let reach = 1_000

  /// For each `[` the place of the `]` that closes it, others in pairs between.
  static func brackets(in pieces: [TemplatePiece]) -> [Int: Int] {
    var closing: [Int: Int] = [:]
    var open: [Int] = []
    var index = 0
    while index < pieces.count {
      switch pieces[index].character {
      case "\\": index += 1
      case "[": open.append(index)
      case "]": if let begin = open.popLast() { closing[begin] = index }
      default: break
      }
      index += 1
    }
    return closing
  }

  /// `[text](address)`, `<address>` or an address that begins at `index`; nil for anything else.
  init?(in pieces: [TemplatePiece], at index: Int, _ brackets: [Int: Int]) {
    let isWord = index > 0 && (pieces[index - 1].character?.properties.isAlphabetic ?? true)
    switch pieces[index].character {
    case "[": self.init(labelled: pieces, at: index, until: brackets[index])
    case "<": self.init(bracketed: pieces, at: index)
    case "h" where !isWord: self.init(bare: pieces, at: index)
    default: return nil
    }
  }

  private init?(labelled pieces: [TemplatePiece], at index: Int, until close: Int?) {
    guard let close, close + 1 < pieces.count, pieces[close + 1].character == "(",
      let last = Self.parenthesis(in: pieces, closing: close + 1)
    else { return nil }
    let label = InlineParser.runs(Array(pieces[(index + 1)..<close]), takingLinks: false)
    let address = pieces[(close + 2)..<last].trimmed
    end = last + 1
    if let link = Self.address(address) {
      runs = label.map { MessageRun($0.text, $0.style, link: link) }
    } else {
      runs = label + [MessageRun(" (\(address.text))")]
    }
  }

  private init?(bracketed pieces: [TemplatePiece], at index: Int) {
    let content = pieces[(index + 1)...].prefix(Self.reach).prefix { $0.character != ">" && !$0.isSpace }
    guard content.endIndex < pieces.count, pieces[content.endIndex].character == ">",
      let link = Self.address(Array(content))
    else { return nil }
    runs = [MessageRun(content.text, link: link)]
    end = content.endIndex + 1
  }

  private init?(bare pieces: [TemplatePiece], at index: Int) {
    guard pieces.hasPrefix("http://", at: index) || pieces.hasPrefix("https://", at: index) else { return nil }
    var content = pieces[index...].prefix { !$0.isSpace && $0.character != "<" }
    while let last = content.last?.character, "?!.,:;*_~'\")]".unicodeScalars.contains(last) { content.removeLast() }
    guard let link = Self.address(Array(content)) else { return nil }
    runs = [MessageRun(content.text, link: link)]
    end = content.endIndex
  }

  /// The parenthesis that closes the one at `index`, others in pairs between.
  private static func parenthesis(in pieces: [TemplatePiece], closing index: Int) -> Int? {
    var depth = 0
    for place in index..<min(pieces.count, index + reach) {
      switch pieces[place].character {
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }

  /// The address, percent-encoded where it has to be; nil where the template does not say where it leads.
  private static func address(_ pieces: [TemplatePiece]) -> String? {
    let own = pieces.prefix { $0.character != nil }.text
    guard let scheme = ["http://", "https://", "mailto:"].first(where: own.lowercased().hasPrefix) else { return nil }
    let target = own.dropFirst(scheme.count)
    let host = target.prefix { !"/?#".contains($0) }
    guard let first = host.first, first.isLetter || first.isNumber || first == "[" else { return nil }
    guard own.unicodeScalars.count == pieces.count || (scheme != "mailto:" && host.count < target.count) else {
      return nil
    }
    var address = ""
    for piece in pieces {
      switch piece {
      case .character(let scalar): encode(String(scalar), keeping: "%:/?#[]@!$&'()*+,;=", to: &address)
      case .value(let value): encode(value, keeping: "", to: &address)
      }
    }
    return address
  }

  /// Percent-encodes what RFC 3986 calls neither unreserved nor `kept`.
  private static func encode(_ text: String, keeping kept: StaticString, to address: inout String) {
    for byte in text.utf8 {
      let isUnreserved: Bool =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: kept.withUTF8Buffer { $0.contains(byte) }
        }
      if isUnreserved {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
