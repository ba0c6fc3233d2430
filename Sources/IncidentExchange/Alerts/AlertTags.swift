import JSONTree

/// Tags, which Datadog and Opsgenie have in place of labels.
enum AlertTags {
  /// `service:payments, env:prod, vip` or a list of such: pairs as labels, what is no pair together as the label `tags`.
  static func labels(_ value: JSON?) -> [(name: String, value: String)] {
    let tags: [String]
    switch value {
    case .array(let elements): tags = elements.compactMap(AlertFields.text)
    case .string(let text): tags = text.split(separator: ",").map(String.init)
    case .object: return AlertFields(value).pairs
    case nil, .null, .bool, .number: return []
    }
    var labels: [(name: String, value: String)] = []
    var single: [Substring] = []
    for tag in tags {
      let tag = trimmed(tag[...])
      if let colon = tag.firstIndex(of: ":"), colon != tag.startIndex, tag.index(after: colon) != tag.endIndex,
        !tag[colon...].hasPrefix("://")
      {
        labels.append((String(trimmed(tag[..<colon])), String(trimmed(tag[tag.index(after: colon)...]))))
      } else if !tag.isEmpty {
        single.append(tag)
      }
    }
    return single.isEmpty ? labels : labels + [("tags", single.joined(separator: ", "))]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
