import IncidentCore

extension Message {
  /// The message, or as much of its beginning as `fits`, with a last paragraph that says that it was cut.
  /// - Parameters:
  ///   - limit: the UTF-16 units that no message which fits has more of.
  ///   - channel: what the last paragraph calls the channel.
  func fitting(_ channel: String, within limit: Int, _ fits: (Message) -> Bool) -> (message: Message, wasCut: Bool) {
    if length <= limit, fits(self) { return (self, false) }
    let note = Message.Block.paragraph([
      MessageRun("[Cut here: the whole message is longer than \(channel) takes.]", .emphasis)
    ])
    var shortest = 0
    var longest = min(limit, length)
    while shortest < longest {
      let middle = (shortest + longest + 1) / 2
      if fits(Message(beginning(of: middle).blocks + [note])) {
        shortest = middle
      } else {
        longest = middle - 1
      }
    }
    return (Message(beginning(of: shortest).blocks + [note]), true)
  }

  /// The length of all text in UTF-16 units, and one for each block and item.
  private var length: Int {
    blocks.reduce(0) { total, block in
      switch block {
      case .heading(_, let runs), .paragraph(let runs): total + Self.length(runs)
      case .list(_, let items): total + items.reduce(1) { $0 + Self.length($1) }
      case .code(let text): total + 1 + text.utf16.count
      }
    }
  }

  private static func length(_ runs: [MessageRun]) -> Int {
    runs.reduce(1) { $0 + $1.text.utf16.count }
  }

  /// The first blocks, in at most `limit` of what ``length`` counts; the last of them is cut at a word.
  private func beginning(of limit: Int) -> Message {
    var rest = limit
    var kept: [Block] = []
    for block in blocks where rest > 1 {
      switch block {
      case .heading(let level, let runs): kept.append(.heading(level: level, Self.take(runs, &rest)))
      case .paragraph(let runs): kept.append(.paragraph(Self.take(runs, &rest)))
      case .list(let start, let items):
        rest -= 1
        var taken: [[MessageRun]] = []
        for item in items where rest > 1 { taken.append(Self.take(item, &rest)) }
        kept.append(.list(start: start, items: taken))
      case .code(let text):
        rest -= 1
        kept.append(.code(Self.take(text, &rest)))
      }
    }
    return Message(kept)
  }

  private static func take(_ runs: [MessageRun], _ rest: inout Int) -> [MessageRun] {
    rest -= 1
    var taken: [MessageRun] = []
    for var run in runs where rest > 0 {
      run.text = take(run.text, &rest)
      taken.append(run)
    }
    return taken
  }

  private static func take(_ text: String, _ rest: inout Int) -> String {
    let taken = text.utf16.count <= rest ? text : WordCut.shortened(text, to: rest)
    rest = taken == text ? rest - text.utf16.count : 0
    return taken
  }
}
