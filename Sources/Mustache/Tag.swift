/// A tag as it stands in the source.
struct Tag {
  enum Kind {
    case comment, delimiters, variable, unescaped, section, inverted, end, partial, parent, block
  }

  let kind: Kind
  /// What the tag holds besides its sigil, without the whitespace around it.
  let content: String
  /// The bytes from its opening delimiter to after its closing one.
  let range: Range<Int>

  /// The content with its sigil, as errors cite it.
  var cited: String {
    switch kind {
    case .section: "#\(content)"
    case .inverted: "^\(content)"
    case .parent: "<\(content)"
    case .block: "$\(content)"
    case .end: "/\(content)"
    case .partial: ">\(content)"
    case .unescaped: "&\(content)"
    case .comment, .delimiters, .variable: content
    }
  }

  /// What an end tag must hold to close this one, or does hold: the padding after the asterisk of a dynamic name is left out.
  var closingName: String {
    content.dynamicName.map { "*" + $0 } ?? content
  }
}

/// The words that open and close a tag; a tag can set others for the rest of its template.
struct Delimiters {
  var open = Array("{{".utf8)
  var close = Array("}}".utf8)

  init() {}

  /// The two words in a set-delimiter tag's content; nil unless there are two, free of equals signs.
  init?(_ content: String) {
    let words = content.utf8.split { $0.isWhitespace }
    guard words.count == 2, !content.utf8.contains(UInt8(ascii: "=")) else { return nil }
    open = Array(words[0])
    close = Array(words[1])
  }

  /// The tag whose opening delimiter stands at an offset.
  func tag(at offset: Int, in source: SourceText) throws(TemplateError) -> Tag {
    var start = offset + open.count
    while start < source.bytes.count, source.bytes[start].isWhitespace { start += 1 }
    let sigil = start < source.bytes.count ? source.bytes[start] : 0
    var kind = Tag.Kind.variable
    var closing = close
    switch sigil {
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .end
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "{"):
      kind = .unescaped
      closing = [UInt8(ascii: "}")] + close
    case UInt8(ascii: "="):
      kind = .delimiters
      closing = [UInt8(ascii: "=")] + close
    default: break
    }
    if kind != .variable { start += 1 }
    guard let end = source.firstIndex(of: closing, from: start) else {
      throw source.error(.unclosedTag(closing: String(decoding: closing, as: UTF8.self)), at: offset)
    }
    let content = kind == .comment ? "" : source.trimmed(start..<end)
    return Tag(kind: kind, content: content, range: offset..<end + closing.count)
  }
}
