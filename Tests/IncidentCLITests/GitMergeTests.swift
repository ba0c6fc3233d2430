import Foundation
import IncidentCore
import IncidentStore
import JSONTree
import Testing

/// Clones that Git brings together, the real binary being its merge driver.
@Suite(.enabled(if: Binary.path != nil && Binary.git != nil))
struct GitMergeTests {
  /// Two clones, `one` and `two`, of a bare repository; both are made ready, and hold one incident.
  private func clones(before: String = "") throws -> Binary {
    let binary = try Binary()
    let script = """
      set -e
      cat > ../gitconfig <<'END'
      [user]
        name = Dana
        email = dana@example.com
      [init]
        defaultBranch = main
      [pull]
        rebase = false
      [protocol "file"]
        allow = always
      END
      \(before)
      git init --quiet --bare origin
      git clone --quiet origin one 2>/dev/null
      cd one; incident init; incident declare First -s 2 --by one
      git add -A; git commit --quiet -m first; git push --quiet -u origin HEAD 2>/dev/null
      cd ..; git clone --quiet origin two; cd two; incident init
      """
    let outcome = try run(script, binary)
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    return binary
  }

  private func run(_ script: String, _ binary: Binary) throws -> Binary.Outcome {
    try binary.sh("export GIT_CONFIG_GLOBAL=\"$PWD/../gitconfig\" GIT_EDITOR=true\n" + script)
  }

  /// Each clone records and commits; `two` then does what the test is about.
  private func diverged(_ binary: Binary, then script: String) throws -> Binary.Outcome {
    try run(
      """
      set -e
      cd one; incident note -m 'from one' --by one; incident severity 1; git commit --quiet -am one; git push --quiet
      cd ../two; incident note -m 'from two' --by two; incident ack; git commit --quiet -am two
      \(script)
      """, binary)
  }

  /// The messages that the only record in a clone holds, when it is sound.
  private func messages(_ clone: String, _ binary: Binary) throws -> Set<String> {
    let check = try binary.sh("cd \(clone) && incident check && incident show --json")
    try #require(check.status == 0, "\(check.output)\(check.error)")
    let folder = binary.directory + "/\(clone)/incidents"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    let name = try #require(names.count == 1 ? names.first : nil)
    let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    let incident = try RecordCodec.decode(bytes)
    #expect(RecordCodec.encode(incident) == bytes)
    return Set(incident.events.compactMap(\.message))
  }

  @Test(
    "both sides' events are there, without a conflict",
    arguments: [
      "git pull --quiet",
      "git pull --quiet --rebase",
      "git fetch --quiet; git -c rebase.backend=apply rebase --quiet origin/main",
      "git fetch --quiet; git cherry-pick origin/main",
      "git fetch --quiet; git merge --quiet -s recursive origin/main",
      "git fetch --quiet; git merge --quiet --squash origin/main; git commit --quiet -m squash",
      "git fetch --quiet; git reset --quiet --soft HEAD~; git stash --quiet; git merge --quiet origin/main; git stash pop",
      "git fetch --quiet; git checkout --quiet -b other; git checkout --quiet --merge origin/main",
      "git fetch --quiet; git format-patch --quiet --stdout -1 > ../p; git reset --quiet --hard origin/main; git am -3 ../p",
    ])
  func ways(script: String) throws {
    let binary = try clones()
    let outcome = try diverged(binary, then: script)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(
      try messages("two", binary).isSuperset(of: script.contains("checkout") ? ["from one"] : ["from one", "from two"]))
    #expect(try run("cd two && git diff --check && git ls-files --unmerged", binary).output.isEmpty)
  }

