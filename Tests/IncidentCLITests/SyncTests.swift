import Foundation
import Testing

/// `sync` and `--commit` with the built binary, real Git and a bare remote.
@Suite(.enabled(if: Binary.path != nil && Binary.git != nil))
struct SyncTests {
  /// Clones `a` and `b` of one remote, in each an identity; `id` prints the only incident of a clone.
  private static let clones = """
    # A driver, so that nothing is said of its absence; one that fails, so that `sync` has to do without.
    export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=merge.incident.driver GIT_CONFIG_VALUE_0=false
    set -e
    git init -q --bare remote.git; git -C remote.git symbolic-ref HEAD refs/heads/main
    for name in a b; do
      git clone -q remote.git $name 2>/dev/null
      git -C $name config user.name $name
      git -C $name config user.email $name@example.org
      git -C $name symbolic-ref HEAD refs/heads/main
    done
    id() { basename "$(ls $1/incidents/INC-*.json)" .json; }
    cd a; git commit -q --allow-empty -m begin; git push -q -u origin main; cd ..; git -C b pull -q origin main
    git -C b branch -q -u origin/main
    set +e

    """

  private func sh(_ script: String, clones: Bool = true) throws -> Binary.Outcome {
    try Binary().sh((clones ? Self.clones : "") + script)
  }

