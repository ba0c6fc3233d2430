/// An action as a postmortem has it: a row of a table, or an item of a list.
struct WrittenAction {
  /// Where it begins.
  let place: MarkdownPlace
  /// What is to be done.
  let title: [MarkdownPiece]
  /// Whether somebody is named to see to it.
  let hasOwner: Bool
  /// Whether there is a day for it.
  let hasDue: Bool
  /// Whether it says what it is to change.
  let hasKind: Bool
  /// Whether it is done, or dropped.
  let isOver: Bool
  /// Its short name in the record; nil where it has none.
  let name: String?
}

/// A column of a table of actions.
enum ActionColumn: CaseIterable {
  case action, owner, due, kind, status, id

  /// The column with that head; nil for any other.
  init?(head text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "#" }.map(String.init)
    guard !words.isEmpty else { return nil }
    let whole = words.joined(separator: " ")
    let found =
      Self.allCases.first { $0.heads.contains(whole) }
      ?? [Self.owner, .due, .kind, .status, .id, .action].first { column in words.contains(where: column.heads.contains)
      }
    guard let found else { return nil }
    self = found
  }

  private var heads: Set<String> {
    switch self {
    case .action:
      [
        "action", "actions", "item", "action item", "task", "description", "what", "todo", "title", "summary",
        "measure",
        "maßnahme", "massnahme", "aktion", "aufgabe", "was", "beschreibung", "tâche", "mesure", "quoi", "acción",
        "tarea", "qué", "descripción", "ação", "tarefa", "descrição", "azione", "attività", "descrizione", "actie",
        "taak", "maatregel", "omschrijving", "対策", "アクション", "内容", "項目", "タスク",
      ]
    case .owner:
      [
        "owner", "owners", "assignee", "assigned to", "responsible", "who", "dri", "lead", "person", "verantwortlich",
        "verantwortliche", "verantwortlicher", "zuständig", "wer", "responsable", "propriétaire", "porteur", "qui",
        "asignado", "quién", "responsável", "dono", "quem", "responsabile", "proprietario", "chi", "eigenaar",
        "verantwoordelijke", "verantwoordelijk", "wie", "担当", "担当者", "責任者",
      ]
    case .due:
      [
        "due", "due date", "deadline", "by", "when", "eta", "target", "target date", "date", "by when", "fällig",
        "fällig am", "frist", "termin", "bis", "bis wann", "datum", "échéance", "délai", "date limite", "quand",
        "fecha",
        "fecha límite", "vencimiento", "plazo", "cuándo", "prazo", "data", "data limite", "quando", "scadenza",
        "vervaldatum", "uiterlijk", "期限", "期日", "締切", "締め切り",
      ]
    case .kind:
      [
        "kind", "type", "category", "class", "art", "typ", "kategorie", "genre", "catégorie", "tipo", "categoría",
        "clase", "categoria", "soort", "categorie", "種別", "種類", "分類", "カテゴリ",
      ]
    case .status:
      [
        "status", "state", "progress", "done", "stand", "statut", "état", "estado", "stato", "toestand", "状態",
        "ステータス", "状況", "進捗",
      ]
    case .id: ["id", "#", "nr", "no", "nummer", "key", "ticket", "issue", "bug", "jira", "link", "番号", "チケット"]
    }
  }
}
