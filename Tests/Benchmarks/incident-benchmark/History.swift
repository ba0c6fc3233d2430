import IncidentCore
import IncidentStore

/// A store of records that are as hard to measure as a year of them can be, for figures that are checked by another
/// program. The same seed and count give the same bytes.
struct History {
  let seed: UInt64
  /// How many records, at least as many as ``edges``.
  let count: Int

  /// When nothing has happened yet: three hours after the newest record.
  static let clock = StoreMaker.newest + 10_800

  /// What may be at odds by a second or an hour: declared at the ends of months and years by the clocks of Berlin, and in
  /// the nights in which they change.
  static let edges = [
    "2025-12-31T22:59:59Z", "2025-12-31T23:00:00Z", "2026-02-28T22:59:30Z", "2026-03-28T23:40:00Z",
    "2026-03-29T00:45:00Z", "2026-03-29T01:10:00Z", "2026-03-31T21:59:59Z", "2026-03-31T22:00:00Z",
    "2026-06-30T21:30:00Z", "2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z", "2026-10-31T22:30:00Z",
    "2026-10-31T23:00:00Z", "2026-11-01T22:59:59Z",
  ]

  /// Makes the directory and writes one file a record.
  func make(in directory: String) throws {
    let store = try StoreLocation.create(at: directory, fileSystem: FileSystem())
    var random = SeededGenerator(seed: seed)
    let moments = moments(&random)
    var before: TangledStory.Setting?
    for (index, moment) in moments.enumerated() {
      let setting = try self.setting(index, declared: moment, after: before, &random)
      var story = TangledStory(setting, seed: random.next())
      let incident = try Incident(id: setting.id, events: story.told())
      try StoreMaker.write(RecordCodec.encode(incident), to: store.path(setting.id.text + ".json"))
      before = setting
    }
  }

  /// When each record was declared, the oldest first: some minutes or some days after each other, over about 400 days.
  private func moments(_ random: inout SeededGenerator) -> [Int] {
    var moments = Self.edges.compactMap { Timestamp(canonical: $0)?.seconds }
    var moment = StoreMaker.newest
    for _ in moments.count..<max(count, moments.count) {
      moments.append(moment)
      moment -= random.happens(35) ? random.number(120...7_200) : random.number(36_000...360_000)
    }
    return moments.sorted()
  }

  private func setting(
    _ index: Int, declared: Int, after before: TangledStory.Setting?, _ random: inout SeededGenerator
  ) throws -> TangledStory.Setting {
    guard let declared = Timestamp(seconds: declared), let id = StoreMaker.id(index, on: declared) else {
      throw Failure(description: "no time or id")
    }
    let known = Words.services.prefix(5)
    var services = [random.pick(Array(known))]
    // What breaks soon after something else often breaks with it.
    if let before, let service = before.services.first, declared.seconds - before.declared.seconds < 7_200,
      random.happens(70)
    {
      services = [service]
    }
    if random.happens(30) { services.append(random.pick(known.filter { $0 != services[0] })) }
    if random.happens(3) { services = [] }
    var ending = random.pick(
      [.closed, .closed, .closed, .closed, .resolved, .resolved, .resolved] as [TangledStory.Ending])
    if random.happens(12) { ending = .cancelled }
    // None that somebody forgot to resolve a year ago: nothing else would show in a budget.
    if random.happens(20), StoreMaker.newest - declared.seconds < 1_000_000 { ending = .active }
    return TangledStory.Setting(
      id: id, declared: declared, services: services, kind: random.happens(5) ? .drill : .incident, ending: ending,
      original: before?.id)
  }
}
