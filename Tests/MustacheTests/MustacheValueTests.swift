import Mustache
import Testing

@Suite struct MustacheValueTests {
  @Test("contexts can be written as literals")
  func literals() {
    let name = "dana"
    let value: MustacheValue = ["a": nil, "b": true, "c": 1, "d": 1.5, "e": "\(name)!", "f": [1, "x"], "g": [:]]
    #expect(
      value
        == .object([
          "a": .null, "b": .bool(true), "c": .number("1"), "d": .number("1.5"), "e": .string("dana!"),
          "f": .list([.number("1"), .string("x")]), "g": .object([:]),
        ]))
    #expect(["a": 1, "a": 2] as MustacheValue == ["a": 2], "of two equal keys the later counts")
  }

  @Test("null, false and the empty list are falsey", arguments: [.null, .bool(false), .list([])] as [MustacheValue])
  func falsey(_ value: MustacheValue) {
    #expect(!value.isTruthy)
  }

  @Test(
    "all else is truthy",
    arguments: [.bool(true), .string("x"), .string(""), .number("0"), .list([.null]), .object([:])] as [MustacheValue])
  func truthy(_ value: MustacheValue) {
    #expect(value.isTruthy)
  }
}
