import JSONTree
import Testing

@Suite("The JSON Schema validator of these tests")
struct JSONSchemaTests {
  static let cases: [(schema: String, valid: [String], invalid: [String])] = [
    (#"{"type": "string"}"#, [#""a""#], ["1", "null", "[]"]),
    (#"{"type": "integer"}"#, ["1", "-3"], ["1.5", #""1""#, "true"]),
    (#"{"type": "boolean"}"#, ["true"], ["0", "null"]),
    (#"{"const": "a"}"#, [#""a""#], [#""b""#]),
    (#"{"enum": ["a", false]}"#, [#""a""#, "false"], [#""b""#, "true"]),
    (#"{"minLength": 1, "maxLength": 2}"#, [#""é""#, #""👍👍""#, "5"], [#""""#, #""abc""#]),
    (#"{"minItems": 1, "maxItems": 2}"#, ["[1]", "{}"], ["[]", "[1, 2, 3]"]),
    (#"{"minimum": 1}"#, ["1", #""a""#], ["0"]),
    (#"{"items": {"type": "string"}}"#, ["[]", #"["a"]"#], [#"["a", 1]"#]),
    (#"{"required": ["a"]}"#, [#"{"a": 1}"#, "[]"], ["{}", #"{"b": 1}"#]),
    (#"{"properties": {"a": {"type": "string"}}}"#, ["{}", #"{"a": "x", "b": 1}"#], [#"{"a": 1}"#]),
    (
      #"{"properties": {"a": true}, "additionalProperties": false}"#, ["{}", #"{"a": 1}"#],
      [#"{"b": 1}"#, #"{"a": 1, "b": 1}"#]
    ),
    (#"{"additionalProperties": {"type": "string"}}"#, [#"{"b": "x"}"#], [#"{"b": 1}"#]),
    (#"{"anyOf": [{"type": "string"}, {"const": 1}]}"#, [#""a""#, "1"], ["2", "null"]),
    (
      ##"{"$defs": {"t": {"items": {"$ref": "#/$defs/t"}, "type": "array"}}, "$ref": "#/$defs/t"}"##,
      ["[]", "[[], [[]]]"], ["1", "[[1]]"]
    ),
    ("false", [], ["1"]), ("true", ["1"], []),
  ]

  @Test("takes what is valid and nothing else", arguments: cases)
  func verdict(schema: String, valid: [String], invalid: [String]) throws {
    let schema = try JSONSchema(schema)
    for text in valid { #expect(schema.problems(try JSON.parse(Array(text.utf8))) == []) }
    for text in invalid { #expect(schema.problems(try JSON.parse(Array(text.utf8))) != [], "\(text)") }
  }

  @Test(
    "refuses a schema that it would not hold to",
    arguments: [
      (#"{"typ": "string"}"#, JSONSchema.Fault.unknownKeyword("typ")),
      (#"{"properties": {"a": {"pattern": "x"}}}"#, .unknownKeyword("pattern")),
      (#"{"items": {"anyOf": [{"oneOf": []}]}}"#, .unknownKeyword("oneOf")),
      (##"{"$ref": "#/$defs/none"}"##, .noDefinition(##""#/$defs/none""##)),
      (#"{"items": 5}"#, .malformed("5")),
    ])
  func unknown(schema: String, fault: JSONSchema.Fault) {
    #expect(throws: fault) { try JSONSchema(schema) }
  }

  @Test("names the place")
  func place() throws {
    let schema = try JSONSchema(#"{"properties": {"a": {"items": {"maxLength": 1}}}}"#)
    let problems = schema.problems(try JSON.parse(Array(#"{"a": ["x", "xy"]}"#.utf8)))
    #expect(problems == [#"$.a[1]: maxLength 1, not "xy""#])
  }
}
