import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Serving
import Tailoring

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site in a browser while it is written, and every change at once.",
    discussion: """
        waybook serve --playbook go-to-rust --answers ledger.yaml
        waybook serve payments/ledger-api --port 0

      The address to open goes to standard output. The site stays in memory: nothing is written. A page that has \
      changed is loaded anew by itself; problems of the content lie over the pages, which stay as they were before, \
      until they are mended. In a folder with a waybook.yaml no option is needed; without --teams and --answers \
      the playbook's own examples are shown. Ctrl-C ends it.
      """)

  @Argument(help: "The teams to show, as team or team/subject; all where none is named.")
  var names: [String] = []

  @OptionGroup var input: InputOptions

  @Option(
    help: "A folder whose templates stand in for the default theme's, one by one.", completion: .directory)
  var templates: String?

  @Option(help: "The port; 0 for any that is free.")
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "The address of this computer to serve at; 0.0.0.0 lets other computers read the site.",
      valueName: "address"))
  var host = "127.0.0.1"

  func validate() throws {
    guard PreviewAddress(host: host, port: port) != nil else {
      throw ValidationError(
        "'\(host)' is no IP address; 127.0.0.1 is this computer alone, 0.0.0.0 every network.")
    }
  }

  func run() async throws {
    let signals = Self.endAtSignals()
    defer { signals.forEach { $0.cancel() } }
    try await Console.run(Self.self) {
      guard let address = PreviewAddress(host: host, port: port) else { return }
      if !address.isLoopback {
        Console.say("waybook: warning: whoever can reach \(host) can read this site")
      }
      var build = PreviewBuild(input, templates: templates, names: names)
      let first = try await build.run()
      let server = PreviewServer(at: address, showing: first.preview)
      try await server.run { [build] url in
        if let notice = first.notice { Console.say("waybook: \(notice)") }
        Self.report(first.diagnostics)
        Console.say("waybook: showing \(first.made.counted("team")) at the address below; ctrl-C ends it")
        try Console.write(url + "\n")
        try await Self.watch(build, shown: first.diagnostics, on: server)
      }
    }
  }

  /// Looks at the files again and again, and shows what becomes of a change.
  private static func watch(_ begun: PreviewBuild, shown: [Diagnostic], on server: PreviewServer) async throws
  {
    var (build, shown) = (begun, shown)
    while true {
      try await Task.sleep(for: .milliseconds(25))
      var state = build.state
      guard state != build.seen else { continue }
      // A file that is still being written is another one at the next look; one that is empty gets more time.
      var looks = 0
      while true {
        try await Task.sleep(for: .milliseconds(8))
        let next = build.state
        looks = next == state ? looks + 1 : 0
        if looks >= (next.hasEmptied(since: build.seen) ? 40 : 1) { break }
        state = next
      }
      var result: PreviewBuild.Result?
      let time = try await ContinuousClock().measure { result = try await build.run() }
      guard let result else { continue }
      server.show(result.preview)
      if result.diagnostics != shown { report(result.diagnostics) }
      shown = result.diagnostics
      let duration = Int((time / .milliseconds(1)).rounded())
      Console.say("waybook: \(result.made.counted("team")) made anew in \(duration) ms")
    }
  }

  private static func report(_ diagnostics: [Diagnostic]) {
    Console.show(diagnostics)
    Console.say("waybook: \(Console.count(diagnostics) ?? "no problems")")
  }

  /// Makes ctrl-C and a polite kill end the program at once, and well: there is nothing to lose.
  private static func endAtSignals() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { _exit(0) }
      source.activate()
      return source
    }
  }
}
