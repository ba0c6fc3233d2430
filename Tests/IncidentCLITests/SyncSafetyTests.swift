import Testing

@Suite("incident sync leaves alone what is not the store's", .enabled(if: Binary.path != nil && Binary.git != nil))
struct SyncSafetyTests {
  /// A bare remote and two clones of it that have a branch `main` in common; the script begins in `a`, which has a store.
  private func sh(_ script: String) throws -> Binary.Outcome {
    try Binary().sh(
      """
      git init -q --bare remote.git; git -C remote.git symbolic-ref HEAD refs/heads/main
      git init -q a; cd a; git symbolic-ref HEAD refs/heads/main; git remote add origin ../remote.git
      git config user.name a; git config user.email a@example.org; git commit -q --allow-empty -m begin
      git push -q -u origin main; cd ..; git clone -q remote.git b; cd b
      git config user.name b; git config user.email b@example.org
      cd ../a; incident declare "Slow" --severity 2 >/dev/null 2>&1; incident init >/dev/null
      hook() { cat > .git/hooks/$1; chmod +x .git/hooks/$1; }

      """ + script)
  }

  @Test("an ignored file in the way of what comes in is not overwritten")
  func ignoredFile() throws {
    let outcome = try sh(
      """
      cd ../b; echo theirs > local.env; git add local.env; git commit -qm env; git push -q; cd ../a
      echo mine > local.env; echo local.env > .git/info/exclude
      incident sync >/dev/null; echo "[$?]"; cat local.env; git log -1 --format=%s
      """)
    #expect(outcome.output.contains(/^\[1\]\nmine\nINC-\S+: SEV2 Slow\n$/))
    #expect(outcome.error.contains("what came in would overwrite local.env"))
  }

  @Test("a branch that the clone goes to while the remote is asked stays as it is")
  func switchedBranch() throws {
    let outcome = try sh(
      """
      incident sync >/dev/null; cd ../b; git commit -q --allow-empty -m theirs; git pull -q --rebase; git push -q; cd ../a
      printf '#!/bin/sh\\ngit switch -q -c topic >&2\\nexec git-upload-pack "$@"\\n' > ../up; chmod +x ../up
      git config remote.origin.uploadpack $PWD/../up; incident sync; echo "[$?]"
      test $(git rev-parse main) = $(git rev-parse topic) && git -C ../remote.git for-each-ref --format='%(refname)'
      """)
    #expect(outcome.output == "[1]\nrefs/heads/main\n")
    #expect(outcome.error.contains("this clone left the branch main meanwhile"))
  }

  @Test("tags and other branches stay here, whatever Git is set up to do")
  func otherRefs() throws {
    let outcome = try sh(
      """
      git tag -a -m mine mine; git branch other; git tag main; git config push.followTags true
      git config fetch.prune true; git config fetch.pruneTags true; git update-ref refs/remotes/origin/gone HEAD
      git for-each-ref | grep -v /main > ../before; incident sync | tail -n 1; git for-each-ref | grep -v /main | cmp - ../before
      git -C ../remote.git for-each-ref --format='%(refname)'
      """)
    #expect(outcome.output == "pushed     1 commit to origin/main\nrefs/heads/main\n")
    #expect(outcome.error == "")
  }

  @Test("hooks see what is committed as at any commit, and what they refuse leaves the index as it was")
  func hooks() throws {
    let outcome = try sh(
      """
      echo 1 > staged; git add staged; git ls-files --stage > ../before
      printf '#!/bin/sh\\ngit diff --cached --name-only -- "*.json" | wc -l; exit 1\\n' | hook pre-commit
      incident sync; echo "[$?]"; git ls-files --stage | cmp - ../before; git stash -q && git stash pop -q; echo "[$?]"
      """)
    #expect(outcome.output == "[1]\n[0]\n")
    #expect(outcome.error.contains("a hook or the signing refused: 1."))
  }

