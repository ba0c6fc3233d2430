import IncidentCore

/// Tells cheaply which runbooks cannot be for something, so that `show` reads the settings of the few that may be.
///
/// A glob can only match where every run of letters and digits in it occurs in what it is held against. That much can
/// be seen in a document's bytes, without reading its settings; where they are anything but plain lines, it may match.
struct TriggerFilter {
  /// What triggers are held against: letters and digits of ASCII, in lower case, all else left out.
  private let haystack: [UInt8]
  private let links: [String]

  init(_ situation: RunbookSituation) {
    var haystack: [UInt8] = []
    func add(_ text: String) {
      for scalar in Glob.folded(text) where scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if Self.isWordByte(byte) { haystack.append(byte) }
      }
      // Nothing goes on from one text into the next.
      haystack.append(0)
    }
    if let title = situation.title { add(title) }
    for service in situation.services { add(service) }
    for alert in situation.alerts {
      if let name = alert.name { add(name) }
      for label in alert.labels { add(label.name + label.value) }
    }
    self.haystack = haystack
    links = situation.alerts.flatMap(\.links).map { $0.lowercased() }
  }

  /// Whether a runbook may be for it.
  func mayMatch(_ name: String, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    if !links.isEmpty {
      let name = name.lowercased()
      if links.contains(where: { $0.contains(name) }) { return true }
    }
    var position = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isFirst = true
    while position < source.count {
      var end = position
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      let isMark = Self.isMark(source, position..<end)
      if isFirst ? !isMark : isMark { return false }
      if !isFirst, mayMatch(source, position..<end) { return true }
      isFirst = false
      position = end + 1
    }
    return false
  }

  private func mayMatch(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, source[start] == UInt8(ascii: " ") || source[start] == UInt8(ascii: "\t") {
      start += 1
    }
    guard start < line.upperBound, source[start] != UInt8(ascii: "#") else { return false }
    // An item's text, else what stands behind a key.
    if source[start] != UInt8(ascii: "-") {
      while start < line.upperBound, source[start] != UInt8(ascii: ":") { start += 1 }
    }
    var position = start
    var (hasWord, hasWildcard) = (false, false)
    while position < line.upperBound {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "#"), 0x80...: return true
      // `*` by itself says nothing of an alert.
      case UInt8(ascii: "?"): hasWildcard = true
      default: break
      }
      position += 1
      guard byte >= UInt8(ascii: "0"), Self.isWordByte(byte | 0x20) else { continue }
      let first = position - 1
      while position < line.upperBound, source[position] >= UInt8(ascii: "0"), Self.isWordByte(source[position] | 0x20)
      { position += 1 }
      guard holds(source, first..<position) else { return isLess(source, position..<line.upperBound) }
      hasWord = true
    }
    return hasWord || hasWildcard
  }

  /// Whether what follows on a line makes it another thing than a plain text.
  private func isLess(_ source: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    rest.contains { index in
      switch source[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "#"), 0x80...: true
      default: false
      }
    }
  }

  private func holds(_ source: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard haystack.count >= word.count else { return false }
    for start in 0...(haystack.count - word.count) {
      var offset = 0
      while offset < word.count, haystack[start + offset] == source[word.lowerBound + offset] | 0x20 { offset += 1 }
      if offset == word.count { return true }
    }
    return false
  }

  /// Whether a line is one of those around settings.
  private static func isMark(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, source[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    guard end - line.lowerBound == 3 else { return false }
    let byte = source[line.lowerBound]
    return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")) && source[line.lowerBound + 1] == byte
      && source[line.lowerBound + 2] == byte
  }

  /// Of a byte in lower case: `0` to `9` stay as they are under `| 0x20`.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
