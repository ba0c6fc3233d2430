import Testing

/// `check --fix` after merges that Git could not finish, with the built binary and real Git.
@Suite(.enabled(if: Binary.path != nil && Binary.git != nil))
struct UnfinishedMergeTests {
  /// A repository whose branches `main` and `side` both went on from one incident, without the merge driver.
  private static let forks = """
    git init -q -b main; git config user.name dana; git config user.email dana@example.org
    incident declare Slow --severity 2 >/dev/null 2>&1; rm incidents/.gitattributes
    incident postmortem >/dev/null 2>&1; git add .; git commit -qm first
    git switch -q -c side; incident ack >/dev/null; incident note -m theirs >/dev/null; git commit -qam side
    git switch -q main; incident note -m ours >/dev/null; incident assign ic li >/dev/null; git commit -qam main

    """

  private func sh(_ script: String) throws -> Binary.Outcome {
    try Binary().sh(Self.forks + script)
  }

  @Test(
    "both sides come together, Git is told so, and the operation goes on",
    arguments: [
      ("git merge -q side", "git commit -q --no-edit"),
      ("git merge -q -s recursive -X no-renames side", "git commit -q --no-edit"),
      ("git -c merge.conflictStyle=diff3 merge -q side", "git commit -q --no-edit"),
      ("git rebase -q side", "git -c core.editor=true rebase --continue"),
      ("git cherry-pick side", "git -c core.editor=true cherry-pick --continue"),
      ("git cherry-pick -n side", "git commit -qm picked"),
    ])
  func stages(operation: String, continuation: String) throws {
    let outcome = try sh(
      """
      \(operation) >/dev/null 2>&1; echo "[$?]"; incident check >/dev/null; echo "[$?]"
      incident check --fix --skip required-roles,postmortem; echo "[$?]"; \(continuation) >/dev/null 2>&1; echo "[$?]"
      grep -c '"noted"' incidents/INC*.json; grep -c '"acknowledged"}' incidents/INC*.json; git status --porcelain
      """)
    #expect(outcome.output == "[1]\n[1]\nok: 1 record, nothing to mend\n[0]\n[0]\n2\n1\n")
    #expect(outcome.error.contains("brought both sides of ") && outcome.error.contains("told Git so"))
  }

  @Test("a stash that met other work, and one side that removed the record")
  func others() throws {
    let stash = try sh(
      """
      git reset -q --hard; incident note -m stashed >/dev/null; git stash -q; incident note -m more >/dev/null
      git commit -qam more; git stash pop >/dev/null 2>&1; incident check --fix >/dev/null 2>&1; echo "[$?]"
      grep -c '"noted"' incidents/INC*.json
      """)
    #expect(stash.output == "[0]\n3\n")
    let removed = try sh(
      """
      git switch -q side; git rm -q incidents/INC*.json; git commit -qm removed; git switch -q main
      git merge -q side >/dev/null 2>&1; incident check --fix >/dev/null 2>&1; echo "[$?]"; git commit -q --no-edit
      grep -c '"noted"' incidents/INC*.json
      """)
    #expect(removed.output == "[0]\n1\n")
  }

  @Test("markers that were committed are taken apart, and nothing is lost")
  func committedMarkers() throws {
    let outcome = try sh(
      """
      git merge -q side >/dev/null 2>&1; git add .; git commit -qm broken
      incident check --only conflict-markers --format github | cut -d, -f2-3; incident check --fix; echo "[$?]"
      grep -c '"noted"' incidents/INC*.json; incident show | grep -c "became incident commander"
      """)
    #expect(outcome.output.contains(/^line=\d+,col=1\n/))
    #expect(outcome.output.hasSuffix("[0]\n2\n1\n"))
    #expect(outcome.error.contains("brought both sides of "))
  }

  @Test("what both edited by hand stays for people, markers and all")
  func handEdits() throws {
    let outcome = try sh(
      """
      sed -i 's/"ours"/"mine"/' incidents/INC*.json; git commit -qam a; git switch -q -c other
      sed -i 's/"mine"/"one"/' incidents/INC*.json; git commit -qam b; git switch -q main
      sed -i 's/"mine"/"two"/' incidents/INC*.json; git commit -qam c; git merge -q other >/dev/null 2>&1
      cp incidents/INC*.json ../before; incident check --fix; echo "[$?]"; cmp ../before incidents/INC*.json
      """)
    #expect(outcome.output.contains("conflict markers") && outcome.output.hasSuffix("[1]\n"))
  }

  @Test("two incidents of one id are told apart")
  func sameID() throws {
    let outcome = try sh(
      """
      name() { sed "s/$(basename $1 .json)/INC-20261120-7QK4/" $1 > incidents/INC-20261120-7QK4.json; rm $1; }
      git switch -q -c one; first=$(ls incidents/*.json); incident declare One -s 3 >/dev/null 2>&1
      name $(ls incidents/*.json | grep -v $first); git add .; git commit -qm one
      git switch -q main; incident declare Two -s 3 >/dev/null 2>&1
      name $(ls incidents/*.json | grep -v $first); git add .; git commit -qm two
      git merge -q one >/dev/null 2>&1; echo "[$?]"; incident check --fix --only readable,canonical,conflict-markers
      echo "[$?]"; git commit -q --no-edit; git status --porcelain; incident list | grep -c -e One -e Two
      """)
    #expect(outcome.output == "[1]\nok: 3 records, nothing to mend\n[0]\n2\n")
    #expect(outcome.error.contains("told two incidents of "))
  }
}
