/// Where a text holds an e-mail address or a mention: what a Markdown tool links, or pings somebody with, by its `@`.
///
/// Tools look for both once escapes are resolved (<https://github.com/github/cmark-gfm/issues/181>), so that no backslash
/// keeps them from it; a code span does. A stretch is what reads as one word around an `@` that may do something:
/// `me@example.org`, `mailto:me@example.org`, `@dana`, and an `@` at the very end, which may meet the rest of an address.
enum AddressSpans {
  /// The stretches in order, none touching another. None holds a backtick or a space, and each holds an `@`.
  static func find(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var next = 0
    while let at = scalars[next...].firstIndex(of: "@") {
      let start = scalars[next..<at].lastIndex { !$0.isAddressPart }.map { $0 + 1 } ?? next
      let end = scalars[at...].firstIndex { !$0.isAddressPart && $0 != "@" } ?? scalars.count
      if end > at + 1 && scalars[at..<end].contains(where: \.isAddressPart) || end == scalars.count {
        spans.append(withScheme(trimmed(start..<end, in: scalars), in: scalars, from: next))
      }
      next = end
    }
    return spans
  }

  /// Without the full stops, dashes and the like around it, which belong to the sentence.
  private static func trimmed(_ span: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    let first = scalars[span].firstIndex { !$0.isAddressSign } ?? span.lowerBound
    let last = scalars[span].lastIndex { !$0.isAddressSign } ?? span.upperBound - 1
    return first..<(last + 1)
  }

  /// With the scheme in front, where there is one that stands with addresses.
  private static func withScheme(_ span: Range<Int>, in scalars: [Unicode.Scalar], from least: Int) -> Range<Int> {
    for scheme in ["mailto:", "xmpp:"] {
      let start = span.lowerBound - scheme.unicodeScalars.count
      guard start >= least else { continue }
      let isScheme = zip(scalars[start..<span.lowerBound], scheme.unicodeScalars).allSatisfy { scalar, expected in
        scalar == expected || scalar.properties.lowercaseMapping == String(expected)
      }
      if isScheme { return start..<span.upperBound }
    }
    return span
  }
}

extension Unicode.Scalar {
  /// A letter or digit of any script: neither space nor punctuation to any version of the emphasis rules.
  var isWord: Bool {
    if isASCII { return isASCIIWord }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// A letter or digit of ASCII.
  var isASCIIWord: Bool {
    switch self {
    case "0"..."9", "a"..."z", "A"..."Z": true
    default: false
    }
  }

  /// What may stand in an address beside letters and digits.
  fileprivate var isAddressSign: Bool {
    self == "." || self == "_" || self == "-" || self == "+"
  }

  fileprivate var isAddressPart: Bool {
    if isASCII { return isASCIIWord || isAddressSign }
    let category = properties.generalCategory
    return isWord || category == .nonspacingMark || category == .spacingMark
  }
}
