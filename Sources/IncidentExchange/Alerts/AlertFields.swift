import IncidentCore
import JSONTree

/// The members of an object from outside, in which nothing need be there or be what it should.
struct AlertFields {
  let object: JSONObject

  /// Without members where the value is no object.
  init(_ value: JSON?) {
    object = value?.object ?? JSONObject()
  }

  /// Whether there is anything but null.
  func has(_ key: String) -> Bool {
    switch object[key] {
    case nil, .null: false
    case .bool, .number, .string, .array, .object: true
    }
  }

  /// The text of the first of these members that has any: a string in which something can be seen, a number, a truth value.
  func text(_ keys: String...) -> String? {
    for key in keys {
      if let text = Self.text(of: object[key]) { return text }
    }
    return nil
  }

  /// The time of the first of these members that is one.
  func time(_ keys: String...) -> Timestamp? {
    for key in keys {
      if let time = AlertTime.moment(object[key]) { return time }
    }
    return nil
  }

  /// The members of a member.
  func fields(_ key: String) -> AlertFields {
    AlertFields(object[key])
  }

  /// The elements of a member; none where it is no list.
  func list(_ key: String) -> [JSON] {
    object[key]?.array ?? []
  }

  /// Every member with its text, what has members of its own as compact JSON.
  var pairs: [(name: String, value: String)] {
    object.compactMap { member in Self.anyText(of: member.value).map { (member.key, $0) } }
  }

  /// Whether a member is there, and its text is this one.
  func says(_ text: String, of key: String) -> Bool {
    if case .string(let found)? = object[key] { return found == text }
    return object[key].flatMap(Self.anyText) == text
  }

  private static func anyText(of value: JSON) -> String? {
    switch value {
    case .null: nil
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let bool): String(bool)
    case .array, .object: value.inlineText()
    }
  }

  /// What the value says, where it is a word or a number.
  static func text(of value: JSON?) -> String? {
    switch value {
    case .string(let text): AlertText.isVisible(text) ? text : nil
    case .number(let number): number.text
    case .bool(let bool): String(bool)
    case nil, .null, .array, .object: nil
    }
  }
}
