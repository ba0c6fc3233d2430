/// One pass over the bytes of a text, each looked at a bounded number of times.
struct SecretScanner {
  /// A credential and where it stands.
  struct Match {
    let rule: SecretRule
    let range: Range<Int>
  }

  let text: UnsafeRawBufferPointer
  private var found: [Match] = []
  /// Where the run of letters, digits, `_` and `-` ends in which a web token was looked for last: once is enough.
  private var runEnd = 0
  /// What a token of a service may begin with, a bit a byte.
  private let firstBytes: (low: UInt64, high: UInt64)

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for format in TokenFormat.all {
      let byte = format.prefix.utf8Start.pointee
      if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
    }
    firstBytes = bits
  }

  /// Every match, in the order of the text; none overlaps another.
  mutating func matches() -> [Match] {
    var position = 0
    while position < text.count {
      if let match = match(at: position) {
        found.append(match)
        position = max(match.range.upperBound, position + 1)
      } else {
        position += 1
      }
    }
    return found
  }

  private mutating func match(at position: Int) -> Match? {
    switch text[position] {
    case UInt8(ascii: ":"): return urlPassword(at: position) ?? assignment(at: position)
    case UInt8(ascii: "="): return assignment(at: position)
    case UInt8(ascii: "-"): return privateKey(at: position) ?? option(at: position) ?? login(at: position)
    case UInt8(ascii: ">"): return element(at: position)
    case UInt8(ascii: " "): return sentence(at: position) ?? namedKey(at: position)
    case let byte where Bytes.isWord(byte) && !isWord(at: position - 1):
      return token(at: position) ?? webToken(at: position) ?? authorization(at: position) ?? botToken(at: position)
    default: return nil
    }
  }

  // MARK: Tokens

  /// A token of ``TokenFormat`` that begins here.
  func token(at position: Int) -> Match? {
    let byte = text[position]
    let isFirst =
      byte < 64 ? firstBytes.low >> UInt64(byte) & 1 == 1 : byte < 128 && firstBytes.high >> UInt64(byte - 64) & 1 == 1
    guard isFirst else { return nil }
    for format in TokenFormat.all where starts(with: format.prefix, at: position) {
      let start = position + format.prefix.utf8CodeUnitCount
      var end = start
      while end < text.count, end - start <= format.most, format.alphabet.contains(text[end]) { end += 1 }
      // A sentence ends with a full stop; a token does not.
      while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
      // Letters that stop where others of the word go on are part of something else.
      let isWhole = format.most == .max || !isWord(at: end)
      if isWhole, format.least...format.most ~= end - start { return Match(rule: format.rule, range: position..<end) }
    }
    return nil
  }

  /// A JSON Web Token: three parts in base 64, the first of them an object with `alg` (RFC 7515, section 4.1.1).
  private mutating func webToken(at position: Int) -> Match? {
    guard position >= runEnd, starts(with: "eyJ", at: position) else { return nil }
    var ends: [Int] = []
    var end = position
    while ends.count < 3 {
      let start = end
      while end < text.count, TokenFormat.Alphabet.word.contains(text[end]) { end += 1 }
      if ends.isEmpty { runEnd = end }
      guard end - start >= (ends.isEmpty ? 10 : 4) else { break }
      ends.append(end)
      guard ends.count < 3, end < text.count, text[end] == UInt8(ascii: ".") else { break }
      end += 1
    }
    guard ends.count == 3 else { return nil }
    let header = Bytes.base64(text[position..<ends[0]])
    guard Bytes.contains(header, "\"alg\"") else { return nil }
    return Match(rule: .jwt, range: position..<ends[2])
  }

  /// `Bearer TOKEN`, `Basic BASE64`.
  private func authorization(at position: Int) -> Match? {
    let isBearer = starts(with: "Bearer ", at: position) || starts(with: "bearer ", at: position)
    guard isBearer || starts(with: "Basic ", at: position) else { return nil }
    let start = position + (isBearer ? 7 : 6)
    var end = start
    while end < text.count, TokenFormat.Alphabet.dotted.contains(text[end]) { end += 1 }
    guard end - start >= 8, token(at: start) == nil, !starts(with: "eyJ", at: start) else { return nil }
    if isBearer {
      guard end - start >= 16, SecretValue(text[start..<end]).looksRandom else { return nil }
    } else {
      guard Bytes.base64(text[start..<end]).contains(UInt8(ascii: ":")) else { return nil }
    }
    return Match(rule: .authorization, range: start..<end)
  }

  /// Telegram's `123456789:AA…`, Discord's and Terraform Cloud's three parts.
  private func botToken(at position: Int) -> Match? {
    var end = position
    while end < text.count, end - position < 32, TokenFormat.Alphabet.word.contains(text[end]) { end += 1 }
    guard end < text.count else { return nil }
    let length = end - position
    func run(from start: Int) -> Int {
      var end = start
      while end < text.count, TokenFormat.Alphabet.word.contains(text[end]) { end += 1 }
      return end
    }
    if text[end] == UInt8(ascii: ":"), 8...10 ~= length, text[position..<end].allSatisfy(Bytes.isDigit) {
      let last = run(from: end + 1)
      guard starts(with: "AA", at: end + 1), 34...36 ~= last - end - 1 else { return nil }
      return Match(rule: .telegram, range: position..<last)
    }
    guard text[end] == UInt8(ascii: ".") else { return nil }
    if length == 14, starts(with: ".atlasv1.", at: end) {
      let last = run(from: end + 9)
      return last - end >= 60 ? Match(rule: .terraform, range: position..<last) : nil
    }
    guard 24...28 ~= length, [UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "O")].contains(text[position]) else {
      return nil
    }
    let middle = run(from: end + 1)
    guard middle - end - 1 == 6, middle < text.count, text[middle] == UInt8(ascii: ".") else { return nil }
    let last = run(from: middle + 1)
    return last - middle - 1 >= 27 ? Match(rule: .discord, range: position..<last) : nil
  }

  /// `-----BEGIN … PRIVATE KEY-----` (RFC 7468), with what follows up to its end.
  private func privateKey(at position: Int) -> Match? {
    guard starts(with: "-----BEGIN ", at: position) else { return nil }
    var end = position + 11
    while end < text.count, text[end] != UInt8(ascii: "-"), text[end] != UInt8(ascii: "\n"), end - position < 80 {
      end += 1
    }
    let label = text[(position + 11)..<end]
    guard Bytes.contains(Array(label), "PRIVATE KEY"), starts(with: "-----", at: end) else { return nil }
    end += 5
    // The key itself, whether its lines are broken or not.
    while end < text.count, !starts(with: "-----END", at: end) { end += 1 }
    return Match(rule: .privateKey, range: position..<end)
  }

  // MARK: Helpers

  func starts(with word: StaticString, at position: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position >= 0, position + count <= text.count else { return false }
    for index in 0..<count where text[position + index] != word.utf8Start[index] { return false }
    return true
  }

  private func isWord(at position: Int) -> Bool {
    position >= 0 && position < text.count && Bytes.isWord(text[position])
  }
}
