import Foundation
import Testing

@testable import IncidentStore

@Suite struct GitTests {
  /// Nothing of the user's or the machine's Git settings.
  static let variables = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": "/",
    "GIT_AUTHOR_NAME": "dana", "GIT_AUTHOR_EMAIL": "dana@example.org", "GIT_COMMITTER_NAME": "dana",
    "GIT_COMMITTER_EMAIL": "dana@example.org",
  ]

  @Test("finds the repository of a directory, its linked work tree and its submodule")
  func repositories() throws {
    let outer = try TemporaryDirectory()
    let git = Git(in: outer.path, adding: Self.variables)
    _ = try git.answer(["init", "--quiet", "clone"])
    let clone = Git(in: outer.path("clone"), adding: Self.variables)
    _ = try clone.answer(["commit", "--quiet", "--allow-empty", "-m", "first"])
    _ = try clone.answer(["worktree", "add", "--quiet", "../tree"])
    _ = try clone.answer(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./", "part"])
    try outer.makeDirectory("clone/deep/er")

    let found = try #require(try GitRepository.find(from: outer.path("clone/deep/er"), adding: Self.variables))
    #expect(found.workTree == outer.path("clone"))
    #expect(found.gitDirectory == outer.path("clone/.git") && found.commonDirectory == found.gitDirectory)
    #expect(found.path(of: outer.path("clone/deep/er")) == "deep/er")
    #expect(found.path(of: outer.path("clone2")) == nil)
    let tree = try #require(try GitRepository.find(from: outer.path("tree"), adding: Self.variables))
    #expect(tree.gitDirectory == outer.path("clone/.git/worktrees/tree"))
    #expect(tree.commonDirectory == outer.path("clone/.git"))
    let part = try #require(try GitRepository.find(from: outer.path("clone/part"), adding: Self.variables))
    #expect(part.workTree == outer.path("clone/part"))
    #expect(part.commonDirectory == outer.path("clone/.git/modules/part"))
  }

  @Test("outside of any repository, and in a bare one, there is none")
  func none() throws {
    let outer = try TemporaryDirectory()
    let variables = Self.variables.merging(["GIT_CEILING_DIRECTORIES": outer.path]) { $1 }
    #expect(try GitRepository.find(from: outer.path, adding: variables) == nil)
    _ = try Git(in: outer.path, adding: variables).answer(["init", "--quiet", "--bare", "bare"])
    #expect(try GitRepository.find(from: outer.path("bare"), adding: variables) == nil)
  }

  @Test("a failure tells the command's name, the status and what Git said, and no argument")
  func failure() throws {
    let outer = try TemporaryDirectory()
    let git = Git(in: outer.path, adding: Self.variables.merging(["LC_ALL": "C"]) { $1 })
    do {
      _ = try git.answer(["-c", "a.b=c", "cat-file", "-p", "secret words"])
      Issue.record("answered")
    } catch {
      guard case .failed(let command, let status, let errors) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(command == "git cat-file" && status == 128 && !errors.isEmpty)
    }
  }
}
