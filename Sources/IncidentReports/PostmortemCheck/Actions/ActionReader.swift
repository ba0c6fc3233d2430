/// The actions of a document: rows of the tables and items of the lists in its sections about them.
struct ActionReader {
  /// In the order of the document.
  private(set) var entries: [WrittenAction] = []
  /// The heads of tables that have no column for something no row says either.
  private(set) var lacking: [(place: MarkdownPlace, columns: [ActionColumn])] = []

  private let lines: [[Unicode.Scalar]]
  private let people: People

  init(_ lines: [[Unicode.Scalar]], _ outline: PostmortemOutline, _ people: People) {
    self.lines = lines
    self.people = people
    var hasKindAbove = false
    var items: [MarkdownBlock] = []
    var rows: [MarkdownBlock] = []
    for (index, block) in outline.blocks.enumerated() {
      guard outline.kinds[index] == .actions else {
        addItems(&items, hasKindAbove)
        addTable(&rows, hasKindAbove)
        hasKindAbove = false
        continue
      }
      if case .row(let table, _) = block.kind {
        addItems(&items, hasKindAbove)
        if case .row(table, _)? = rows.last?.kind {} else { addTable(&rows, hasKindAbove) }
        rows.append(block)
        continue
      }
      addTable(&rows, hasKindAbove)
      switch block.kind {
      case .heading:
        addItems(&items, hasKindAbove)
        hasKindAbove = ActionDetails.saysKind(text(block.pieces).lowercased())
      case .item: items.append(block)
      case .paragraph where !items.isEmpty && block.indent > 1: items.append(block)
      case .paragraph:
        addItems(&items, hasKindAbove)
        // "**Prevention**" over a list.
        if block.pieces.count == 1, text(block.pieces).utf8.count < 40 {
          hasKindAbove = ActionDetails.saysKind(text(block.pieces).lowercased())
        }
      default: addItems(&items, hasKindAbove)
      }
    }
    addItems(&items, hasKindAbove)
    addTable(&rows, hasKindAbove)
  }

  private func text(_ pieces: [MarkdownPiece]) -> String {
    String(String.UnicodeScalarView(scalars(pieces)))
  }

  private func scalars(_ pieces: [MarkdownPiece]) -> [Unicode.Scalar] {
    pieces.flatMap { lines[$0.line - 1][$0.range] + [" "] }
  }

  // MARK: Lists

  private mutating func addItems(_ blocks: inout [MarkdownBlock], _ hasKindAbove: Bool) {
    defer { blocks = [] }
    guard let first = blocks.first else { return }
    var start = 0
    for index in 1..<(blocks.count + 1) {
      var isNext = index == blocks.count
      if !isNext, case .item = blocks[index].kind, blocks[index].indent < first.indent + 2 { isNext = true }
      guard isNext else { continue }
      add(item: blocks[start], details: blocks[(start + 1)..<index], hasKindAbove)
      start = index
    }
  }

  private mutating func add(item: MarkdownBlock, details: ArraySlice<MarkdownBlock>, _ hasKindAbove: Bool) {
    let text = scalars(item.pieces)
    guard text.contains(where: \.isLetterOrDigit) else { return }
    let all = ActionDetails(text + details.flatMap { scalars($0.pieces) }, people)
    var isOver = text.starts(with: ["~", "~"]) || text.contains("✅")
    if case .item(let isDone) = item.kind, isDone { isOver = true }
    entries.append(
      WrittenAction(
        place: item.place, title: item.pieces, hasOwner: all.hasOwner, hasDue: all.hasDue,
        hasKind: hasKindAbove || all.hasKind, isOver: isOver, name: nil))
  }

  // MARK: Tables

  private mutating func addTable(_ rows: inout [MarkdownBlock], _ hasKindAbove: Bool) {
    defer { rows = [] }
    guard let head = rows.first, rows.count > 1 else { return }
    var columns: [ActionColumn: Int] = [:]
    for (index, cell) in head.pieces.enumerated() {
      if let column = ActionColumn(head: text([cell])), columns[column] == nil { columns[column] = index }
    }
    let title = columns[.action] ?? head.pieces.indices.first { !columns.values.contains($0) } ?? 0
    var missing: Set<ActionColumn> = Set([.owner, .due, .kind].filter { columns[$0] == nil })
    if hasKindAbove { missing.remove(.kind) }
    let found = rows.dropFirst().compactMap { row -> (row: MarkdownBlock, details: ActionDetails)? in
      guard row.pieces.indices.contains(title),
        text([row.pieces[title]]).unicodeScalars.contains(where: \.isLetterOrDigit)
      else { return nil }
      return (row, ActionDetails(scalars(row.pieces), people))
    }
    guard !found.isEmpty else { return }
    // A column that no row makes up for is said once.
    if found.contains(where: \.details.hasOwner) { missing.remove(.owner) }
    if found.contains(where: \.details.hasDue) { missing.remove(.due) }
    if found.contains(where: \.details.hasKind) { missing.remove(.kind) }
    if !missing.isEmpty { lacking.append((head.place, [.owner, .due, .kind].filter(missing.contains))) }
    for (row, details) in found {
      func cell(_ column: ActionColumn) -> String? {
        columns[column].flatMap { row.pieces.indices.contains($0) ? text([row.pieces[$0]]) : "" }
      }
      let name = cell(.id).flatMap { id in
        let word = id.trimmingBlanks()
        return word.utf8.first == UInt8(ascii: "A") && Int(word.dropFirst()) != nil ? word : nil
      }
      let status = (cell(.status) ?? "").lowercased().split { !$0.isLetter }.map(String.init)
      entries.append(
        WrittenAction(
          place: row.pieces[title].place, title: [row.pieces[title]],
          hasOwner: missing.contains(.owner) || cell(.owner).map { !ActionDetails.isNobody($0) } ?? details.hasOwner,
          hasDue: missing.contains(.due) || cell(.due).map { !ActionDetails.isNever($0) } ?? details.hasDue,
          hasKind: hasKindAbove || missing.contains(.kind)
            || cell(.kind).map { !ActionDetails.isBlank($0) } ?? details.hasKind,
          isOver: status.contains(where: Self.ends.contains) && !status.contains("not"), name: name))
    }
  }

  private static let ends: Set = [
    "done", "verified", "dropped", "closed", "complete", "completed", "fixed", "resolved", "cancelled", "wontfix",
    "shipped", "merged", "erledigt", "fertig", "abgeschlossen", "terminé", "terminée", "fait", "hecho", "completado",
    "concluído", "feito",
    "completato", "fatto", "klaar", "afgerond", "gereed", "完了", "済",
  ]
}
