import JSONTree

/// A text that is JSON reads and prints without loss, and its head is what its beginning says.
enum JSONLaws {
  static func hold(for input: [UInt8]) {
    let head = try? JSON.parseHead(input, stoppingBefore: "timeline")
    guard let tree = try? JSON.parse(input) else { return }
    law("what was read is UTF-8", String(validating: input, as: UTF8.self) != nil)
    var canonical: [UInt8] = []
    tree.canonical(into: &canonical)
    let read = try? JSON.parse(canonical)
    law("canonical text reads as the same", read == tree)
    var again: [UInt8] = []
    read?.canonical(into: &again)
    law("canonical text is its own canonical text", again == canonical)
    for escaping in [JSON.Escaping.minimal, .terminalSafe] {
      var pretty: [UInt8] = []
      tree.pretty(into: &pretty, escaping: escaping)
      law("pretty text reads as the same", (try? JSON.parse(pretty)) == tree)
      law("inline text reads as the same", (try? JSON.parse(tree.inlineText(escaping: escaping))) == tree)
    }
    guard let object = tree.object else { return law("what is no object has no head", head == nil) }
    let members = object.prefix { $0.key != "timeline" }
    law("the head of an object is what stands before the stop", head?.members.elementsEqual(members) == true)
  }
}
