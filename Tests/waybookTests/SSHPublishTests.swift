import Foundation
import Synchronization
import TestSupport
import Testing

/// Publishing through ssh and rsync, to a real sshd.
@Suite(.serialized, .enabled(if: SSHServer.obstacle == nil, "\(SSHServer.obstacle ?? "")"))
struct SSHPublishTests {
  private let server: SSHServer
  private let project: Project
  /// The two sites that are published, `site-0` and `site-1`.
  private let sites: [[String: Data]]
  /// What shells, rsync and ssh stumble over.
  private static let name = "a target's $HOME `id`; ü"

  init() throws {
    server = try SSHServer()
    project = try Project()
    var sites: [[String: Data]] = []
    for (number, title) in ["First title", "Second title"].enumerated() {
      let old = number == 0 ? "From Jenkins to GitHub Actions" : "First title"
      try project.edit("playbook/playbook.yaml", old, title)
      try project.folder.write(
        "/* \(title) */\n"
          + String(
            decoding: try Data(contentsOf: Checkout.root.appending(path: "Templates/assets/style.css")),
            as: UTF8.self),
        to: "templates/assets/style.css")
      #expect(try project.run("build", "--output", "site-\(number)").status == 0)
      sites.append(try project.contents(of: "site-\(number)"))
    }
    self.sites = sites
  }

  /// Runs `publish` with the target, and what happens to its connections.
  private func publish(_ arguments: String..., fault: SSHServer.Fault = .none) throws -> Program.Output {
    try Program.run(
      ["publish", server.address(of: Self.name)] + arguments, in: project.folder.url,
      environment: server.environment(fault))
  }

