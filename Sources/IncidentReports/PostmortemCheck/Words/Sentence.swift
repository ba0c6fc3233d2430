/// A word of a sentence, or a mark between words.
struct Word: Hashable {
  /// In lower case, with a straight apostrophe; one of `, ; : ( ) — ? ! .` for a mark; empty for what is not read.
  let text: String
  /// Whether it begins with a capital letter.
  let isCapitalised: Bool
  /// Where in its ``InlineText`` it begins.
  let index: Int
  /// Behind its last scalar there.
  let end: Int
  /// What is known of it.
  let classes: WordClasses

  /// Whether it is a mark between words.
  var isMark: Bool { classes.contains(.mark) }
  /// Whether it stands for something that is not read.
  var isMask: Bool { text.isEmpty }
}

/// One sentence of a text.
struct Sentence {
  /// Words and marks, in order.
  fileprivate(set) var words: [Word] = []
  /// The text they stand in.
  fileprivate let scalars: [Unicode.Scalar]

  /// Whether it asks.
  var isQuestion: Bool { words.last?.text == "?" || words.dropLast().last?.text == "?" }

  /// Whether a word is in it that some rule looks for.
  var isSuspect: Bool { words.contains { $0.classes.contains(.trigger) } }

  /// The text of a word; empty beyond the ends.
  func text(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].text : ""
  }

  /// What is known of a word; nothing beyond the ends.
  func classes(_ index: Int) -> WordClasses {
    words.indices.contains(index) ? words[index].classes : []
  }

  /// The words of a range as they are written, in quotation marks; what is not read is `…`.
  func quoted(_ range: Range<Int>) -> String {
    let words = words[range.clamped(to: words.indices)]
    guard let first = words.first, let last = words.last else { return "\"\"" }
    var text = String.UnicodeScalarView()
    for scalar in scalars[first.index..<last.end] {
      if scalar == InlineText.mask {
        if text.last != "…" { text.append("…") }
      } else if scalar != "*" {
        text.append(scalar)
      }
    }
    return "\"\(String(text))\""
  }

  /// Whether these words stand there.
  func matches(_ phrase: [String], at index: Int) -> Bool {
    guard index >= 0, index + phrase.count <= words.count else { return false }
    for (offset, word) in phrase.enumerated() where words[index + offset].text != word { return false }
    return true
  }

  /// The words from the last mark, or `but`, that separates clauses before `index`; `index` itself left out.
  func clause(before index: Int, crossingCommas: Bool = false) -> Range<Int> {
    var start = min(index, words.count)
    while start > 0, index - start < 40 {
      let word = words[start - 1]
      if word.isMark, !(crossingCommas && word.text == ",") { break }
      if word.text == "but" { break }
      start -= 1
    }
    return start..<min(index, words.count)
  }

  /// The words up to the next mark that separates clauses.
  func clause(after index: Int) -> Range<Int> {
    var end = index + 1
    while end < words.count, end - index < 40, !words[end].isMark { end += 1 }
    return min(index + 1, words.count)..<min(end, words.count)
  }
}

/// A text taken apart into sentences and words.
struct SentenceReader {
  /// The sentences, in order.
  private(set) var sentences: [Sentence] = []
  private var sentence: Sentence

  /// - Parameter lexicon: What is known of words, names of this incident included.
  init(_ text: InlineText, _ lexicon: Lexicon) {
    let scalars = text.scalars
    sentence = Sentence(scalars: scalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == InlineText.mask {
        let start = position
        while position < scalars.count, scalars[position] == InlineText.mask { position += 1 }
        sentence.words.append(Word(text: "", isCapitalised: false, index: start, end: position, classes: []))
      } else if scalar.isUnspaced {
        // One by one: there are no spaces to tell words by.
        append(String(Character(scalar)), isCapitalised: false, position..<position + 1, lexicon)
        position += 1
      } else if scalar.isLetterOrDigit {
        let end = Self.endOfWord(scalars, position)
        let isCapital = scalar.value < 0x80 ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
        append(Self.word(scalars[position..<end]), isCapitalised: isCapital, position..<end, lexicon)
        position = end
      } else {
        readMark(scalars, &position)
      }
    }
    endSentence()
  }

  private mutating func append(
    _ text: String, isCapitalised: Bool, _ range: Range<Int>, _ lexicon: Lexicon
  ) {
    sentence.words.append(
      Word(
        text: text, isCapitalised: isCapitalised, index: range.lowerBound, end: range.upperBound,
        classes: lexicon.classes(of: text)))
  }

  private mutating func readMark(_ scalars: [Unicode.Scalar], _ position: inout Int) {
    let index = position
    position += 1
    let mark: String
    switch scalars[index] {
    case ",", "、", "，": mark = ","
    case ";", "；": mark = ";"
    case ":", "：": mark = ":"
    case "(", "[", "（": mark = "("
    case ")", "]", "）": mark = ")"
    case "—", "–", "→", "|": mark = "—"
    case "-":
      // A hyphen with spaces around it is a dash.
      guard index > 0, scalars[index - 1].isBlank, position < scalars.count, scalars[position].isBlank else { return }
      mark = "—"
    case "?", "？": mark = "?"
    case "!", "！": mark = "!"
    case ".", "。": mark = "."
    default: return
    }
    sentence.words.append(Word(text: mark, isCapitalised: false, index: index, end: position, classes: .mark))
    if mark == "?" || mark == "!" || mark == "." && endsSentence(scalars, position) { endSentence() }
  }

  /// Not the point of "e.g." before a small letter, nor the first of three.
  private func endsSentence(_ scalars: [Unicode.Scalar], _ next: Int) -> Bool {
    guard next < scalars.count else { return true }
    if scalars[next - 1] == "。" { return true }
    guard scalars[next].isBlank || !scalars[next].isLetterOrDigit && scalars[next] != "." else { return false }
    guard let following = scalars[next...].prefix(40).first(where: { !$0.isBlank && $0 != "*" && $0 != "_" }) else {
      return true
    }
    return !following.properties.isLowercase
  }

  private mutating func endSentence() {
    if !sentence.words.isEmpty { sentences.append(sentence) }
    sentence.words.removeAll(keepingCapacity: true)
  }

  /// Letters and digits; `'`, `-`, `.` and `_` between them: `don't`, `on-call`, `5.3`, `max_connections`.
  private static func endOfWord(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count, !scalars[end].isUnspaced {
      if scalars[end].isLetterOrDigit {
        end += 1
        continue
      }
      switch scalars[end] {
      case "'", "’", "-", "_", ".", "\u{2011}", "@", "\u{AD}": break
      default: return end
      }
      guard end + 1 < scalars.count, scalars[end + 1].isLetterOrDigit, !scalars[end + 1].isUnspaced else { return end }
      end += 1
    }
    return end
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    var isASCII = true
    for scalar in scalars {
      switch scalar {
      case "’": text.append("'")
      case "\u{2011}": text.append("-")
      case "\u{AD}": break
      case "A"..."Z": text.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default:
        if scalar.value >= 0x80 { isASCII = false }
        text.append(scalar)
      }
    }
    return isASCII ? String(text) : String(text).lowercased()
  }
}
