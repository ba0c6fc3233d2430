public import JSONTree
public import Mustache

extension MustacheValue {
  /// The value as a JSON document, so that the author of a template sees what there is.
  ///
  /// Keys are sorted, for a context has no order. `null` stands for what is absent: the key is known, and a section over
  /// it is not rendered.
  public var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .string(let text): .string(text)
    case .number(let text): JSONNumber(text).map(JSON.number) ?? .string(text)
    case .list(let items): .array(items.map(\.json))
    case .object(let members): .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }
  }

  /// The value of a JSON document, for templates that are rendered with a file's data.
  public init(json: JSON) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .string(let text): self = .string(text)
    case .number(let number): self = .number(number.text)
    case .array(let items): self = .list(items.map(MustacheValue.init(json:)))
    case .object(let members):
      self = .object(Dictionary(members.map { ($0.key, MustacheValue(json: $0.value)) }) { _, later in later })
    }
  }

  /// Text, or `null` for none and for nothing but space: a section over an empty text would be rendered.
  init(text: String?) {
    self = text?.nonBlank.map(MustacheValue.string) ?? .null
  }

  /// A number.
  init(_ number: Int) {
    self = .number(String(number))
  }
}
