import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Publishing
import Tailoring

struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publishes the built site: to a folder, or to a host through ssh and rsync.",
    discussion: """
        waybook build
        waybook publish ssh://deploy@www.example/srv/playbooks
        waybook publish ./published --dry-run

      TARGET is a name under 'publish' in waybook.yaml, a path with a '/', or an address. It need not be named where \
      waybook.yaml has just one. A release is made below 'releases' in the target; when all of it has arrived and was \
      compared with the site, the link 'current' leads to it. Let the web server show 'current'.

      Exit codes: 0 done, or published before; 1 the site is not what was built, or too many pages would go; 2 the \
      disk, the host or the connection failed, or somebody else is publishing; 64 wrong usage.
      """)

  @Argument(help: "The target; the one in waybook.yaml where none is named.", completion: .directory)
  var target: String?

  @Argument(help: "With --rollback, the release to go back to, as --list prints it.")
  var release: String?

  @Option(help: "The folder of the built site; 'site' where nothing names one.", completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many releases stay; \(Releases.defaultKeep) where waybook.yaml says nothing.", valueName: "n"))
  var keep: Int?

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Print the releases, oldest first, and do nothing.")
  var list = false

  @Flag(help: "Go back to the release before the current one, or to the one that is named.")
  var rollback = false

  @Flag(help: "Publish the site although it is not what was built.")
  var force = false

  @Flag(help: "Publish although more than \(Releases.removalLimit) % of the published pages go.")
  var allowRemovals = false

  @Flag(help: "Take the lock from a run that is gone.")
  var breakLock = false

  func validate() throws {
    if [dryRun, list, rollback].count(where: \.self) > 1 {
      throw ValidationError("Give one of --dry-run, --list and --rollback.")
    }
    if release != nil || isRelease(target), !rollback {
      throw ValidationError("Only --rollback takes a release; give one target.")
    }
    if let keep, keep < 1 {
      throw ValidationError("At least one release has to stay: give --keep 1 or more.")
    }
  }

  func run() async throws {
    try await Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let project = Input.project(diagnostics: &diagnostics)
      let (named, release) =
        isRelease(self.target) ? (self.release, self.target) : (self.target, self.release)
      let target = try resolvedTarget(named, project, &diagnostics)
      Console.show(diagnostics)
      guard let target, !diagnostics.containsErrors else { throw Console.problems(diagnostics) }
      let releases = try target.releases()
      let request = request(project)
      if list {
        try await printReleases(of: releases)
      } else if rollback {
        let release = try await releases.rollBack(to: release, request)
        Console.say("waybook: \(releases.name) shows \(release) again")
      } else if dryRun {
        let (release, steps) = try await releases.rehearse(request)
        if steps.isEmpty {
          Console.say("waybook: \(releases.name) has this site as \(release); nothing to do")
        }
        for step in steps { Console.say("waybook: would \(step)") }
      } else {
        report(try await releases.publish(request), releases.name)
      }
    }
  }

  /// A release has a form of its own: it can stand before the target, or without one.
  private func isRelease(_ word: String?) -> Bool { word.flatMap { ReleaseName($0) } != nil }

  /// What the options and waybook.yaml ask for.
  private func request(_ project: ProjectFile) -> Releases.Request {
    let now = UTCTime(seconds: Int(Date.now.timeIntervalSince1970))
    var request = Releases.Request(
      site: output ?? project.output ?? "site", now: now,
      holder: LockHolder(user: NSUserName(), host: ProcessInfo.processInfo.hostName, time: now))
    request.keep = keep ?? project.keepReleases ?? Releases.defaultKeep
    (request.force, request.allowsRemovals, request.breaksLock) = (force, allowRemovals, breakLock)
    return request
  }

  /// The target that is named here or in waybook.yaml; nil after a diagnostic.
  private func resolvedTarget(
    _ target: String?, _ project: ProjectFile, _ diagnostics: inout [Diagnostic]
  ) throws -> PublishTarget? {
    let names = project.publish.map(\.name.text)
    guard let target else {
      if diagnostics.containsErrors { return nil }
      guard let only = project.publish.first, names.count == 1 else {
        throw ValidationError(
          names.isEmpty
            ? "No target is named: give a folder or an address, or write 'publish:' in waybook.yaml."
            : "waybook.yaml has several targets; give one of: \(names.joined(separator: ", "))")
      }
      return parsed(only.target, &diagnostics)
    }
    if let named = project.publish.first(where: { $0.name.text == target }) {
      return parsed(named.target, &diagnostics)
    }
    guard target.contains("/") || target.isEmpty || target.hasPrefix("-") else {
      throw ValidationError(
        "There is no target '\(target)' in waybook.yaml\(NearMiss.hint(for: target, among: names)); "
          + "a folder is written with a '/', such as ./\(target)")
    }
    do {
      return try PublishTarget(target)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func parsed(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> PublishTarget? {
    do {
      return try PublishTarget(text.value)
    } catch {
      diagnostics.append(.noTarget("\(error)", at: text.location))
      return nil
    }
  }

  private func printReleases(of releases: Releases) async throws {
    let (names, current) = try await releases.list()
    if names.isEmpty { Console.say("waybook: there are no releases in \(releases.name)") }
    for name in names { try Console.write("\(name)\(name == current ? " current" : "")\n") }
  }

  private func report(_ outcome: Releases.Outcome, _ target: String) {
    switch outcome {
    case .published(let release, let removed):
      Console.say("waybook: published \(release) to \(target)")
      if removed > 0 {
        Console.say("waybook: \(removed.counted("page")) of the last release no longer there")
      }
    case .unchanged(let release):
      Console.say("waybook: \(target) has this site as \(release); nothing to do")
    case .rolledBack(let newest, let current):
      Console.say(
        "waybook: \(target) has this site as \(newest), but was taken back to \(current); to show it again, give "
          + "--rollback \(newest)")
    }
  }
}
