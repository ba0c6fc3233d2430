import CommandArguments
import IncidentCore

/// What a message is written in.
enum CommsFormat: String, CaseIterable {
  /// Markdown, as the template has it.
  case markdown
  /// Text that is read as it is.
  case text
  /// A mail, for `sendmail -t`.
  case email
  /// The body of a Slack webhook.
  case slack
  /// The body of a Teams webhook.
  case teams
  /// The body of a request to Atlassian Statuspage.
  case statuspage

  /// What help says of it.
  var explanation: String {
    switch self {
    case .markdown: "As the template has it"
    case .text: "To be read as it is"
    case .email: "A mail, for sendmail -t"
    case .slack: "JSON for a Slack webhook or chat.postMessage"
    case .teams: "JSON for a Teams webhook"
    case .statuspage: "JSON for Atlassian Statuspage: creates or updates an incident there"
    }
  }

  /// What `--format` asks for.
  init(_ arguments: Arguments) throws(CommandFailure) {
    self =
      try arguments.word(Comms.format, among: Self.allCases.map(\.rawValue)) { Self(rawValue: $0.lowercased()) }
      ?? .markdown
  }

  /// Whom the message is for: what `--audience` says. Else a status page is for customers, and a chat is the company's
  /// own; everything else may go anywhere, and has to be told.
  func audience(_ arguments: Arguments) throws(CommandFailure) -> Audience {
    let typed = try Self.typedAudience(arguments)
    guard self == .statuspage else {
      if let typed { return typed }
      if self == .slack || self == .teams { return .internal }
      throw CommandFailure(arguments.failure(.missingOption(Comms.audience)))
    }
    guard typed ?? .external == .external else {
      throw CommandFailure(
        arguments.failure(
          .invalidValue(
            Comms.audience, arguments.value(of: Comms.audience) ?? "",
            expected: "external, for customers read a status page"), suggestion: "external"))
    }
    return .external
  }

  private static func typedAudience(_ arguments: Arguments) throws(CommandFailure) -> Audience? {
    guard let text = arguments.value(of: Comms.audience) else { return nil }
    if let audience = Audience(typed: text) { return audience }
    let expected = Audience.typedWords.joined(separator: ", ")
    throw CommandFailure(
      arguments.failure(
        .invalidValue(Comms.audience, text, expected: expected),
        suggestion: nearestWord(to: text, among: Audience.typedWords + Audience.otherWords)))
  }
}
