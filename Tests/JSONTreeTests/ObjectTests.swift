import JSONTree
import Testing

@Suite("Objects")
struct ObjectTests {
  @Test("replace in place, append what is new, remove on nil")
  func areEdited() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]
    object["b"] = 20
    #expect(object == ["a": 1, "b": 20, "c": 3])
    object["d"] = 4
    object["a"] = nil
    object["none"] = nil
    #expect(object == ["b": 20, "c": 3, "d": 4])
    #expect(object.removeValue(forKey: "c") == 3)
    #expect(object.removeValue(forKey: "c") == nil)
    #expect(object.keys == ["b", "d"])
    #expect(object.count == 2)
    #expect(!object.isEmpty)
  }

  @Test("take new members after a key or at a position, and keep the place of old ones")
  func areInsertedInto() {
    var object: JSONObject = ["a": 1, "c": 3]
    object.insert(2, forKey: "b", after: "a")
    object.insert(9, forKey: "z", after: "none")
    object.insert(0, forKey: "_", at: 0)
    #expect(object.keys == ["_", "a", "b", "c", "z"])
    object.insert(10, forKey: "a", after: "z")
    object.insert(30, forKey: "c", at: 0)
    #expect(object == ["_": 0, "a": 10, "b": 2, "c": 30, "z": 9])
    object.insert(1, forKey: "y", at: 99)
    object.insert(1, forKey: "x", at: -1)
    #expect(object.first?.key == "x")
    #expect(object.last?.key == "y")
    #expect(object[1].key == "_")
  }

  @Test("never hold a key twice, nor confuse equivalent keys")
  func haveDistinctKeys() {
    let object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.members == [.init(key: "a", value: 3), .init(key: "b", value: 2)])
    var accents: JSONObject = ["\u{e9}": 1]
    accents["e\u{301}"] = 2
    #expect(accents.count == 2)
    #expect(accents["\u{e9}"] == 1)
    #expect(JSONObject().isEmpty)
  }
}
