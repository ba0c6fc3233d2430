extension StoreRepository {
  /// Variables by which Git gives up on a network that does not answer: half a minute to connect by SSH, a minute without
  /// a byte by HTTP. Where a person set up any of that themselves, theirs stands.
  ///
  /// Left to itself, SSH waits for as long as TCP does, some two minutes, and a connection by HTTP that fell silent for
  /// ever (<https://git-scm.com/docs/git-config#Documentation/git-config.txt-httplowSpeedLimit>). For one that is not
  /// made, TCP's two minutes stand.
  func networkVariables() throws(GitObstacle) -> [String: String] {
    let settings = try run(["config", "--name-only", "--get-regexp", "^(core\\.sshcommand|http\\..*lowspeed)"])
    let names = String(decoding: settings.output, as: UTF8.self).lowercased()
    var variables: [String: String] = [:]
    if !names.contains("sshcommand"), !isSet("GIT_SSH_COMMAND"), !isSet("GIT_SSH") {
      // Where Git is not to ask either, SSH fails instead of waiting for a passphrase.
      let batch = repository.git.variables["GIT_TERMINAL_PROMPT"] == "0" ? " -o BatchMode=yes" : ""
      variables["GIT_SSH_COMMAND"] = "ssh -o ConnectTimeout=30" + batch
    }
    if !names.contains("lowspeed"), !isSet("GIT_HTTP_LOW_SPEED_LIMIT"), !isSet("GIT_HTTP_LOW_SPEED_TIME") {
      variables["GIT_HTTP_LOW_SPEED_LIMIT"] = "1"
      variables["GIT_HTTP_LOW_SPEED_TIME"] = "60"
    }
    return variables
  }

  private func isSet(_ name: String) -> Bool {
    repository.git.variables[name] != nil || getenv(name) != nil
  }
}
