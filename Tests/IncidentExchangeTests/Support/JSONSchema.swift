import JSONTree

/// A JSON Schema (draft 2020-12, <https://json-schema.org/draft/2020-12/json-schema-validation>), as far as the schemas
/// of the tests need it. A keyword that it does not know makes it fail, so that none is silently without effect.
struct JSONSchema {
  enum Fault: Error, Equatable {
    case unknownKeyword(String)
    case noDefinition(String)
    case malformed(String)
  }

  private let root: JSON

  init(_ text: String) throws {
    root = try JSON.parse(Array(text.utf8))
    try Self.check(root, definitions: root["$defs"]?.object ?? [:])
  }

  /// What is wrong with a document, each with its place; empty for a valid one.
  func problems(_ document: JSON) -> [String] {
    problems(document, root, "$")
  }

  private static let notes: Set<String> = ["$schema", "$id", "$comment", "title", "description", "$defs"]
  private static let subschemas: Set<String> = ["items", "additionalProperties"]
  private static let plain: Set<String> = [
    "type", "const", "enum", "required", "minItems", "maxItems", "minLength", "maxLength", "minimum", "$ref",
  ]

  private static func check(_ schema: JSON, definitions: JSONObject) throws {
    guard let members = schema.object else {
      guard schema.bool != nil else { throw Fault.malformed(schema.inlineText()) }
      return
    }
    for member in members {
      switch member.key {
      case "properties", "$defs":
        guard let schemas = member.value.object else { throw Fault.malformed(member.key) }
        for inner in schemas { try check(inner.value, definitions: definitions) }
      case "anyOf":
        guard let schemas = member.value.array else { throw Fault.malformed(member.key) }
        for inner in schemas { try check(inner, definitions: definitions) }
      case "$ref":
        guard let name = reference(member.value), definitions[name] != nil else {
          throw Fault.noDefinition(member.value.inlineText())
        }
      case let key where subschemas.contains(key): try check(member.value, definitions: definitions)
      case let key where plain.contains(key) || notes.contains(key): continue
      default: throw Fault.unknownKeyword(member.key)
      }
    }
  }

  private static func reference(_ value: JSON) -> String? {
    value.string.flatMap { $0.hasPrefix("#/$defs/") ? String($0.dropFirst(8)) : nil }
  }

  private func problems(_ document: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard let members = schema.object else { return schema.bool == false ? ["\(place): not allowed"] : [] }
    return members.flatMap { problems(document, $0.key, $0.value, members, place) }
  }

  private func problems(
    _ document: JSON, _ keyword: String, _ value: JSON, _ schema: JSONObject, _ place: String
  ) -> [String] {
    func unless(_ holds: Bool) -> [String] {
      holds ? [] : ["\(place): \(keyword) \(value.inlineText()), not \(document.inlineText().prefix(60))"]
    }
    switch keyword {
    case "type": return unless(value.string == Self.type(of: document))
    case "const": return unless(document == value)
    case "enum": return unless(value.array?.contains(document) ?? false)
    case "$ref":
      return Self.reference(value).flatMap { root["$defs"]?[$0] }.map { problems(document, $0, place) } ?? unless(false)
    case "anyOf":
      return unless(value.array?.contains { problems(document, $0, place).isEmpty } ?? false)
    case "minLength": return unless(document.string.map { $0.unicodeScalars.count >= value.int ?? .max } ?? true)
    case "maxLength": return unless(document.string.map { $0.unicodeScalars.count <= value.int ?? -1 } ?? true)
    case "minItems": return unless(document.array.map { $0.count >= value.int ?? .max } ?? true)
    case "maxItems": return unless(document.array.map { $0.count <= value.int ?? -1 } ?? true)
    case "minimum": return unless(document.int.map { $0 >= value.int ?? .max } ?? true)
    case "items":
      return (document.array ?? []).enumerated().flatMap { problems($1, value, "\(place)[\($0)]") }
    case "required":
      guard let object = document.object else { return [] }
      return (value.array ?? []).flatMap { key in unless(key.string.map { object[$0] != nil } ?? false) }
    case "properties":
      return (document.object ?? [:]).flatMap { member in
        value[member.key].map { problems(member.value, $0, "\(place).\(member.key)") } ?? []
      }
    case "additionalProperties":
      let known = schema["properties"]
      return (document.object ?? [:]).flatMap { member in
        known?[member.key] == nil ? problems(member.value, value, "\(place).\(member.key)") : []
      }
    default: return []
    }
  }

  private static func type(of document: JSON) -> String {
    switch document {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number): number.int == nil ? "number" : "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
