import CommandArguments
import IncidentCore
import IncidentExchange

/// Who sends a mail, and who gets it.
struct CommsAddresses {
  /// `--from`; else within the company Git's `user.email`, where it has one.
  var sender = EmailAddress.unknownSender
  /// The addresses that `--to` names; none where there is no `--to`.
  var recipients: [EmailAddress] = []

  /// What was typed, where it is a mail: in any other format `--to` may say anything.
  ///
  /// A mail to customers has to say who sends it: they read no person's address because Git happens to know it.
  init(_ format: CommsFormat, for audience: Audience, _ session: Session) throws(CommandFailure) {
    guard format == .email else { return }
    let arguments = session.arguments
    if let typed = arguments.value(of: Comms.from) {
      let senders = try Self.addresses(typed, of: Comms.from)
      guard let first = senders.first, senders.count == 1 else {
        throw Self.failure("`--from` takes one address, but was given `\(typed)`")
      }
      sender = first
    } else if audience == .external {
      throw CommandFailure(
        status: .usage, message: "a mail to customers needs `--from`: Git's user.email is a person's own address",
        hints: [
          Hint("incident comms -a external -f email --from support@example.com", "with the address that customers know")
        ])
    } else if let known = session.environment.gitUserEmail(session.directory).flatMap(EmailAddress.init) {
      sender = known
    }
    if let typed = arguments.value(of: Comms.to) { recipients = try Self.addresses(typed, of: Comms.to) }
  }

  private static func addresses(
    _ typed: String, of option: CommandArguments.Option
  ) throws(CommandFailure) -> [EmailAddress] {
    do throws(EmailAddressProblem) {
      return try EmailAddress.list(typed)
    } catch {
      throw failure("`\(option.spelling)`: \(error.message)")
    }
  }

  private static func failure(_ message: String) -> CommandFailure {
    CommandFailure(
      status: .usage, message: message,
      hints: [
        Hint(
          "--from ops@example.com --to '\"Okafor, Dana\" <dana@example.com>, li@example.com'", "is how they are typed"),
        Hint("--format text --record --to CHANNEL", "notes what went another way than by mail"),
      ])
  }
}
