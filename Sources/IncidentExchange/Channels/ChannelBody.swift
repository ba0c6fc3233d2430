public import JSONTree

/// What is posted to a channel.
public struct ChannelBody: Hashable, Sendable {
  /// The document, as the channel's documentation has it.
  public let json: JSON
  /// Whether the message was longer than the channel takes. It then ends in a sentence that says so.
  public let wasCut: Bool
}
