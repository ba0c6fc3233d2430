/// A JSON value (RFC 8259) that loses nothing: objects keep the order of their keys, numbers keep their exact text.
///
/// Equality is exact: two strings are equal when their UTF-8 is (`String` would take `é` and `e` + U+0301 for the same),
/// two numbers when their texts are (`1` and `1.0` differ), two objects when they hold equal members in the same order.
public enum JSON: Sendable {
  /// The word `null`.
  case null
  /// The words `true` and `false`.
  case bool(Bool)
  /// A number, by its text.
  case number(JSONNumber)
  /// A string, unescaped.
  case string(String)
  /// A list of values.
  case array([JSON])
  /// Members with distinct keys, in order.
  case object(JSONObject)
}

extension JSON: Hashable {
  /// Exact equality, as the type's description defines it.
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isExactly(right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null:
      hasher.combine(0 as UInt8)
    case .bool(let value):
      hasher.combine(1 as UInt8)
      hasher.combine(value)
    case .number(let value):
      hasher.combine(2 as UInt8)
      hasher.combine(value)
    case .string(let value):
      hasher.combine(3 as UInt8)
      value.hashExactly(into: &hasher)
    case .array(let values):
      hasher.combine(4 as UInt8)
      hasher.combine(values)
    case .object(let value):
      hasher.combine(5 as UInt8)
      hasher.combine(value)
    }
  }
}

extension JSON {
  /// The text, if this is a string.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  public var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, if this is an object.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The truth value, if this is `true` or `false`.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The integer, if this is a number for which `JSONNumber.int` has one.
  public var int: Int? {
    if case .number(let value) = self { value.int } else { nil }
  }

  /// The value of a member. Nil where there is none, or where this is no object.
  public subscript(_ key: String) -> JSON? {
    if case .object(let value) = self { value[key] } else { nil }
  }

  /// The element at a position from 0. Nil where there is none, or where this is no array.
  public subscript(_ index: Int) -> JSON? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// A number.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// An array.
  public init(arrayLiteral elements: JSON...) {
    self = .array(elements)
  }

  /// An object with its members in the order written. Of two equal keys the later value takes the earlier place.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements))
  }
}
