/// An earlier incident that shares its cause or a service with one. There may be thousands: it holds no strings.
public struct Precedent: Hashable, Sendable {
  /// Which one.
  public let packedID: PackedIncidentID
  /// When its impact began.
  public let began: Timestamp
  /// Whether it has the same cause.
  public let sharesCause: Bool
  /// The services that both have, by their places in ``PrecedentQuery/services``: a bit each, the first 64 of them.
  public let services: UInt64
  /// Whether a follow-up of it is still to be done or verified.
  public let hasUnfinished: Bool

  /// Which one.
  public var id: IncidentID { IncidentID(packedID) }

  /// What both share, and whether anything is left to do.
  public init(
    packedID: PackedIncidentID, began: Timestamp, sharesCause: Bool, services: UInt64, hasUnfinished: Bool
  ) {
    self.packedID = packedID
    self.began = began
    self.sharesCause = sharesCause
    self.services = services
    self.hasUnfinished = hasUnfinished
  }
}

/// What earlier incidents are looked for: the traits of one incident.
public struct PrecedentQuery: Hashable, Sendable {
  /// The incident itself, which is none of its precedents.
  public let id: IncidentID
  /// When its impact began; earlier ones began before.
  public let began: Timestamp
  /// How long ago they may have begun.
  public let since: Timestamp
  /// The label of its cause, as ``label(_:)`` has it.
  public let cause: String?
  /// The services that suffer, as ``label(_:)`` has them.
  public let services: [String]

  /// How far it looks back, in days: two months, in which people still remember.
  public static let days = 60

  /// Nil where the incident has neither a cause nor a service, is a drill, or was none.
  public init?(_ snapshot: Snapshot) {
    guard Self.counts(snapshot), let began = snapshot.milestones.impactBegan,
      snapshot.cause?.hasWords == true || !snapshot.services.isEmpty
    else { return nil }
    id = snapshot.id
    self.began = began
    since = began.adding(-Self.days * 86_400)
    cause = Self.label(snapshot.cause)
    services = snapshot.services.map { Self.label($0) ?? "" }
  }

  /// The bit of ``Precedent/services`` that stands for a service in its place; none for the 65th and further ones.
  public static func bit(_ place: Int) -> UInt64 { place < 64 ? 1 << UInt64(place) : 0 }

  /// Whether an incident may be a precedent: drills and cancelled ones are none.
  public static func counts(_ snapshot: Snapshot) -> Bool {
    counts(snapshot.kind, snapshot.status)
  }

  /// Whether an incident of that kind may be one where it stands so.
  public static func counts(_ kind: IncidentKind, _ status: Status) -> Bool {
    kind == .incident && status != .cancelled
  }

  /// A cause or a service as they are compared: `Connection pool`, `connection_pool` and `connection-pool` are one. Nil
  /// where it says nothing.
  public static func label(_ text: String?) -> String? {
    guard let text, text.hasWords, text != Event.blank else { return nil }
    if let label = text.utf8.withContiguousStorageIfAvailable(asciiLabel) ?? nil { return label }
    return unicodeLabel(text)
  }

  private static func unicodeLabel(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: "-")
  }

  /// The same for ASCII, ten times as fast: a scan of 100,000 heads asks for 200,000 labels. Nil for other text.
  private static func asciiLabel(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { label in
      var count = 0
      var isBetween = false
      for byte in text {
        switch byte {
        case 0x09...0x0D, 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"): isBetween = count > 0
        default:
          if isBetween {
            label[count] = UInt8(ascii: "-")
            count += 1
            isBetween = false
          }
          label[count] = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
      }
      return count
    }
  }

  /// The precedents among these, the latest first.
  public func precedents(among snapshots: [Snapshot]) -> [Precedent] {
    snapshots.compactMap(precedent).sorted { ($0.began, $0.packedID) > ($1.began, $1.packedID) }
  }

  private func precedent(_ other: Snapshot) -> Precedent? {
    guard other.id != id, Self.counts(other), let start = other.milestones.impactBegan, start >= since, start < began
    else { return nil }
    let sharesCause = cause != nil && Self.label(other.cause) == cause
    var shared: UInt64 = 0
    let suffering = Set(other.services.compactMap(Self.label))
    for (place, service) in services.enumerated() where suffering.contains(service) { shared |= Self.bit(place) }
    guard sharesCause || shared != 0 else { return nil }
    return Precedent(
      packedID: PackedIncidentID(other.id), began: start, sharesCause: sharesCause, services: shared,
      hasUnfinished: other.actions.contains(where: \.status.isUnfinished))
  }
}

/// What an incident repeats.
public struct Recurrence: Hashable, Sendable {
  /// What the earlier ones share with it, the most telling there is.
  public enum Trait: Hashable, Sendable {
    /// The cause, on the same service.
    case causeOnService(cause: String, service: String)
    /// The cause.
    case cause(String)
    /// The service.
    case service(String)
  }

  /// What is shared.
  public let trait: Trait
  /// The earlier ones, the latest first.
  public let earlier: [Precedent]

  /// Which one this is, from 2: earlier ones and itself.
  public var ordinal: Int { earlier.count + 1 }

  /// The most telling trait that any precedent shares: the cause on a service, then the cause, then a service. Nil where
  /// there is no precedent.
  public init?(_ precedents: [Precedent], of snapshot: Snapshot) {
    let sameCause = precedents.filter(\.sharesCause)
    let pool = sameCause.isEmpty ? precedents : sameCause
    // Of several services, the one that most of them share.
    let best = snapshot.services.indices.map { place in
      (place: place, count: pool.count { $0.services & PrecedentQuery.bit(place) != 0 })
    }.filter { $0.count > 0 }.max { ($0.count, -$0.place) < ($1.count, -$1.place) }?.place
    let bit = best.map(PrecedentQuery.bit) ?? 0
    switch (sameCause.isEmpty ? nil : snapshot.cause, best.map { snapshot.services[$0] }) {
    case (let cause?, let service?):
      trait = .causeOnService(cause: cause, service: service)
      earlier = sameCause.filter { $0.services & bit != 0 }
    case (let cause?, nil):
      trait = .cause(cause)
      earlier = sameCause
    case (nil, let service?):
      trait = .service(service)
      earlier = precedents.filter { $0.services & bit != 0 }
    case (nil, nil): return nil
    }
  }
}
