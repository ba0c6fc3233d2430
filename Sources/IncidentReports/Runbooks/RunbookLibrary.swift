import BuiltInRunbooks
public import IncidentCore

/// The runbooks there are, by name: the team's own, and the built-in ones that they do not shadow.
///
/// Pure: what a team's folder holds comes in as text.
public struct RunbookLibrary: Sendable {
  /// Where a runbook comes from.
  public enum Origin: String, Hashable, Sendable {
    /// It ships in the binary.
    case builtIn
    /// The team's own.
    case team
  }

  /// A runbook's text, unread.
  public struct Entry: Hashable, Sendable {
    /// Without its extension.
    public let name: String
    /// With its extension.
    public let fileName: String
    /// Where it comes from.
    public let origin: Origin
    /// The Markdown, settings included.
    public let source: String

    /// What stands in front of its text.
    public var head: RunbookHead { RunbookHead(source) }

    /// All of it.
    public var runbook: Runbook { Runbook(name: name, origin: origin, source: source) }
  }

  /// Sorted by name, each name once.
  private let team: [Entry]

  /// A library over the team's files: their text by file name, extension included. What is no name of Markdown in a
  /// folder is left out, and a README is no runbook.
  public init(team files: [String: String]) {
    var entries: [Entry] = []
    for (fileName, source) in files.sorted(by: { $0.key < $1.key }) {
      guard let name = Self.name(ofFile: fileName), !entries.contains(where: { $0.name == name }) else { continue }
      entries.append(Entry(name: name, fileName: fileName, origin: .team, source: source))
    }
    team = entries.sorted { $0.name < $1.name }
  }

  /// The built-in runbooks alone.
  public static let builtIn = RunbookLibrary(team: [:])

  /// The names of those that ship in the binary.
  public static var builtInNames: [String] { BuiltInRunbooks.names }

  /// Every one, once, in the order of their names.
  public var entries: [Entry] {
    let own = Set(team.map(\.name))
    let shipped = BuiltInRunbooks.names.filter { !own.contains($0) }.compactMap(Self.builtInEntry)
    return team.isEmpty ? shipped : (team + shipped).sorted { $0.name < $1.name }
  }

  /// Every runbook that is for a situation, the best first. Settings of those that cannot be are not read.
  public func matches(for situation: RunbookSituation) -> [RunbookMatch] {
    let filter = TriggerFilter(situation)
    var candidates: [RunbookCandidate] = []
    for entry in team {
      var source = entry.source
      let mayMatch = source.withUTF8 { filter.mayMatch(entry.name, $0) }
      if mayMatch { candidates.append(RunbookCandidate(entry)) }
    }
    for name in BuiltInRunbooks.names where !team.contains(where: { $0.name == name }) {
      let mayMatch = BuiltInRunbooks.bytes(named: name)?.withUnsafeBufferPointer { filter.mayMatch(name, $0) }
      if mayMatch == true, let entry = Self.builtInEntry(name) { candidates.append(RunbookCandidate(entry)) }
    }
    return RunbookMatch.all(for: situation, among: candidates)
  }

  /// The team's own, in the order of their names.
  public var teamEntries: [Entry] { team }

  /// Every name, once, in alphabetical order.
  public var names: [String] { Set(BuiltInRunbooks.names + team.map(\.name)).sorted() }

  /// The runbook of a name, given with or without its extension, in any case, with spaces or dashes between words: the
  /// team's, else the built-in one.
  public func entry(named typed: String) -> Entry? {
    let name = Self.stem(typed)
    if let entry = team.first(where: { $0.name == name }) ?? Self.builtInEntry(name) { return entry }
    let folded = Self.folded(name)
    guard let found = names.first(where: { Self.folded($0) == folded }) else { return nil }
    return team.first { $0.name == found } ?? Self.builtInEntry(found)
  }

  /// The built-in runbook of exactly that name, whether the team's shadows it or not.
  public static func builtInEntry(_ name: String) -> Entry? {
    BuiltInRunbooks.source(named: name).map {
      Entry(name: name, fileName: name + ".md", origin: .builtIn, source: $0)
    }
  }

  /// The runbook that a file of that name holds; nil for what is no Markdown, hidden, a path or a README.
  public static func name(ofFile fileName: String) -> String? {
    let name = stem(fileName)
    guard name != fileName, isName(name), name.lowercased() != "readme" else { return nil }
    return name
  }

  /// Whether a file in a folder can be called so: no path, not hidden, without control characters.
  public static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix(".") && !name.hasPrefix("-") && name.hasWords
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0 != "\u{7F}" }
  }

  private static let extensions = [".md", ".markdown"]

  private static func stem(_ fileName: String) -> String {
    extensions.first { fileName.lowercased().hasSuffix($0) }.map { String(fileName.dropLast($0.count)) } ?? fileName
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }
}

extension RunbookCandidate {
  /// A runbook of a library, by its settings.
  init(_ entry: RunbookLibrary.Entry) {
    self.init(name: entry.name, isTeams: entry.origin == .team, triggers: entry.head.triggers)
  }
}