  @Test("both clones come to the same bytes, whichever merges")
  func commutative() throws {
    let binary = try clones()
    let outcome = try diverged(
      binary,
      then:
        "git branch mine; git pull --quiet; git push --quiet origin mine; cd ../one; git fetch --quiet; git merge --quiet origin/mine; cd ..; cmp one/incidents/INC-*.json two/incidents/INC-*.json"
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  @Test("a merge of merges, with two common ancestors, is one too")
  func crissCross() throws {
    let binary = try clones()
    let outcome = try diverged(
      binary,
      then: """
        git branch mine; git push --quiet origin mine; git pull --quiet; incident note -m 'later two'; git commit -qam later
        cd ../one; git fetch --quiet; git merge --quiet origin/mine; incident note -m 'later one'; git commit -qam later
        git push --quiet; cd ../two; git pull --quiet
        """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(try messages("two", binary).isSuperset(of: ["from one", "from two", "later one", "later two"]))
  }

  @Test("a revert that others wrote after takes no event back, and ends without a conflict")
  func revert() throws {
    let binary = try clones()
    let script = """
      cd one; incident note -m a; git commit -qam a; incident note -m b; git commit -qam b
      git revert --no-edit HEAD~ ; echo "status $?"; git revert --skip; git ls-files --unmerged; git status --porcelain
      """
    let outcome = try run(script, binary)
    #expect(outcome.output.contains("nothing to commit, working tree clean\nstatus 1\n"), "\(outcome.output)")
    #expect(outcome.output.hasSuffix("status 1\n") && outcome.status == 0)
    #expect(try messages("one", binary) == ["a", "b"])
  }

  @Test("the same record added on both sides has no ancestor, and is merged all the same")
  func addAdd() throws {
    let binary = try clones()
    let script = """
      set -e
      cd one; git checkout --quiet --orphan new; incident note -m 'on new'; git add -A; git commit --quiet -m new
      git checkout --quiet -b old main; incident note -m 'on old'; git commit -qam old
      git merge --quiet --allow-unrelated-histories new
      """
    let outcome = try run(script, binary)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(try messages("one", binary) == ["on new", "on old"])
  }

  @Test("a linked work tree merges as its clone does, and init there registers for all of them")
  func worktree() throws {
    let binary = try clones()
    let script = """
      set -e
      git -C two config --remove-section merge.incident; git -C two config extensions.worktreeConfig true
      git -C two worktree add --quiet ../tree -b side; cd tree; incident init
      git -C ../two config --get merge.incident.driver >/dev/null
      incident note -m 'in the tree'; git commit -qam tree; cd ../two; incident note -m 'in the clone'; git commit -qam two
      git merge --quiet side
      """
    let outcome = try run(script, binary)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("registered the merge driver in \(binary.directory)/two/.git/config"))
    #expect(try messages("two", binary) == ["in the tree", "in the clone"])
  }

  @Test("a submodule has a configuration of its own, which init finds")
  func submodule() throws {
    let binary = try clones()
    let script = """
      set -e
      git init --quiet super; cd super; git submodule --quiet add ../origin ops; cd ops; incident init
      cd ../../one; incident note -m 'from one'; git commit -qam one; git push --quiet
      cd ../super/ops; incident note -m 'from the submodule'; git commit -qam sub; git pull --quiet
      """
    let outcome = try run(script, binary)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("/super/.git/modules/ops/config"))
    #expect(try messages("super/ops", binary) == ["from one", "from the submodule"])
  }

  /// What became of the binary that registered the driver, and whether there is one that merges.
  static let fates: [(name: String, script: String, merges: Bool)] = [
    ("moved onto PATH", "mv ../bin/incident ../path/incident", true),
    ("gone", "rm ../bin/incident", false),
    (
      "crashing, another on PATH",
      "printf '#!/bin/sh\\nkill -SEGV $$\\n' > ../bin/incident; cp ../kept ../path/incident", true
    ),
    ("crashing", "printf '#!/bin/sh\\nkill -SEGV $$\\n' > ../bin/incident", false),
    ("another program that succeeds", "printf '#!/bin/sh\\nexit 0\\n' > ../bin/incident", false),
    ("another program that talks", "printf '#!/bin/sh\\necho done\\n' > ../bin/incident", false),
    ("an older version without merge-file", "printf '#!/bin/sh\\nexit 2\\n' > ../bin/incident", false),
    ("not executable", "chmod 644 ../bin/incident", false),
    (
      "a stranger's on PATH",
      "rm ../bin/incident; printf '#!/bin/sh\\nexit 0\\n' > ../path/incident; chmod 755 ../path/incident", false
    ),
  ]

  @Test("whatever became of the binary, no side is dropped", arguments: fates)
  func movedBinary(name: String, script: String, merges: Bool) throws {
    let binary = try clones()
    let outcome = try diverged(
      binary,
      then: """
        mkdir "../b'in %d" ../path; ln -s "b'in %d" ../bin; cp "$(command -v incident)" "../b'in %d/incident"
        cp ../bin/incident ../kept
        "../b'in %d/incident" init >/dev/null
        git config merge.incident.driver | grep -q "b'.*in %%d/incident"
        \(script)
        PATH="$PWD/../path:/usr/bin:/bin"; set +e; git pull --quiet >../log 2>&1; s=$?; cat ../log >&2; exit $s
        """)
    #expect(outcome.status == (merges ? 0 : 1), "\(outcome.output)\(outcome.error)")
    let text = try run("cat two/incidents/INC-*.json", binary).output
    #expect(text.contains("from one") && text.contains("from two"))
    #expect(text.contains("<<<<<<< ours") == !merges)
    if merges { #expect(try messages("two", binary).isSuperset(of: ["from one", "from two"])) }
  }

  @Test("a repository and folders with any name merge")
  func hostilePaths() throws {
    let binary = try clones()
    let script = """
      set -e
      cd two; d="a'b \\"c\\" \\$(touch x) %P ;#"; mkdir "$d"; git mv incidents "$d/incidents"; git commit -qm move
      git push --quiet; cd ../one; git pull --quiet; cd "$d"; incident note -m 'from one'; git commit -qam one; git push --quiet
      cd "../../two/$d"; incident note -m 'from two'; git commit -qam two; git pull --quiet; incident show; cd ..; ls
      """
    let outcome = try run(script, binary)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("from one") && outcome.output.contains("from two"))
    #expect(!outcome.output.hasSuffix("\nx\n"))
  }

  @Test("with core.autocrlf the files have no carriage return, and merge", arguments: ["true", "input", "false"])
  func lineEnds(autocrlf: String) throws {
    let binary = try clones(before: "printf '[core]\\n\\tautocrlf = \(autocrlf)\\n' >> ../gitconfig")
    let outcome = try diverged(
      binary,
      then:
        "git pull --quiet; if grep -q \"$(printf '\\r')\" incidents/INC-*; then exit 9; fi; echo; git status --porcelain"
    )
    #expect(outcome.status == 0 && outcome.output.hasSuffix("\n\n"), "\(outcome.output)\(outcome.error)")
    #expect(try messages("two", binary).isSuperset(of: ["from one", "from two"]))
  }

  @Test("a hand edit of one field on both sides leaves Git's markers, and nothing is guessed")
  func handEdits() throws {
    let binary = try clones()
    let script = """
      cd one; sed -i.o 's/First/Edited in one/' incidents/INC-*.json; rm incidents/*.o; git commit -qam one; git push --quiet
      cd ../two; sed -i.o 's/First/Edited in two/' incidents/INC-*.json; rm incidents/*.o; git commit -qam two
      git pull --quiet; echo "status $?"; grep -c '<<<<<<<' incidents/INC-*.json; git ls-files --unmerged | wc -l
      """
    let outcome = try run(script, binary)
    #expect(outcome.output.hasSuffix("status 1\n2\n3\n"), "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains("both sides changed \"title\" of event"), "\(outcome.error)")
  }

  @Test("postmortems of two clones merge; where prose conflicts, the markers stand in the prose alone")
  func postmortems() throws {
    let binary = try clones()
    let script = """
      set -e
      cd one; incident ack; incident resolve -m over; incident postmortem; git add -A; git commit -qm pm; git push --quiet
      cd ../two; git pull --quiet
      id=$(basename incidents/INC-*.json .json); pm=incidents/$id.postmortem.md
      write() { awk -v h="$1" -v t="$2" '{print} $0==h {print "\\n" t}' $pm > ../t; cat ../t > $pm; }
      cd ../one; write '## Summary' 'By one.'; incident note $id -m 'from one'; incident postmortem $id; git commit -qam one
      git push --quiet
      cd ../two; write '## Lessons learned' 'By two.'; incident note $id -m 'from two'; incident postmortem $id
      git commit -qam two; git pull --quiet
      grep -c '^By ' $pm; incident postmortem $id; grep -c 'note — from\\|from one\\|from two' $pm; git commit -qam pm2
      git push --quiet
      cd ../one; git pull --quiet; write '## Impact' 'Also one.'; incident note $id -m again; incident postmortem $id
      git commit -qam one2; git push --quiet
      cd ../two; write '## Impact' 'Also two.'; incident note $id -m more; incident postmortem $id; git commit -qam two2
      set +e; git pull --quiet >/dev/null; echo "status $?"; grep -A 4 '<<<<<<<' $pm; grep -c '<<<<<<<' $pm
      """
    let outcome = try run(script, binary)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(
      outcome.output.hasSuffix(
        "status 1\n<<<<<<< ours\nAlso two.\n=======\nAlso one.\n>>>>>>> theirs\n1\n"), "\(outcome.output)")
  }
}
