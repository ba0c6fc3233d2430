import JSONTree

/// The members of an object, found as quickly among many as among few: heads hold a handful, and other tools may add
/// thousands.
struct MemberIndex {
  private let object: JSONObject
  /// Nil where walking the members is quicker. The keys are JSON strings, which are equal only if their bytes are.
  private let places: [JSON: Int]?

  init(_ object: JSONObject) {
    self.object = object
    guard object.count > 32 else {
      places = nil
      return
    }
    places = Dictionary(
      object.enumerated().map { (JSON.string($0.element.key), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a key's member stands, from 0.
  func place(of key: String) -> Int? {
    places.map { $0[.string(key)] } ?? object.index(forKey: key)
  }

  subscript(key: String) -> JSON? {
    place(of: key).map { object[$0].value }
  }
}

extension JSONObject {
  /// This object with members of `other` that it lacks, each behind the member it stood behind there; those that stood
  /// behind none come first. One pass, whatever the size.
  /// - Parameter addition: The value of a member that is to come in; nil for one that is left out. It is not asked
  ///   about members this object has.
  func taking(from other: JSONObject, _ addition: (Member) -> JSON?) -> JSONObject {
    let index = MemberIndex(self)
    // What comes in before the first member, behind the first, and so on.
    var guests = [[(String, JSON)]](repeating: [], count: count + 1)
    var place = 0
    for member in other {
      if let found = index.place(of: member.key) {
        place = found + 1
      } else if let value = addition(member) {
        guests[place].append((member.key, value))
      }
    }
    var pairs = guests[0]
    for (position, member) in enumerated() {
      pairs.append((member.key, member.value))
      pairs += guests[position + 1]
    }
    return JSONObject(pairs)
  }
}
