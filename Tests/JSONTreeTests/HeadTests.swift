import JSONTree
import Testing

@Suite("The head of an object")
struct HeadTests {
  static let record = #"{"schema": 1, "title": "é 😀\n", "roles": {"a": ["b"]}, "n": -12.5e3, "timeline": [1, 2]}"#

  private func head(_ text: some Sequence<UInt8>, before key: String = "timeline") throws(JSONError) -> JSONHead {
    try JSON.parseHead(Array(text), stoppingBefore: key)
  }

  @Test("ends before the key, and nothing after the key is read")
  func endsBeforeKey() throws {
    let whole = try #require(try JSON.parse(Self.record).object)
    for rest in [": [1, 2]}", " nonsense \"", ""] {
      let text = #"{"schema": 1, "title": "é 😀\n", "roles": {"a": ["b"]}, "n": -12.5e3, "timeline""# + rest
      let head = try head(text.utf8)
      #expect(head.members.members == whole.members.dropLast())
      #expect(head.stop == .key)
      #expect(head.offset == text.utf8.count - rest.utf8.count - 10)
    }
    #expect(try head(Array(#"{"timeline""#.utf8) + [0xFF, 0]).offset == 1)
    #expect(try head(#"{"a": {"timeline": 1}, "time\u006cine"#.utf8 + [0x22]).members == ["a": ["timeline": 1]])
  }

  @Test("is whole where the key is missing")
  func isWhole() throws {
    #expect(try head("{}".utf8) == head("{} \n".utf8))
    #expect(try head(Self.record.utf8, before: "none").stop == .objectEnd)
    #expect(try head(Self.record.utf8, before: "none").members == JSON.parse(Self.record).object)
    #expect(try head(" {\"a\": 1} ".utf8).offset == 9)
  }

  @Test("asks for more bytes wherever it is cut off, and has the members so far")
  func asksForMore() throws {
    let bytes = Array(Self.record.utf8)
    let stop = try head(bytes).offset
    let whole = try head(bytes).members.members
    for end in 0..<(stop + 10) {
      let head = try head(bytes[..<end])
      #expect(head.stop == .cutOff, "cut off at \(end)")
      #expect(head.offset == end)
      #expect(head.members.elementsEqual(whole.prefix(head.members.count)))
    }
    #expect(try head(bytes[..<14]).members == ["schema": 1])
    #expect(try head(bytes[..<stop]).members.count == 4)
  }

  @Test("never takes malformed text for text that is cut off")
  func refusesMalformed() {
    let cases: [(String, JSONError.Kind)] = [
      ("[", .unexpectedCharacter("[", expected: .object)), ("1", .unexpectedCharacter("1", expected: .object)),
      ("{,", .unexpectedCharacter(",", expected: .keyOrObjectEnd)),
      ("{\"a\" 1", .unexpectedCharacter("1", expected: .colon)),
      ("{\"a\": 01", .invalidNumber(.leadingZero)), ("{\"a\": 1}}", .trailingContent),
      ("{\"a\": \"\\x", .invalidEscape("x")),
      ("\u{feff}{", .byteOrderMark), ("{\"a\": nulx", .unknownWord("nulx")),
      ("{\"a\": \"\n", .controlCharacterInString(10)),
    ]
    for (text, kind) in cases {
      let error = #expect(throws: JSONError.self) { try JSON.parseHead(Array(text.utf8), stoppingBefore: "timeline") }
      #expect(error?.kind == kind)
      #expect(error?.isUnexpectedEnd == false)
    }
    let error = #expect(throws: JSONError.self) {
      try JSON.parseHead(Array(#"{"a": 1, "a": 2, "timeline""#.utf8), stoppingBefore: "timeline")
    }
    #expect(error?.position.column == 10)
  }

  @Test("reads from memory that someone else holds")
  func readsRawMemory() throws {
    let bytes = Array(Self.record.utf8)
    let head = try bytes.withUnsafeBytes { try JSON.parseHead($0, stoppingBefore: "roles") }
    #expect(head.members.keys == ["schema", "title"])
  }
}
