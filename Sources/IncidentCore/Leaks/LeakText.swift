/// A message as the rules read it: in lower case, a line end as a blank, and without what nobody sees.
struct LeakText {
  /// Something found, by its characters.
  struct Span: Hashable {
    let rule: LeakRule
    /// Where it is shown to begin and end.
    let range: Range<Int>
    /// All of it: a private key has more lines than the one it is shown in.
    let whole: Range<Int>

    init(_ rule: LeakRule, _ range: Range<Int>, whole: Range<Int>? = nil) {
      self.rule = rule
      self.range = range
      self.whole = whole ?? range
    }
  }

  /// As they are read (``LeakFolding``), in their case, with their line ends.
  let characters: [Character]
  /// The same in lower case, every white space a blank.
  private(set) var folded: [Character]
  private(set) var kinds: [LeakCharacterKind]
  /// Where each begins, in Unicode scalars of the text.
  private let offsets: [Int]
  /// Where each line begins, in Unicode scalars of the text.
  private let lines: [Int]

  init(_ text: some StringProtocol) {
    var visible = String.UnicodeScalarView()
    var places: [Int] = []
    var lines = [0]
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" { lines.append(place + 1) }
      guard let seen = LeakFolding.visible(scalar) else { continue }
      visible.append(seen)
      places.append(place)
    }
    characters = Array(String(visible))
    folded = characters.map(LeakFolding.lowercased)
    kinds = characters.map(LeakCharacterKind.init)
    var offsets: [Int] = []
    offsets.reserveCapacity(characters.count)
    var scalar = 0
    for character in characters {
      offsets.append(places[scalar])
      scalar += character.utf8.count == 1 ? 1 : character.unicodeScalars.count
    }
    self.offsets = offsets
    self.lines = lines
  }

  /// The characters of a name or phrase, as ``folded`` has them.
  static func folded(_ text: String) -> [Character] { LeakText(text).folded }

  /// Words as `--allow` compares them: what looks the same is the same, and one blank is as good as many.
  static func key(_ text: String) -> String { secretKey(text).lowercased() }

  /// The same for a credential, whose case says what it is.
  static func secretKey(_ text: String) -> String {
    let text = LeakText(text)
    return text.words(in: text.characters.indices)
  }

  /// Takes what was found out of what the other rules read.
  mutating func mask(_ range: Range<Int>) {
    for place in range {
      folded[place] = "\u{FFFC}"
      kinds[place] = .mark
    }
  }

  /// Whether two words meet here without a blank: something nobody sees stood between, or a capital begins the second.
  func isSeam(at place: Int) -> Bool {
    guard place > 0, place < characters.count else { return false }
    let before = characters[place - 1]
    return offsets[place] > offsets[place - 1] + before.unicodeScalars.count
      || characters[place].isUppercase && before.isLowercase
  }

  /// Whether one letter or digit of a word and another of the same word meet here.
  func joins(at place: Int) -> Bool {
    guard place > 0, place < kinds.count else { return false }
    return Self.isOfWord(kinds[place - 1]) && Self.isOfWord(kinds[place])
  }

  private static func isOfWord(_ kind: LeakCharacterKind) -> Bool { kind == .letter || kind == .digit }

  /// The words there, with one blank for each run of white space.
  func words(in range: Range<Int>) -> String {
    characters[range].split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  /// What was found, as it is told.
  func leak(_ span: Span) -> Leak {
    let offset = offsets[span.range.lowerBound]
    let line = line(of: offset)
    return Leak(rule: span.rule, text: shown(span), line: line + 1, column: offset - lines[line] + 1)
  }

  /// Of a credential only its first characters, at most a quarter of it.
  private func shown(_ span: Span) -> String {
    guard span.rule == .secret else { return words(in: span.range) }
    return String(characters[span.whole].prefix(min(4, span.whole.count / 4))) + "…"
  }

  /// The index of the last line that begins at or before an offset.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension LeakText {
  /// Credentials, in the order of the text.
  func secrets() -> [Span] {
    var (place, offset) = (0, 0)
    return SecretScan.findings(in: String(characters)).map { finding in
      /// The character that begins at a byte, or behind it.
      func advance(to byte: Int) -> Int {
        while offset < byte, place < characters.count {
          offset += characters[place].utf8.count
          place += 1
        }
        return place
      }
      let start = advance(to: finding.offset)
      let end = advance(to: finding.offset + finding.length)
      let lineEnd = characters[start..<end].firstIndex(where: \.isNewline) ?? end
      return Span(.secret, start..<lineEnd, whole: start..<end)
    }
  }
}
