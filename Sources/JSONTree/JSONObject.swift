/// The members of a JSON object, in order. No two have the same key.
///
/// Made for the small objects of records: a look-up walks the members.
public struct JSONObject: Hashable, Sendable {
  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key, unescaped.
    public let key: String
    /// Its value.
    public var value: JSON

    /// Pairs a key with a value.
    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }

    /// Exact equality of key and value.
    public static func == (left: Member, right: Member) -> Bool {
      left.key.isExactly(right.key) && left.value == right.value
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      key.hashExactly(into: &hasher)
      hasher.combine(value)
    }
  }

  /// The members in order.
  public private(set) var members: [Member]

  /// An object without members.
  public init() {
    members = []
  }

  /// The pairs in order. Of two equal keys the later value takes the earlier place.
  public init(_ pairs: some Sequence<(String, JSON)>) {
    self.init()
    var places: [ExactText: Int]?
    for (key, value) in pairs {
      // As in the reader: few are walked.
      guard members.count >= JSONReader.walkedMembers else {
        self[key] = value
        continue
      }
      var known = places.take() ?? Self.places(of: members)
      if let place = known[ExactText(text: key)] {
        members[place].value = value
      } else {
        known[ExactText(text: key)] = members.count
        members.append(Member(key: key, value: value))
      }
      places = known
    }
  }

  private static func places(of members: [Member]) -> [ExactText: Int] {
    var places: [ExactText: Int] = [:]
    for (place, member) in members.enumerated() { places[ExactText(text: member.key)] = place }
    return places
  }

  /// Takes members whose keys the reader has already found to be distinct.
  init(distinct members: [Member]) {
    self.members = members
  }

  /// The keys in order.
  public var keys: [String] {
    members.map(\.key)
  }

  /// The position of a key's member, from 0.
  public func index(forKey key: String) -> Int? {
    members.firstIndex { $0.key.isExactly(key) }
  }

  /// The value of a key. Setting replaces in place, or appends a new member; setting nil removes.
  public subscript(key: String) -> JSON? {
    get {
      for member in members where member.key.isExactly(key) { return member.value }
      return nil
    }
    set {
      switch (index(forKey: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Puts a member before the one at `index`; an index out of range means the nearer end.
  /// A key that is already there keeps its place and takes the new value.
  public mutating func insert(_ value: JSON, forKey key: String, at index: Int) {
    if let present = self.index(forKey: key) {
      members[present].value = value
    } else {
      members.insert(Member(key: key, value: value), at: Swift.min(Swift.max(index, 0), members.count))
    }
  }

  /// Puts a member right after that of `predecessor`, or last where there is no such key.
  /// A key that is already there keeps its place and takes the new value.
  public mutating func insert(_ value: JSON, forKey key: String, after predecessor: String) {
    insert(value, forKey: key, at: index(forKey: predecessor).map { $0 + 1 } ?? members.count)
  }

  /// Removes a member and returns its value. Nil where there is none.
  @discardableResult
  public mutating func removeValue(forKey key: String) -> JSON? {
    index(forKey: key).map { members.remove(at: $0).value }
  }
}

extension JSONObject: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }

  /// The number of members.
  public var endIndex: Int { members.count }

  /// The member at a position in `indices`.
  public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The pairs in the order written. Of two equal keys the later value takes the earlier place.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements)
  }
}
