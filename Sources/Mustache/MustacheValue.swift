/// What a template is rendered against: plain data, shaped like JSON.
///
/// Contexts are pleasant to write as literals:
/// ```swift
/// let context: MustacheValue = ["title": "API latency", "severity": 2, "services": ["payments"], "cause": nil]
/// ```
public enum MustacheValue: Sendable, Equatable {
  /// Nothing; a name that no context holds resolves to it.
  case null
  /// Interpolates as `true` or `false`.
  case bool(Bool)
  /// Text, escaped when interpolated by `{{name}}`.
  case string(String)
  /// A number, as it is to be printed.
  case number(String)
  /// A section over it is rendered once for each item. Interpolates as nothing.
  case list([MustacheValue])
  /// A section over it resolves names in it first. Interpolates as nothing.
  case object([String: MustacheValue])

  /// Whether a section over the value is rendered.
  ///
  /// `null`, `false` and the empty list are falsey, all else is truthy: the empty string, zero and the empty object too.
  /// The specification leaves those three to the host language ("e.g. `!!data == true`") and its suites do not test them;
  /// this is the rule of the manual, "false values or empty lists", https://mustache.github.io/mustache.5.html#Sections.
  public var isTruthy: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .list(let items): !items.isEmpty
    case .string, .number, .object: true
    }
  }

  /// What `{{{name}}}` prints; nil where that is nothing.
  var text: String? {
    switch self {
    case .null, .list, .object: nil
    case .bool(let value): value ? "true" : "false"
    case .string(let text), .number(let text): text
    }
  }
}

extension MustacheValue: ExpressibleByNilLiteral {
  /// `null`.
  public init(nilLiteral: ()) {
    self = .null
  }
}

extension MustacheValue: ExpressibleByBooleanLiteral {
  /// A `bool`.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension MustacheValue: ExpressibleByIntegerLiteral {
  /// A `number`, in decimal digits.
  public init(integerLiteral value: Int) {
    self = .number(String(value))
  }
}

extension MustacheValue: ExpressibleByFloatLiteral {
  /// A `number`, in the shortest digits that read back as the same value.
  public init(floatLiteral value: Double) {
    self = .number(String(value))
  }
}

extension MustacheValue: ExpressibleByStringInterpolation {
  /// A `string`.
  public init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension MustacheValue: ExpressibleByArrayLiteral {
  /// A `list`.
  public init(arrayLiteral items: MustacheValue...) {
    self = .list(items)
  }
}

extension MustacheValue: ExpressibleByDictionaryLiteral {
  /// An `object`; of two equal keys the later counts.
  public init(dictionaryLiteral members: (String, MustacheValue)...) {
    self = .object(Dictionary(members) { _, later in later })
  }
}
