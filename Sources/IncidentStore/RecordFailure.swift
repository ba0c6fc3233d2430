/// Why a record could not be had: its bytes, or what they say.
public enum RecordFailure: Error, Hashable, Sendable {
  /// The store did not give them.
  case store(StoreError)
  /// They are there and hold no record this version can use.
  case fault(RecordFault, path: String)
}
