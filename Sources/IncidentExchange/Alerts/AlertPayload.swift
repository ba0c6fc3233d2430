public import IncidentCore

/// What one message of a monitoring system came to.
///
/// Nothing in it is trusted: every text is in bounds, in one line where it should be, and every address begins with
/// `http://` or `https://`. What the formats have, and how they are told apart, is said where each is read.
public struct AlertPayload: Sendable {
  /// Who sent it. Where a message carries another, as those of SNS do, who sent the inner one.
  public let source: AlertSource
  /// `sha256:` and 64 lower-case hexadecimal digits: the digest of the bytes as they came.
  public let digest: String
  /// What it says, in the order of the payload; one at least.
  public let notices: [AlertNotice]

  /// Reads a message of any system that ``AlertSource`` names. The system is told by what the message looks like.
  public static func read(_ bytes: [UInt8]) throws(AlertPayloadProblem) -> AlertPayload {
    let drafts = try AlertReader.drafts(in: AlertEncoding.tree(of: bytes), envelopes: 0)
    guard let first = drafts.first else { throw AlertPayloadProblem("the payload has no alerts in it") }
    return AlertPayload(source: first.source, digest: SHA256.text(of: bytes), notices: drafts.map(\.notice))
  }
}
