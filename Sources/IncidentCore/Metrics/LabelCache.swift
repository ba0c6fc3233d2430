/// ``PrecedentQuery/label(_:)`` of texts of which a team has few and its records hold many.
struct LabelCache {
  private var labels: [String: String?] = [:]

  /// The label of a text; nil where it says nothing.
  mutating func label(_ text: String) -> String? {
    if let known = labels[text] { return known }
    let label = PrecedentQuery.label(text)
    labels[text] = .some(label)
    return label
  }
}