  @Test("what one records reaches the other, and both histories stay")
  func exchange() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync
      cd ../b; incident sync; incident ack >/dev/null; cd ../a; incident assign ic dana >/dev/null
      incident sync | tail -n 1; cd ../b; incident sync; cd ../a; incident sync
      cmp incidents/$(id .).json ../b/incidents/$(id .).json && incident check --skip required-roles
      git log --format=%s; git -C ../remote.git for-each-ref --format='%(refname)'
      """)
    #expect(outcome.error == "")
    let id = try #require(outcome.output.firstMatch(of: /INC-\d{8}-\w{4}/)).output
    let lines = outcome.output.split(separator: "\n").map {
      $0.replacing(/as [0-9a-f]{10}/, with: "as COMMIT").replacing(/\d files/, with: "N files")
    }
    #expect(
      lines == [
        "committed  N files as COMMIT", "pushed     1 commit to origin/main", "received   \(id)",
        "pushed     1 commit to origin/main", "committed  1 file as COMMIT", "received   \(id)",
        "pushed     2 commits to origin/main", "received   \(id)", "ok: 1 record, nothing to mend",
        "Merge remote-tracking branch 'origin/main'", "\(id): acknowledged, by b",
        "\(id): dana became incident commander, by a", "\(id): SEV2 Slow", "begin", "refs/heads/main",
      ])
  }

  @Test("what a person staged, changed, removed or left untracked stays exactly as it is")
  func othersWork() throws {
    let outcome = try sh(
      """
      cd a; echo 1 > staged; echo 1 > changed; echo 1 > gone; echo 1 > both; git add .; git commit -qm files; git push -q
      incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync >/dev/null
      cd ../b; git pull -q; echo b > theirs; git add theirs; git commit -qm theirs; git push -q; cd ../a
      echo 2 > staged; git add staged; echo 2 > changed; rm gone; echo 2 > both; git add both; echo 3 > both; echo 1 > new
      mkdir incidents/templates; echo mine > incidents/templates/postmortem.md; echo '{}' > incidents/config.json
      git status --porcelain > ../before; git diff > ../diff; git diff --cached > ../cached
      incident ack >/dev/null; incident sync; cat theirs
      git status --porcelain | cmp - ../before && git diff | cmp - ../diff && git diff --cached | cmp - ../cached
      git log -3 --format=%s --name-only
      """)
    #expect(outcome.status == 0)
    #expect(outcome.error == "left alone, yours to commit: config.json, templates/postmortem.md\n")
    #expect(outcome.output.contains("\nb\n"))
    #expect(outcome.output.contains(/\nINC-\S+: acknowledged, by a\n\nincidents\/INC-\S+\.json\n/))
  }

  @Test("offline it commits, says what waits, and exits 1; later the rest is done")
  func offline() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1
      mv ../remote.git ../away; incident sync; echo "[$?]"; incident sync >/dev/null 2>&1; echo "[$?]"
      mv ../away ../remote.git; incident sync; echo "[$?]"; incident sync
      """)
    #expect(outcome.output == "[1]\n[1]\npushed     1 commit to origin/main\n[0]\nup to date with origin/main\n")
    #expect(outcome.error.contains("origin did not answer: "))
    #expect(outcome.error.contains("; all is safe here, 1 commit waits to be pushed."))
  }

  @Test(
    "a clone that is not ready gets a clear answer, and nothing changes",
    arguments: [
      ("git switch -q --detach", "HEAD is detached: no branch would hold the commit."),
      ("git config --unset user.email; git config user.useConfigOnly true", "Git does not know who commits."),
      ("git remote remove origin", "there is no remote to exchange with: git remote add origin URL"),
      ("touch .git/MERGE_HEAD", "a merge is under way in this clone."),
      ("mkdir .git/rebase-merge", "a rebase is under way in this clone."),
      ("git checkout -q -b topic --track origin/main", "the branch topic follows origin/main, of another name: a push"),
      ("printf '#!/bin/sh\\necho no tickets >&2; exit 1' > .git/hooks/pre-commit; chmod +x .git/hooks/*", "no tickets"),
      ("git config commit.gpgsign true; git config gpg.program false", "a hook or the signing refused"),
      ("echo 'incidents/' > .git/info/exclude", "keeps the store out of Git"),
      ("rm -rf .git", "the store lies in no Git work tree."),
    ])
  func notReady(preparation: String, answer: String) throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; cp incidents/INC*.json ../record
      \(preparation); git for-each-ref > ../refs 2>&1
      incident sync >/dev/null; echo "[$?]"; incident sync --json >/dev/null 2>&1; echo "[$?]"
      cmp ../record incidents/INC*.json; git -C ../remote.git log --format=%s main
      """)
    #expect(outcome.output == "[1]\n[1]\nbegin\n")
    #expect(outcome.error.contains(answer))
  }

  @Test("a branch without a commit, and a remote without a branch, begin with the store")
  func beginnings() throws {
    let outcome = try sh(
      """
      git init -q --bare empty.git; git init -q c; cd c; git symbolic-ref HEAD refs/heads/main
      git config user.name c; git config user.email c@example.org; git remote add origin ../empty.git
      incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync | tail -n 1; incident sync
      git -C ../empty.git log --format=%an main; git status --porcelain --branch
      """, clones: false)
    #expect(
      outcome.output == "pushed     1 commit to origin/main\nup to date with origin/main\nc\n## main...origin/main\n")
    #expect(outcome.error == "")
  }

  @Test("two incidents that took one id are told apart")
  func sameID() throws {
    let outcome = try sh(
      """
      for name in a b; do
        cd $name; incident declare "Of $name" --severity 2 >/dev/null 2>&1; incident note -m "Note of $name" >/dev/null
        old=$(id .); sed "s/$old/INC-20261120-7QK4/" incidents/$old.json > incidents/INC-20261120-7QK4.json
        rm incidents/$old.json; cd ..
      done
      cd a; incident sync >/dev/null; cd ../b; incident sync >/dev/null; cd ../a; incident sync >/dev/null
      ls incidents | wc -l; incident check --skip required-roles; incident list --json | grep title
      grep -l "Note of a" incidents/*; grep -l "Note of b" incidents/*; grep -L "Of a" $(grep -l "Note of b" incidents/*)
      cd ../b; incident sync; git status --porcelain
      """)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("ok: 2 records, nothing to mend\n"))
    #expect(outcome.output.contains("\"Of a\"") && outcome.output.contains("\"Of b\""))
    let files = outcome.output.matches(of: /incidents\/INC-\S+\.json/).map { String($0.output) }
    #expect(files.count == 3 && Set(files).count == 2 && files[1] == files[2])
    #expect(outcome.output.hasSuffix("up to date with origin/main\n"))
  }

  @Test("what both edited by hand is left to people, here as it was")
  func conflict() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident note -m one >/dev/null; incident sync >/dev/null
      cd ../b; incident sync >/dev/null; sed -i 's/"one"/"two"/' incidents/INC*.json; incident sync >/dev/null
      cd ../a; sed -i 's/"one"/"three"/' incidents/INC*.json; incident sync; echo "[$?]"
      grep -c three incidents/INC*.json; git status --porcelain; git log -1 --format=%s
      """)
    #expect(outcome.output.contains(/\n?\[1\]\n1\nINC-/))
    #expect(outcome.error.contains("origin/main and this branch changed the same in incidents/INC-"))
  }

  @Test("a record that cannot be read is never committed, and the others are")
  func broken() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync >/dev/null; printf '<<<<<<< x' >> incidents/$(id .).json
      incident declare "Other" --severity 3 >/dev/null 2>&1; incident sync >/dev/null; git status --porcelain | cut -c1-3
      git log -1 --format=%s
      """)
    #expect(outcome.output.contains(/^ M \nINC-\S+: SEV3 Other\n$/))
    #expect(outcome.error.contains(/not committed, since others could not read it: INC-\S+\.json/))
  }

  @Test("many clones at once get all of it through")
  func crowd() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync >/dev/null; cd ..
      for n in 1 2 3 4 5; do
        git clone -q remote.git c$n; git -C c$n config user.name c$n; git -C c$n config user.email c$n@example.org
      done
      for n in 1 2 3 4 5; do
        (cd c$n; for m in 1 2 3; do incident note -m "note $n $m" >/dev/null; incident sync >/dev/null || echo failed; done) &
      done
      wait; cd a; incident sync >/dev/null; grep -c '"noted"' incidents/INC*.json; incident check --skip required-roles
      """)
    #expect(outcome.output == "15\nok: 1 record, nothing to mend\n")
    #expect(outcome.error == "")
  }

  @Test("killed at any moment, running it again finishes the job")
  func killed() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident sync >/dev/null; cd ../b; incident sync >/dev/null
      for n in $(seq 1 25); do
        incident note -m "b $n" >/dev/null; (cd ../a; incident note -m "a $n" >/dev/null; incident sync >/dev/null)
        setsid incident sync >/dev/null 2>&1 & victim=$!
        sleep 0.0$((n * 4 % 10))$((n * 7 % 10)); kill -KILL -- -$victim 2>/dev/null || kill -KILL $victim 2>/dev/null
        wait $victim 2>/dev/null; rm -f .git/*.lock .git/refs/heads/*.lock .git/refs/remotes/origin/*.lock
        incident sync >/dev/null || echo "failed after kill $n"
      done
      cd ../a; incident sync >/dev/null; grep -c '"noted"' incidents/INC*.json; cmp incidents/INC*.json ../b/incidents/INC*.json
      """)
    #expect(outcome.output == "50\n")
    #expect(outcome.error == "")
  }

  @Test("--commit commits that one record, with its words; the setting does so every time")
  func commitOne() throws {
    let outcome = try sh(
      """
      cd a; incident declare "Slow" --severity 2 --commit 2>/dev/null; incident declare "Other" --severity 3 >/dev/null 2>&1
      other=$(incident list | grep Other | cut -d' ' -f1); slow=$(incident list | grep Slow | cut -d' ' -f1)
      echo '{"commit": "each"}' > incidents/config.json; echo 1 > staged; git add staged
      incident ack $slow >/dev/null; incident resolve -m ok $slow >/dev/null; incident postmortem $slow >/dev/null
      git log --format='%s' --name-only; git status --porcelain
      git switch -q --detach; incident note -m x $slow >/dev/null; echo "[$?]"
      incident note -m y --commit $slow >/dev/null; echo "[$?]"
      """)
    let text = outcome.output.replacing(/INC-\d{8}-\w{4}/, with: "INC")
    #expect(text.contains(/INC: SEV2 Slow\n\n(incidents\/\.git\w+\n)+incidents\/INC.json\n/))
    #expect(text.contains("INC: acknowledged, by a\n\nincidents/INC.json\n"))
    #expect(text.contains("INC: resolved, by a\n\nincidents/INC.json\n"))
    #expect(text.contains("INC: 2 changes to Slow\n\nincidents/INC.json\nincidents/INC.postmortem.md\n"))
    #expect(text.contains("A  staged\n?? incidents/INC.json\n?? incidents/config.json\n[0]\n[1]\n"))
    #expect(outcome.error.contains("warning: recorded, but not committed: HEAD is detached"))
    #expect(outcome.error.contains("incident: recorded, but not committed: HEAD is detached"))
  }
}
