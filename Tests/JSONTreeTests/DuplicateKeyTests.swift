import JSONTree
import Testing

@Suite("Duplicate keys")
struct DuplicateKeyTests {
  @Test("are refused, naming the key and both places")
  func areRefused() throws {
    let text = """
      {
        "a": {"b": 1, "c": 2},
        "é": [{"a": 1}], "b": 3,
        "b": 4
      }
      """
    let error = try #require(throws: JSONError.self) { try JSON.parse(text) }
    guard case .duplicateKey(let key, let first) = error.kind else {
      Issue.record("not a duplicate key: \(error)")
      return
    }
    #expect(key == "b")
    #expect([first.line, first.column] == [3, 20])
    #expect([error.position.line, error.position.column] == [4, 3])
    #expect(
      error.message == "the key \"b\" appears twice in this object, first at line 3 column 20: expected each key once")
  }

  @Test(
    "are compared after unescaping",
    arguments: [
      #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#, #"{"":1,"":2}"#, #"{"/":1,"\/":2}"#, #"{"\n":1,"\u000a":2}"#,
      #"{"😀":1,"\ud83d\ude00":2}"#, #"{"a long key of many letters":1,"a long key of many l\u0065tters":2}"#,
      #"[{"x":{"k":1,"l":[{}],"k":2}}]"#,
    ])
  func areComparedUnescaped(text: String) throws {
    let error = try #require(throws: JSONError.self) { try JSON.parse(text) }
    guard case .duplicateKey = error.kind else {
      Issue.record("not a duplicate key: \(error)")
      return
    }
  }

  @Test("are found in objects of every size, wherever they stand", arguments: [1, 2, 8, 15, 16, 17, 18, 33, 200])
  func areFoundInLargeObjects(count: Int) throws {
    let keys = (0..<count).map { "a key with a common beginning \($0) and end" }
    for (index, key) in keys.enumerated() {
      let text = "{" + (keys + [key]).map { "\"\($0)\":{\"\($0)\":0}" }.joined(separator: ",") + "}"
      let error = try #require(throws: JSONError.self) { try JSON.parse(text) }
      guard case .duplicateKey(key, let first) = error.kind else {
        Issue.record("\(error)")
        return
      }
      #expect(first.offset == keys[..<index].reduce(1) { $0 + $1.utf8.count * 2 + 10 })
    }
  }

  @Test("are named shortened and escaped in the message")
  func areNamedSafely() throws {
    let key = "\u{1b}[2J\u{202e}" + String(repeating: "x", count: 5000)
    let quoted = JSON.string(key).inlineText()
    let error = try #require(throws: JSONError.self) { try JSON.parse("{\(quoted):1,\(quoted):2}") }
    #expect(error.message.hasPrefix(#"the key "\u001b[2J\u202exxx"#))
    #expect(error.message.utf8.count < 200)
  }
}
