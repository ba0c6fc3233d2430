/// A stretch of time in which one incident hurt one service.
struct Outage: Hashable, Sendable {
  /// Its first second, since 1970.
  var from: Int
  /// The first second after it.
  var until: Int
  /// The share of those who use the service that were hit.
  var weight: Percentage
  /// The place of its incident among those that hit the service, in the order in which they began.
  var incident: Int

  var downtime: Downtime { Downtime(seconds: until - from, weight: weight) }
}

/// Outages that overlap, as stretches that do not: each moment belongs to the heaviest, of equal ones to the incident that
/// began first.
struct OutageUnion: Sendable {
  /// In order of time; parts of the outages that were given.
  let stretches: [Outage]

  /// Cuts time at every beginning and end, and lets the outages take pieces, the heaviest first: what is taken is passed
  /// over in one step, so that 100,000 that overlap cost little more than sorting them.
  init(_ outages: [Outage]) {
    let outages = outages.filter { $0.from < $0.until }.sorted { Self.takesBefore($0, $1) }
    let cuts = Self.cuts(of: outages)
    var takers: [Int?] = Array(repeating: nil, count: max(0, cuts.count - 1))
    var free = FreePieces(count: takers.count)
    for (number, outage) in outages.enumerated() {
      let end = Self.place(of: outage.until, in: cuts)
      var piece = free.first(from: Self.place(of: outage.from, in: cuts))
      while piece < end {
        takers[piece] = number
        free.take(piece)
        piece = free.first(from: piece + 1)
      }
    }
    var stretches: [Outage] = []
    var last: Int?
    for (piece, taker) in takers.enumerated() {
      defer { last = taker }
      guard let taker else { continue }
      if taker == last {
        stretches[stretches.count - 1].until = cuts[piece + 1]
      } else {
        var stretch = outages[taker]
        (stretch.from, stretch.until) = (cuts[piece], cuts[piece + 1])
        stretches.append(stretch)
      }
    }
    self.stretches = stretches
  }

  /// What all of them come to.
  var downtime: Downtime { stretches.reduce(.none) { $0 + $1.downtime } }

  private static func takesBefore(_ left: Outage, _ right: Outage) -> Bool {
    left.weight == right.weight
      ? (left.incident, left.from) < (right.incident, right.from) : left.weight > right.weight
  }

  private static func cuts(of outages: [Outage]) -> [Int] {
    var cuts: [Int] = []
    for moment in outages.flatMap({ [$0.from, $0.until] }).sorted() where moment != cuts.last { cuts.append(moment) }
    return cuts
  }

  /// Where a cut stands, by binary search.
  private static func place(of moment: Int, in cuts: [Int]) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Pieces in a row that nobody has taken yet: a disjoint-set forest
/// (<https://en.wikipedia.org/wiki/Disjoint-set_data_structure>) in which each taken piece leads to the one after it.
private struct FreePieces {
  private var next: [Int]

  init(count: Int) {
    next = Array(0...count)
  }

  /// The first free piece from one on; the number of all where there is none.
  mutating func first(from piece: Int) -> Int {
    var piece = piece
    while next[piece] != piece {
      // Halves the path for whoever comes next.
      next[piece] = next[next[piece]]
      piece = next[piece]
    }
    return piece
  }

  mutating func take(_ piece: Int) {
    next[piece] = piece + 1
  }
}
