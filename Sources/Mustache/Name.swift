/// A name in the data, as a tag writes it.
enum Name: Sendable, Equatable {
  /// `.`, the value on top of the context stack.
  case implicit
  /// `first.rest.rest`: the first part is looked up in the context stack, each further part only in what came before.
  case path(first: String, rest: [String])

  /// Nil where the text is not a name: an empty part, or whitespace within.
  init?(_ text: String) {
    guard text != "." else {
      self = .implicit
      return
    }
    guard !text.holdsWhitespace else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !parts.contains("") else { return nil }
    self = .path(first: first, rest: Array(parts.dropFirst()))
  }
}

/// The name of a partial or parent: its own namespace, where a period means nothing.
enum PartialName: Sendable, Equatable {
  case fixed(String)
  /// `*name`: the name is what the data holds there.
  case dynamic(Name)

  /// Nil where the text is not a name.
  init?(_ text: String) {
    if let dynamic = text.dynamicName {
      guard let name = Name(dynamic) else { return nil }
      self = .dynamic(name)
    } else {
      guard !text.holdsWhitespace else { return nil }
      self = .fixed(text)
    }
  }
}

extension String {
  /// What follows the asterisk and its padding; nil where there is no asterisk.
  var dynamicName: String? {
    guard utf8.first == UInt8(ascii: "*") else { return nil }
    return String(Substring(utf8.dropFirst().drop { $0.isWhitespace }))
  }

  var holdsWhitespace: Bool {
    utf8.contains { $0.isWhitespace }
  }
}

extension UInt8 {
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isWhitespace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self)
  }

  /// Space or tab: what may stand beside a tag that is alone on its line.
  var isBlank: Bool {
    self == 0x20 || self == 0x09
  }
}
