/// What the team calls its services, and what customers may read of that.
struct ServiceNames {
  /// Every name, its words in lower case with hyphens between.
  let names: Set<String>
  /// Names by which customers know a service too: a service without a public name is told by its own.
  let shown: Set<String>
  /// The words of the names, of three letters and more.
  let words: Set<String>
  /// The names that customers have another one for, and that no name they read has in it.
  let hidden: [String]

  init(_ services: [String], publicNames: [String: String]) {
    let all = Set(services + publicNames.keys)
    let renamed = publicNames.filter { Self.joined($0.key) != Self.joined($0.value) }
    names = Set(all.map(Self.joined)).subtracting([""])
    shown = Set(all.filter { renamed[$0] == nil }.map(Self.joined))
    words = Set(all.flatMap(Self.words)).filter { $0.count > 2 }
    let read = (Array(publicNames.values) + all.filter { renamed[$0] == nil }).map(LeakText.init)
    hidden = renamed.keys.sorted().filter { name in
      guard let phrase = LeakPhrase(internalWord: name), !GenericWords.ofTemplates.contains(Self.joined(name)) else {
        return false
      }
      return !read.contains { !LeakPhrases([phrase]).spans(in: $0).isEmpty }
    }
  }

  /// The words of a name, in lower case.
  private static func words(_ name: String) -> [String] {
    let text = LeakText(name)
    return text.folded.indices.split { text.kinds[$0] == .mark || text.kinds[$0] == .blank }
      .map { String(text.folded[$0]) }
  }

  private static func joined(_ name: String) -> String { words(name).joined(separator: "-") }
}
