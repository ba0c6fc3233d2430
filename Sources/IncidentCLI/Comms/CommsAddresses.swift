import CommandArguments
import IncidentExchange

/// Who sends a mail, and who gets it.
enum CommsAddresses {
  /// `--from`, else Git's `user.email`, else nobody known.
  static func sender(_ session: Session) throws(CommandFailure) -> EmailAddress {
    if let typed = session.arguments.value(of: Comms.from) {
      guard let address = EmailAddress(typed) else {
        throw CommandFailure(
          session.arguments.failure(
            .invalidValue(
              Comms.from, typed, expected: "an address such as ops@example.org or \"Ops <ops@example.org>\"")))
      }
      return address
    }
    let known = session.environment.gitUserEmail(session.directory).flatMap(EmailAddress.init)
    return known ?? .unknownSender
  }

  /// The addresses that `--to` names, with commas between; none where it names a channel.
  static func recipients(_ session: Session) -> [EmailAddress] {
    let typed = session.arguments.value(of: Comms.to)?.split(separator: ",").map { EmailAddress(String($0)) } ?? []
    let addresses = typed.compactMap(\.self)
    return addresses.count == typed.count ? addresses : []
  }
}
