extension EventID {
  /// The id as the 128 bits it stands for, in the same order: sixteen bytes where hundreds of thousands are compared.
  public var bits: UInt128 {
    text.utf8.reduce(0) { $0 << 5 | UInt128(Crockford.value($1) ?? 0) }
  }
}
