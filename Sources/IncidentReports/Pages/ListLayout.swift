import IncidentCore

/// The columns of a list of incidents, and what becomes of them where the room is short.
struct ListLayout {
  /// The columns that a title should have, and those below which it says nothing.
  private static let goodTitle = 16
  private static let leastTitle = 12

  /// Whether an id is shown whole rather than by its last four characters.
  private(set) var showsWholeID = true
  /// The columns of the status; nil where it is not shown.
  private(set) var status: Int?
  /// Whether the moment of declaration is shown.
  private(set) var showsDeclared = true
  /// The columns of the duration; nil where it is not shown.
  private(set) var duration: Int?
  /// The columns of the services; nil where they are not shown.
  private(set) var services: Int?
  /// The columns of the title; nil where nothing bounds it.
  private(set) var title: Int?

  /// The natural widths in columns, headers included, brought into the room.
  ///
  /// The moment of declaration goes first, since an id holds its date; then services, the date in the id, the duration,
  /// and at last the status.
  init(status: Int, duration: Int, services: Int, width: Int?) {
    self.status = status
    self.duration = duration
    self.services = services
    guard let width else { return }
    self.services = min(services, max(8, width / 8))
    if width - taken < Self.goodTitle { showsDeclared = false }
    if width - taken < Self.goodTitle { self.services = nil }
    if width - taken < Self.goodTitle { showsWholeID = false }
    if width - taken < Self.leastTitle { self.duration = nil }
    if width - taken < Self.leastTitle { self.status = nil }
    title = max(0, width - taken)
  }

  /// The columns before the title.
  private var taken: Int {
    var columns = (showsWholeID ? 17 : 4) + 2 + 4 + 2
    if showsDeclared { columns += 16 + 2 }
    for column in [status, duration, services] {
      if let column { columns += column + 2 }
    }
    return columns
  }
}
