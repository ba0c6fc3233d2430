public import IncidentCore

/// One row an incident: id, severity, status, when declared (UTC), how long, services, title.
///
/// Made for lists of 100,000: most text is plain ASCII and goes into a buffer of bytes as it is; only what is not takes
/// the way through ``VisibleText`` and ``DisplayWidth``. Text from a record is made visible on a terminal and in a pipe
/// alike, so that no title makes a row of its own.
public struct ListTable {
  private let layout: ListLayout
  private let now: Timestamp
  private var cells: ListCells

  /// Appends the header and a row for each snapshot, in the order given, each line with its end; nothing for none.
  /// - Parameters:
  ///   - width: the terminal's columns; nil where there is none, which shows every column whole.
  ///   - color: whether styles become SGR escape sequences.
  public static func append(
    _ snapshots: [Snapshot], now: Timestamp, width: Int?, color: Bool, to output: inout [UInt8]
  ) {
    guard !snapshots.isEmpty else { return }
    let cells = ListCells(after: output, rows: snapshots.count + 1, color: color)
    output = []
    var table = ListTable(layout: layout(of: snapshots, now, width), now: now, cells: cells)
    table.appendHeader()
    for index in snapshots.indices { table.appendRow(index, of: snapshots) }
    output = table.cells.bytes
  }

  private static func layout(of snapshots: [Snapshot], _ now: Timestamp, _ width: Int?) -> ListLayout {
    var status = Header.status.utf8.count
    var longest = 0
    var services = Header.services.utf8.count
    for index in snapshots.indices {
      status = max(status, snapshots[index].status.rawValue.utf8.count)
      longest = max(longest, age(snapshots[index].status, snapshots[index].milestones, now) ?? 0)
      services = max(services, ListCells.width(of: list(snapshots[index].services)))
    }
    // From a day on the text is days and hours, and at most as long as the longest span's with two digits of hours;
    // every shorter one is no wider than the header.
    let days = String(longest / 86_400).utf8.count
    let duration = max(Header.duration.utf8.count, days + "d23h".utf8.count)
    return ListLayout(status: status, duration: duration, services: services, width: width)
  }

  private enum Header {
    static let status = "STATUS"
    static let duration = "DURATION"
    static let services = "SERVICES"
  }

  private mutating func appendHeader() {
    cells.append("ID", .label, width: layout.showsWholeID ? 17 : 4)
    cells.append("SEV", .label, width: 4)
    if let width = layout.status { cells.append(Header.status, .label, width: width) }
    if layout.showsDeclared { cells.append("DECLARED (UTC)", .label, width: 16) }
    if let width = layout.duration { cells.append(Header.duration, .label, width: width) }
    if let width = layout.services { cells.append(Header.services, .label, width: width) }
    cells.appendLast("TITLE", .label, width: layout.title)
  }

  /// Reads single members in place: a snapshot is large, and copying 10,000 of them costs more than the rest.
  private mutating func appendRow(_ index: Int, of snapshots: [Snapshot]) {
    let severity = snapshots[index].severity
    let status = snapshots[index].status
    let milestones = snapshots[index].milestones
    if layout.showsWholeID {
      cells.append(snapshots[index].id.text, width: 17)
    } else {
      cells.append(String(snapshots[index].id.shortText), width: 4)
    }
    cells.append(severity.label, severity.style, width: 4)
    if let width = layout.status { cells.append(status.rawValue, status.style, width: width) }
    if layout.showsDeclared { cells.append(milestones.declared) }
    if let width = layout.duration {
      let seconds = Self.age(status, milestones, now)
      cells.append(seconds.map(DurationText.compact(seconds:)) ?? "", width: width)
    }
    if let width = layout.services { cells.append(Self.list(snapshots[index].services), width: width) }
    let title = snapshots[index].title
    cells.appendLast(snapshots[index].kind == .drill ? "DRILL \(title)" : title, width: layout.title)
  }

  private static func age(_ status: Status, _ milestones: Milestones, _ now: Timestamp) -> Int? {
    IncidentAge(status, milestones, now: now)?.seconds
  }

  private static func list(_ services: [String]) -> String {
    guard var text = services.first else { return "" }
    for service in services.dropFirst() { text += ", " + service }
    return text
  }
}
