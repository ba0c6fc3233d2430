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
    object.compactMap { member in
      switch member.value {
      case .null: nil
      case .string(let text): (member.key, text)
      case .number(let number): (member.key, number.text)
      case .bool(let bool): (member.key, String(bool))
      case .array, .object: (member.key, member.value.inlineText())
      }
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
