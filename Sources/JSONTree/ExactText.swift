extension String {
  /// Whether both hold the same UTF-8. `==` compares by canonical equivalence instead, which JSON does not
  /// (RFC 8259, section 8.3).
  func isExactly(_ other: String) -> Bool {
    // Equal bytes are canonically equivalent, so `==` may refuse first: it is quick for short and for ASCII text.
    guard utf8.count == other.utf8.count, self == other else { return false }
    // Native text is contiguous, and comparing its bytes there is many times as fast as through the view.
    let areEqual = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in mine.elementsEqual(theirs) }
    }
    return areEqual.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
  }

  /// Hashes the UTF-8, consistent with `isExactly`.
  func hashExactly(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

/// A string compared and hashed by its UTF-8: what makes two keys the same key.
struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.isExactly(right.text)
  }

  func hash(into hasher: inout Hasher) {
    text.hashExactly(into: &hasher)
  }
}