  /// What readers see, but for the styles of the release before, which are there for those who still read it.
  private func shown() throws -> [String: Data] {
    let root = server.folder.path(Self.name)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: root + "/current")
    var contents: [String: Data] = [:]
    for file in server.folder.files(below: "\(Self.name)/\(link)") {
      contents[file] = try Data(contentsOf: URL(filePath: "\(root)/\(link)/\(file)"))
    }
    let theme = try #require(contents["answer.html"].flatMap(Self.theme))
    return contents.filter { !$0.key.hasPrefix("assets/") || $0.key.hasPrefix(theme) }
  }

  /// The folder of the files that a page takes in.
  private static func theme(of page: Data) -> String? {
    String(decoding: page, as: UTF8.self).firstMatch(of: #/assets/[0-9a-f]{8}//#).map { String($0.output) }
  }

  private func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: server.folder.path("\(Self.name)/\(folder)")).sorted()
  }

  private func inode(_ file: String) throws -> Int? {
    let path = server.folder.path("\(Self.name)/\(file)")
    return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  @Test func `a site is published, again, as another release, listed and taken back`() throws {
    let rehearsed = try publish("--output", "site-0", "--dry-run")
    #expect(rehearsed.status == 0, "\(rehearsed.stderr)")
    #expect(!FileManager.default.fileExists(atPath: server.folder.path(Self.name)))
    let first = try publish("--output", "site-0")
    #expect(first.status == 0, "\(first.stderr)")
    #expect(try shown() == sites[0])
    let again = try publish("--output", "site-0")
    #expect(again.status == 0)
    #expect(again.stderr.contains("nothing to do"))
    #expect(try publish("--output", "site-1").status == 0)
    #expect(try shown() == sites[1])
    #expect(try names() == [".waybook-releases", "current", "releases"])
    let releases = try names(in: "releases")
    #expect(try publish("--list").stdout == "\(releases[0])\n\(releases[1]) current\n")
    for (file, isSame) in [("payments/ledger/steps.csv", true), ("web/plan.html", false)] {
      #expect((sites[0][file] == sites[1][file]) == isSame)
      let inodes = try releases.map { try inode("releases/\($0)/\(file)") }
      #expect((inodes[0] == inodes[1]) == isSame, "\(file)")
    }
    #expect(try publish("--rollback").status == 0)
    #expect(try shown() == sites[0])
    #expect(try publish("--rollback", releases[1], "--output", "site-1").status == 0)
    #expect(try shown() == sites[1])
    #expect(try publish("--output", "site-0", "--keep", "2").status == 0)
    #expect(try names(in: "releases").count == 2)
    #expect(try shown() == sites[0])
  }

  @Test func `a publisher that is killed at any connection leaves a whole site, and the next goes on`() throws
  {
    #expect(try publish("--output", "site-0").status == 0)
    let clean = server.folder.path("clean")
    try Self.copy(server.folder.path(Self.name), to: clean)
    #expect(try publish("--output", "site-1").status == 0)
    let calls = server.calls
    #expect(calls > 8)
    // Each phase takes several connections; every third one meets them all in a third of the time.
    for call in stride(from: 1, through: calls, by: 3) {
      try FileManager.default.removeItem(atPath: server.folder.path(Self.name))
      try Self.copy(clean, to: server.folder.path(Self.name))
      let killed = try publish("--output", "site-1", fault: .kill(call: call))
      #expect(killed.status != 0, "call \(call)")
      #expect([sites[0], sites[1]].contains(try shown()), "call \(call)")
      let next = try publish("--output", "site-1", "--break-lock")
      #expect(next.status == 0, "call \(call): \(next.stderr)")
      #expect(try shown() == sites[1], "call \(call)")
      #expect(try names(in: "releases").count == 2, "call \(call)")
      let left = try names().filter { $0 != "lock" }
      #expect(left == [".waybook-releases", "current", "releases"], "call \(call)")
    }
  }

  @Test func `a connection that is cut in the middle is told, and what has arrived stays`() throws {
    #expect(try publish("--output", "site-0").status == 0)
    // Bytes that no compression makes small, in files that rsync sends one after another.
    var random = SplitMix(seed: 3)
    for number in 1...6 {
      let bytes = (0..<60_000).map { _ in UInt8.random(in: 0...255, using: &random) }
      try Data(bytes).write(to: project.folder.url.appending(path: "site-1/big-\(number).bin"))
    }
    let cut = try publish("--output", "site-1", "--force", fault: .cut(bytes: 250_000))
    #expect(cut.status == 2)
    #expect(cut.stderr.contains("rsync failed for 'ssh://"), "\(cut.stderr)")
    #expect(cut.stderr.contains("publish again, which goes on where this has stopped"))
    #expect(try shown() == sites[0])
    #expect(try names().contains("lock") == false)
    let incoming = try #require(try names(in: "releases").first { $0.hasPrefix(".incoming-") })
    let arrived = try inode("releases/\(incoming)/big-1.bin")
    #expect(try publish("--output", "site-1", "--force").status == 0)
    #expect(try inode("current/big-1.bin") == arrived)
    var expected = try project.contents(of: "site-1")
    var published = try shown()
    expected[".waybook-manifest.json"] = nil
    published[".waybook-manifest.json"] = nil
    #expect(published == expected)
    #expect(try names(in: "releases").count == 2)
  }

  @Test func `of two publishers at once each finishes, or is told who is at work`() throws {
    #expect(try publish("--output", "site-0").status == 0)
    let target = server.address(of: Self.name)
    let (folder, environment) = (project.folder.url, server.environment())
    let outputs = Mutex<[Program.Output]>([])
    let done = DispatchGroup()
    for site in ["site-1", "site-0"] {
      done.enter()
      Thread.detachNewThread {
        let output = try? Program.run(
          ["publish", target, "--output", site, "--allow-removals"], in: folder, environment: environment)
        outputs.withLock { $0 += [output].compactMap(\.self) }
        done.leave()
      }
    }
    done.wait()
    let results = outputs.withLock { $0 }
    #expect(results.count == 2)
    #expect(results.contains { $0.status == 0 })
    for result in results where result.status != 0 {
      #expect(result.status == 2)
      #expect(result.stderr.contains("is locked by \(NSUserName())@"), "\(result.stderr)")
    }
    #expect(sites.contains(try shown()))
    #expect(try names() == [".waybook-releases", "current", "releases"])
    #expect(try names(in: "releases").allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func `the lock of a publisher that is gone is named, and can be broken`() throws {
    #expect(try publish("--output", "site-0").status == 0)
    try server.folder.write("dana@desk, process 7, since then, over ssh", to: "\(Self.name)/lock")
    let refused = try publish("--output", "site-1")
    #expect(refused.status == 2)
    #expect(refused.stderr.contains("is locked by dana@desk, process 7, since then, over ssh; wait"))
    #expect(try shown() == sites[0])
    #expect(try publish("--output", "site-1", "--break-lock").status == 0)
    #expect(try shown() == sites[1])
    #expect(try !names().contains("lock"))
  }

  @Test func `a folder of somebody else, and a file, stay as they are`() throws {
    try server.folder.write("theirs", to: "\(Self.name)/index.html")
    let foreign = try publish("--output", "site-0")
    #expect(foreign.status == 2)
    #expect(foreign.stderr.contains("is no empty folder"))
    #expect(try names() == ["index.html"])
    let file = try Program.run(
      ["publish", server.address(of: "\(Self.name)/index.html"), "--output", "site-0"],
      in: project.folder.url,
      environment: server.environment())
    #expect(file.status == 2)
    #expect(try server.folder.text("\(Self.name)/index.html") == "theirs")
  }

  @Test func `bytes that rot on the host are found before anybody sees them`() throws {
    #expect(try publish("--output", "site-0").status == 0)
    // What a broken run has left under the name of the next release is not taken as it is.
    let cut = try publish("--output", "site-1", fault: .cut(bytes: 20_000))
    #expect(cut.status == 2)
    let incoming = try #require(try names(in: "releases").first { $0.hasPrefix(".incoming-") })
    let page = try #require(sites[1]["index.html"])
    try server.folder.write(
      String(repeating: "x", count: page.count), to: "\(Self.name)/releases/\(incoming)/index.html")
    try server.folder.write("foreign", to: "\(Self.name)/releases/\(incoming)/.index.html.Ab12")
    #expect(try publish("--output", "site-1").status == 0)
    #expect(try shown() == sites[1])
  }

  @Test(.enabled(if: Mount.isPossible, "needs root"))
  func `a host that is full keeps what it shows, and is told`() throws {
    let disk = try FullDisk(at: server.folder.path(Self.name))
    #expect(try publish("--output", "site-0").status == 0)
    try disk.fill()
    let full = try publish("--output", "site-1")
    #expect(full.status == 2)
    #expect(full.stderr.contains("No space left on device"), "\(full.stderr)")
    #expect(try shown() == sites[0])
    #expect(try publish("--list").stdout.split(separator: "\n").count == 1)
    #expect(try !names().contains("lock"))
    try disk.empty()
    let next = try publish("--output", "site-1")
    #expect(next.status == 0, "\(next.stderr)")
    #expect(try shown() == sites[1])
    #expect(try names() == [".waybook-releases", "current", "releases"])
  }

  @Test func `readers never miss a file, see half of one, or meet the styles of another release`() throws {
    #expect(try publish("--output", "site-0").status == 0)
    let current = server.folder.path(Self.name) + "/current"
    let pages = Set(sites[0].keys).intersection(sites[1].keys).filter { $0.hasSuffix(".html") }
    let visits = Atomic(0)
    let problems = Mutex<[String]>([])
    let isOver = Atomic(false)
    let sites = sites
    let reader = Thread {
      while !isOver.load(ordering: .relaxed) {
        for page in pages {
          // As a browser does: the page, and then, whatever has been published meanwhile, what it takes in.
          let bytes = FileManager.default.contents(atPath: "\(current)/\(page)")
          guard let bytes, let site = sites.first(where: { $0[page] == bytes }) else {
            problems.withLock { $0.append(page) }
            continue
          }
          guard let theme = Self.theme(of: bytes) else { continue }
          for (file, wanted) in site where file.hasPrefix(theme) {
            if FileManager.default.contents(atPath: "\(current)/\(file)") != wanted {
              problems.withLock { $0.append("\(file) of \(page)") }
            }
          }
        }
        visits.add(1, ordering: .relaxed)
      }
    }
    reader.start()
    for number in [1, 0, 1] { #expect(try publish("--output", "site-\(number)").status == 0) }
    #expect(try publish("--rollback", "--output", "site-1").status == 0)
    isOver.store(true, ordering: .relaxed)
    while !reader.isFinished { usleep(10_000) }
    #expect(visits.load(ordering: .relaxed) > 10)
    #expect(problems.withLock { $0 } == [])
  }

  @Test func `a host that is not there, and an unknown key, are told in ssh's words`() throws {
    let port = server.address(of: "x").replacing(/:(\d+)\//) { _ in ":1/" }
    let gone = try Program.run(
      ["publish", port, "--output", "site-0"], in: project.folder.url, environment: server.environment())
    #expect(gone.status == 2)
    #expect(gone.stderr.contains("ssh failed for '\(port)': "))
    #expect(gone.stderr.contains("refused"))
    try server.folder.write("", to: "known_hosts")
    let unknown = try publish("--output", "site-0")
    #expect(unknown.status == 2)
    #expect(unknown.stderr.contains("Host key verification failed"))
  }

  /// A copy in which what was one file stays one.
  private static func copy(_ folder: String, to other: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["rsync", "--archive", "--hard-links", folder + "/", other + "/"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
