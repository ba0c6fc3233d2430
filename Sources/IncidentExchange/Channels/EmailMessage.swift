public import IncidentCore

/// A message as a mail: an Internet message (RFC 5322) of plain text, for `sendmail -t` and its like.
public enum EmailMessage {
  /// The longest subject, in UTF-16 units; the whole of it opens the body.
  static let subjectLimit = 250

  /// The mail, with CR LF at the end of each line, none longer than 76 characters unless an address is.
  ///
  /// Mails of one incident refer to one name, so that programs show them as one thread. The name ends in `.invalid`, which
  /// is no host (RFC 2606). Customers do not read the incident's id in it.
  /// - Parameters:
  ///   - to: nobody where the list of recipients stays hidden or is not known yet.
  ///   - date: when it is written; with the incident and the audience it makes the mail's own name.
  public static func text(
    of message: Message, about id: IncidentID, for audience: Audience, from: EmailAddress, to: [EmailAddress],
    date: Timestamp
  ) -> String {
    let thread = audience == .external ? Self.alias(of: id) : id.text.lowercased()
    let moment = date.description.filter { $0.isLetter || $0.isNumber }.lowercased()
    let reference = "<\(thread)@incident.invalid>"
    let subject = WordCut.shortened(message.subject ?? "Incident", to: subjectLimit)
    let recipients = to.enumerated().flatMap { index, mailbox in
      var words = EmailHeader.words(mailbox)
      if index < to.count - 1, let last = words.popLast() { words.append(last + ",") }
      return words
    }
    let head = [
      EmailHeader.field("Date", [text(date)]),
      EmailHeader.field("From", EmailHeader.words(from)),
      EmailHeader.field("To", recipients.isEmpty ? ["undisclosed-recipients:;"] : recipients),
      EmailHeader.field("Subject", EmailHeader.words(subject)),
      EmailHeader.field("Message-ID", ["<\(thread).\(audience.rawValue).\(moment)@incident.invalid>"]),
      EmailHeader.field("In-Reply-To", [reference]),
      EmailHeader.field("References", [reference]),
      EmailHeader.field("MIME-Version", ["1.0"]),
      EmailHeader.field("Content-Type", ["text/plain;", "charset=utf-8"]),
      EmailHeader.field("Content-Transfer-Encoding", ["quoted-printable"]),
    ]
    return head.joined() + "\r\n" + QuotedPrintable.text(PlainText.text(message))
  }

  /// Another name of an incident, the same each time: FNV-1a of 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
  private static func alias(of id: IncidentID) -> String {
    let hash = id.text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }

  /// `Fri, 20 Nov 2026 22:47:09 +0000`.
  private static func text(_ moment: Timestamp) -> String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = moment.date
    let year = String(repeating: "0", count: 4 - String(date.year).count) + String(date.year)
    return "\(days[date.weekday]), \(date.day) \(months[date.month - 1]) \(year) "
      + "\(moment.clock(withSeconds: true)) +0000"
  }
}