  @Test("a hook that refuses the push is told from a remote that does not answer")
  func prePush() throws {
    let outcome = try sh("echo 'echo not on fridays >&2; exit 1' | sed '1i#!/bin/sh' | hook pre-push; incident sync")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("the push to origin was refused: not on fridays"))
    #expect(outcome.error.contains("all is safe here, 1 commit waits"))
  }

  @Test("where pushes go to another remote than the branch follows, nothing is pushed")
  func pushRemote() throws {
    let outcome = try sh(
      """
      git init -q --bare ../fork.git; git remote add fork ../fork.git; git config remote.pushDefault fork
      incident sync; echo "[$?]"; git -C ../remote.git log --format=%s main; git -C ../fork.git for-each-ref
      git config branch.main.pushRemote origin; incident sync
      """)
    #expect(outcome.output == "[1]\nbegin\npushed     1 commit to origin/main\n")
    #expect(outcome.error.contains("the branch main follows origin/main, and its pushes go to fork"))
    #expect(outcome.error.contains("git config branch.main.pushRemote origin"))
  }

  @Test("records that Git ignores are no success, by sync or by --commit")
  func ignoredRecords() throws {
    let outcome = try sh(
      """
      echo '*.json' > .git/info/exclude; incident sync; echo "[$?]"; incident ack --commit >/dev/null; echo "[$?]"
      git log --format=%s
      """)
    #expect(outcome.output == "[1]\n[1]\nbegin\n")
    #expect(
      outcome.error.contains("recorded, but not committed: this repository's .gitignore keeps the store out of Git"))
  }

  @Test("a lock that a killed Git left is named by its path", arguments: ["index", "refs/remotes/origin/main"])
  func staleLock(name: String) throws {
    let outcome = try sh(
      """
      (cd ../b; git commit -q --allow-empty -m theirs; git push -q)
      touch .git/\(name).lock; incident sync >/dev/null 2>said; echo "[$?]"; cat said >&2
      rm $(sed -n 's/^ *rm \\(\\S*\\).*/\\1/p' said); incident sync >/dev/null; echo "[$?]"
      """)
    #expect(outcome.output == "[1]\n[0]\n")
    #expect(outcome.error.contains(".git/\(name).lock, or one that was killed left it"))
  }

  @Test("a store that is a repository of its own is the one exchanged")
  func ownRepository() throws {
    let outcome = try sh(
      """
      git init -q --bare ../own.git; cd incidents; git init -q; git symbolic-ref HEAD refs/heads/main
      git config user.name c; git config user.email c@example.org; git remote add origin ../../own.git; cd ..
      incident sync | tail -n 1; git -C ../own.git ls-tree --name-only main | wc -l; git -C ../remote.git log --format=%s
      """)
    #expect(outcome.output == "pushed     1 commit to origin/main\n3\nbegin\n")
  }

  @Test("in the linked work tree of an alias, which Git tells of $GIT_DIR, and beside a sparse checkout")
  func places() throws {
    let outcome = try sh(
      """
      incident sync >/dev/null; git config alias.isync '!incident sync'; git worktree add -q ../linked; cd ../linked
      mkdir sub; cd sub; incident ack >/dev/null; git isync | tail -n 1; git status --porcelain
      mkdir ../src; echo 1 > ../src/f; git add -A ..; git commit -qm src; git sparse-checkout set --cone src
      cd ..; rm -rf incidents; incident declare "Other" --severity 3 >/dev/null 2>&1; incident sync | tail -n 1
      git ls-tree -r --name-only HEAD | grep -c '^incidents/INC'
      """)
    #expect(
      outcome.output == "pushed     1 commit to origin/linked\npushed     2 commits to origin/linked\n2\n")
  }

  @Test("a thousand records at once are one commit, with words that fit")
  func many() throws {
    let outcome = try sh(
      """
      file=$(ls incidents/INC*.json); id=$(basename $file .json)
      for n in $(seq 1000 1999); do sed "s/$id/INC-20261101-$n/; s/Slow/$(printf 'S%.0s' $(seq 300))/" $file > incidents/INC-20261101-$n.json; done
      incident sync | tail -n 1; git log -1 --format=%s | cut -c1-14; git log -1 --format=%b | grep -c '^and [0-9]* more incidents$'
      test $(git log -1 --format=%B | wc -c) -lt 20000 && test $(git log -1 --format=%B | wc -L) -le 200 && echo fits
      """)
    #expect(outcome.output == "pushed     1 commit to origin/main\n1001 incidents\n1\nfits\n")
  }

  @Test("a commit that was killed before it wrote its index is finished")
  func oldIndex() throws {
    let outcome = try sh(
      """
      incident sync >/dev/null; cp .git/index ../old; incident ack >/dev/null
      (cd ../b; git commit -q --allow-empty -m theirs; git pull -q --rebase; git push -q); incident sync >/dev/null
      incident note -m x --commit >/dev/null 2>&1; cp ../old .git/index; git status --porcelain | cut -c1-2
      incident sync; incident sync; git status --porcelain; git log --format=%s -1
      """)
    #expect(outcome.error == "")
    #expect(
      outcome.output.contains(
        /^MM\npushed     1 commit to origin\/main\nup to date with origin\/main\nINC-\S+: note, by a\n$/))
  }

  @Test("files that a killed run wrote are in nobody's way, unless one differs")
  func halfWritten() throws {
    let outcome = try sh(
      """
      cd ../b; echo new > new; echo new > other; git add new other; git commit -qm new; git push -q; cd ../a
      echo new > new; echo mine > other; incident sync >/dev/null; echo "[$?]"; git status --porcelain; cat other
      echo new > other; incident sync >/dev/null; echo "[$?]"; git status --porcelain; git log --format=%s origin/main | wc -l
      """)
    #expect(outcome.output == "[1]\n?? new\n?? other\nmine\n[0]\n4\n")
  }

  @Test("a killed merge leaves no file in the work tree, and no driver is asked")
  func noDriver() throws {
    let outcome = try sh(
      """
      incident sync >/dev/null; cd ../b; git pull -q; incident init >/dev/null; incident ack >/dev/null; incident sync >/dev/null
      cd ../a; git config merge.incident.driver 'touch ../asked; exit 1'; rm incidents/.gitattributes; git commit -qam bare
      incident severity 1 >/dev/null; incident sync; incident check --skip required-roles; ls -a .. . | grep -E 'asked|merge_file'
      """)
    #expect(outcome.output.contains("received   INC-"))
    #expect(outcome.output.hasSuffix("ok: 1 record, nothing to mend\n"))
  }

  @Test("many that commit one record at once all succeed, beside another's work")
  func crowd() throws {
    let outcome = try sh(
      """
      echo 1 > staged; git add staged; echo 1 > untracked
      for n in $(seq 16); do (incident note -m "n $n" --commit >/dev/null 2>../said$n || cat ../said$n >&2) & done; wait
      git show HEAD:incidents/$(ls incidents | grep INC) | grep -c '"noted"'; git status --porcelain
      """)
    #expect(outcome.error == "")
    #expect(outcome.output == "16\nA  staged\n?? untracked\n")
  }

  @Test("conflicts of a stash in the store are told from a merge under way")
  func unmerged() throws {
    let outcome = try sh(
      """
      incident sync >/dev/null; file=incidents/$(ls incidents | grep INC); git config merge.incident.driver false
      sed -i 's/"Slow"/"One"/' $file; git stash -q; sed -i 's/"Slow"/"Two"/' $file; git commit -qam two
      git stash pop >/dev/null 2>&1; incident sync; echo "[$?]"
      """)
    #expect(outcome.output.hasSuffix("[1]\n"))
    #expect(outcome.error.contains(/INC-\S+ of the store has conflicts that wait to be resolved/))
  }
}
