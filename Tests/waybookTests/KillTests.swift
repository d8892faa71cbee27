import Foundation
import TestSupport
import Testing

/// A build that is killed at any moment leaves the last good site whole, or the next one.
@Suite struct KillTests {
  private static let rounds = ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" ? 40 : 15

  @Test func `a kill at any moment leaves a whole site`() throws {
    let project = try Project()
    for number in 1...12 {
      try project.folder.write("subject: s\(number)\n", to: "teams/team-\(number).yaml")
    }
    // The two states of the input, and the site that each of them makes.
    let states = ["One title", "Another title"]
    var sites: [[String: Data]] = []
    var duration = 0.0
    for state in states {
      try project.edit(
        "playbook/playbook.yaml", sites.isEmpty ? "From Jenkins to GitHub Actions" : states[0], state)
      let begin = Date.now
      #expect(try project.run("build", "--output", "good").status == 0)
      duration = Date.now.timeIntervalSince(begin)
      sites.append(try project.contents(of: "good"))
    }
    #expect(try project.run("build").status == 0)
    var (current, kills) = (1, 0)
    for round in 1...Self.rounds {
      try project.edit("playbook/playbook.yaml", states[current], states[1 - current])
      current = 1 - current
      let moment = duration * Double(round) / Double(Self.rounds)
      if try Program.killed(["build"], in: project.folder.url, after: moment) { kills += 1 }
      let site = try project.contents()
      #expect(sites.contains(site), "round \(round): \(Self.difference(of: site, from: sites))")
    }
    print("build: killed \(kills) times at work; the site was whole after each")
    #expect(kills > Self.rounds / 3)
    let last = try project.run("build")
    #expect(last.status == 0, "\(last.stderr)")
    #expect(try project.contents() == sites[current])
    let hidden = try FileManager.default.contentsOfDirectory(atPath: project.folder.path("")).filter {
      $0.hasPrefix(".")
    }
    #expect(hidden == [], "what was begun is swept away")
  }

  private static func difference(of site: [String: Data], from whole: [[String: Data]]) -> String {
    whole.map { state in
      let names = Set(state.keys).union(site.keys).filter { state[$0] != site[$0] }
      return "\(names.count) differ, such as \(names.sorted().prefix(3))"
    }.joined(separator: "; ")
  }
}
