import Foundation
import SiteFiles
import Testing

@testable import Publishing

@Suite struct InterruptionTests {
  let folder: TemporaryFolder
  /// The two sites that may be found after an interruption.
  let whole: [[String: String]]

  init() throws {
    folder = try TemporaryFolder(inMemory: true)
    try Example.makeBefore("before", in: folder)
    try Example.makeBefore("after", in: folder)
    try Example.makeAfter("after", in: folder)
    whole = [try folder.contents(of: "before"), try folder.contents(of: "after")]
    try FileManager.default.removeItem(atPath: folder("before"))
    try FileManager.default.removeItem(atPath: folder("after"))
  }

  @Test(
    "Killed before any call to the disk, a run leaves a whole site; the next run clears up, and then succeeds",
    arguments: Setting.allCases)
  func killedAnywhere(setting: Setting) throws {
    var (calls, survived) = (0, false)
    var count = FaultCount("build, \(setting)")
    while !survived {
      defer { calls += 1 }
      try Example.makeBefore("site", in: folder)
      survived = try kill(setting.disk(killedAfter: calls))
      if !survived { count.add("kills") }
      if setting == .exchange { #expect(try whole.contains(folder.contents(of: "site")), "call \(calls)") }

      let next = try SiteWriter(output: folder("site"), disk: setting.disk)
      let visible = try folder.contents(of: "site").filter { !$0.key.hasPrefix(Workspace.nameInside + "/") }
      #expect(whole.contains(visible), "call \(calls)")
      try next.abandon()
      #expect(try folder.names() == ["site"], "call \(calls)")
      try Example.makeAfter("site", in: folder, on: setting.disk)
      #expect(try folder.contents(of: "site") == whole[1], "call \(calls)")
      try FileManager.default.removeItem(atPath: folder("site"))
    }
    #expect(count.total == (try callCount(setting)))
    count.show()
  }

  @Test(
    "Killed anywhere while it moves files, and killed again anywhere in the next run, it is finished by a third",
    .enabled(
      if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"),
    arguments: Setting.allCases)
  func killedTwice(setting: Setting) throws {
    let count = try callCount(setting)
    for calls in stride(from: count / 2, to: count, by: 5) {
      var (later, survived) = (0, false)
      while !survived {
        defer { later += 3 }
        try Example.makeBefore("site", in: folder)
        try kill(setting.disk(killedAfter: calls))
        survived = try kill(setting.disk(killedAfter: later))
        try SiteWriter(output: folder("site"), disk: setting.disk).abandon()
        #expect(try whole.contains(folder.contents(of: "site")), "calls \(calls) and \(later)")
        #expect(try folder.names() == ["site"], "calls \(calls) and \(later)")
        try FileManager.default.removeItem(atPath: folder("site"))
      }
    }
  }

  @Test(
    "When one call fails, the run that gives up leaves a whole site and nothing else",
    arguments: Setting.allCases)
  func oneFailure(setting: Setting) throws {
    let calls = try callCount(setting)
    var count = FaultCount("build, \(setting)")
    for (call, fault) in (0..<calls).flatMap({ call in DiskFault.allCases.map { (call, $0) } }) {
      try Example.makeBefore("site", in: folder)
      let faults = setting.disk(failing: call, with: fault.code)
      if let writer = try openedWriter(faults) {
        do {
          _ = try finish(Example.after, with: writer, removingAllBut: Example.unitsAfter)
        } catch is PublishingError {
          try writer.abandon()
        }
      }
      count.add(fault.rawValue, faults.injected)
      try SiteWriter(output: folder("site"), disk: setting.disk).abandon()
      #expect(try whole.contains(folder.contents(of: "site")), "\(fault) at call \(call)")
      #expect(try folder.names() == ["site"], "\(fault) at call \(call)")
      try Example.makeAfter("site", in: folder, on: setting.disk)
      #expect(try folder.contents(of: "site") == whole[1], "\(fault) at call \(call)")
      try FileManager.default.removeItem(atPath: folder("site"))
    }
    #expect(count.total == 3 * calls)
    count.show()
  }

  @Test(
    "A first run that is killed leaves no site or a whole one", arguments: [Setting.exchange, .noExchange])
  func killedFirstRun(setting: Setting) throws {
    var (calls, survived) = (0, false)
    while !survived {
      defer { calls += 1 }
      let faults = setting.disk(killedAfter: calls)
      do {
        try publish(Example.before, to: folder("site"), on: faults.disk)
        survived = true
      } catch is PublishingError {}
      if FileManager.default.fileExists(atPath: folder("site")) {
        #expect(try folder.contents(of: "site").count == 12, "call \(calls)")
      }
      try SiteWriter(output: folder("site"), disk: setting.disk).abandon()
      #expect(try folder.names().allSatisfy { $0 == "site" }, "call \(calls)")
      try? FileManager.default.removeItem(atPath: folder("site"))
    }
  }

  @Test("What the user puts into the site while it is exchanged goes on into the new one")
  func lateFile() throws {
    try Example.makeBefore("site", in: folder)
    let site = folder("site")
    let disk = Faults { _, call, _ in
      if call == .exchange {
        try? "late".write(toFile: site + "/left/late.txt", atomically: false, encoding: .utf8)
      }
      return nil
    }.disk
    try Example.makeAfter("site", in: folder, on: disk)
    #expect(try folder.contents(of: "site")["left/late.txt"] == "late")
    #expect(try folder.names() == ["site"])
  }

  @Test(
    "A journal that was cut off means that nothing had begun", arguments: ["", "exch", "exchange 12x ", "mo"])
  func cutOffJournal(text: String) throws {
    try Example.makeBefore("site", in: folder)
    try folder.write(text, to: ".site.waybook/journal")
    try folder.write("half a page", to: ".site.waybook/staging/index.html")
    let writer = try SiteWriter(output: folder("site"))
    #expect(writer.interruptedRun == .undone)
    try writer.abandon()
    #expect(try folder.contents(of: "site") == whole[0])
    #expect(try folder.names() == ["site"])
  }

  @Test("The next run says what became of the one that was killed", arguments: Setting.allCases)
  func interruptedRun(setting: Setting) throws {
    let total = try callCount(setting)
    var found: [InterruptedRun?] = []
    for calls in 0..<total {
      try Example.makeBefore("site", in: folder)
      try kill(setting.disk(killedAfter: calls))
      let writer = try SiteWriter(output: folder("site"), disk: setting.disk)
      let isChanged = try folder.contents(of: "site")["index.html"] == "portfolio 2"
      // Killed so early that there was nothing yet, or so late that only the lock was left.
      let expected: InterruptedRun? = isChanged ? .finished : .undone
      #expect(writer.interruptedRun == nil || writer.interruptedRun == expected, "call \(calls)")
      if found.last != writer.interruptedRun { found.append(writer.interruptedRun) }
      try writer.abandon()
      try FileManager.default.removeItem(atPath: folder("site"))
    }
    #expect(found == [nil, .undone, .finished, nil])
  }

  /// Runs the second version on a faulty disk; whether it came to its end all the same.
  @discardableResult
  private func kill(_ faults: Faults) throws -> Bool {
    do {
      try Example.makeAfter("site", in: folder, on: faults.disk)
      return true
    } catch is PublishingError {
      return false
    }
  }

  /// A writer on a faulty disk, or nil where the fault is in opening it.
  private func openedWriter(_ faults: Faults) throws -> SiteWriter? {
    do {
      return try SiteWriter(output: folder("site"), disk: faults.disk)
    } catch {
      return nil
    }
  }

  /// How many calls to the disk the second version takes.
  private func callCount(_ setting: Setting) throws -> Int {
    try Example.makeBefore("site", in: folder)
    let faults = setting.disk(killedAfter: .max)
    try Example.makeAfter("site", in: folder, on: faults.disk)
    try FileManager.default.removeItem(atPath: folder("site"))
    return faults.count
  }
}
