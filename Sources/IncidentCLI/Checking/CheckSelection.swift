import CommandArguments

extension Arguments {
  /// The checks to make, by `--only` and `--skip`; both take several words with commas.
  func selection<Name: RawRepresentable<String> & CaseIterable & Hashable>(
    only: CommandArguments.Option, skip: CommandArguments.Option
  ) throws(CommandFailure) -> Set<Name> {
    let wanted: Set<Name> = try names(only)
    let unwanted: Set<Name> = try names(skip)
    return (has(only) ? wanted : Set(Name.allCases)).subtracting(unwanted)
  }

  private func names<Name: RawRepresentable<String> & CaseIterable & Hashable>(
    _ option: CommandArguments.Option
  ) throws(CommandFailure) -> Set<Name> {
    var names: Set<Name> = []
    for value in values(of: option) {
      for word in value.split(separator: ",", omittingEmptySubsequences: false) {
        names.insert(
          try self.word(option, String(word), among: Name.allCases.map(\.rawValue), Name.init(rawValue:)))
      }
    }
    return names
  }
}
