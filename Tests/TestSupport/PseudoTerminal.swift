public import Foundation

/// The built `waybook` on a terminal of its own, with somebody typing.
public final class PseudoTerminal {
  /// A call of the operating system that failed.
  public struct Failure: Error {
    let call: String
    let code: Int32
  }

  /// Everything shown so far, line ends as `\n`.
  public private(set) var shown = ""
  private let master: Int32
  private let process: pid_t
  private var hasEnded = false

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - arguments: what stands after the program's name.
  ///   - folder: the working folder.
  ///   - environment: what is added to the environment.
  public init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 1024)
    guard openpty(&ours, &theirs, &name, nil, nil) == 0 else { throw Failure(call: "openpty", code: errno) }
    defer { close(theirs) }
    master = ours
    _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    let program = Program.executable.path(percentEncoded: false)
    var variables = ProcessInfo.processInfo.environment
    variables["TERM"] = "xterm"
    variables["NO_COLOR"] = nil
    variables.merge(environment) { $1 }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let ownSession = Int16(POSIX_SPAWN_SETSID)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let ownSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a session opens controls it: ctrl-C then reaches the program.
    // Signals are as in a shell, whatever the tests have blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let shell = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh"]
    let command = shell + [folder.path(percentEncoded: false), program] + arguments
    var words = command.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, shell[0], &actions, &attributes, &words, &settings)
    guard code == 0 else { throw Failure(call: "posix_spawn", code: code) }
    process = id
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types a line, and waits for the next prompt, or the end of the program.
  ///
  /// - Returns: what is shown to it, after the line itself.
  @discardableResult
  public func type(_ line: String) -> String {
    send(line + "\n")
    return waitForPrompt(echo: 1)
  }

  /// Presses a control key: `C` for ctrl-C.
  public func pressControl(_ letter: Unicode.Scalar) {
    send(String(UnicodeScalar(UInt8(letter.value & 0x1F))))
  }

  /// Waits until the program asks for something, or ends.
  ///
  /// - Parameter echo: how many lines the terminal itself shows before.
  @discardableResult
  public func waitForPrompt(echo: Int = 0) -> String {
    let offset = shown.utf8.count
    while true {
      guard read(milliseconds: 20_000) else { break }
      let new = shown.utf8.dropFirst(offset)
      let isAfterEcho = new.count { $0 == UInt8(ascii: "\n") } >= echo
      let isPrompt = [": ", ") "].contains { shown.hasSuffix($0) }
      if isAfterEcho, isPrompt, !read(milliseconds: 30) { break }
    }
    return String(decoding: shown.utf8.dropFirst(offset), as: UTF8.self)
  }

  /// Waits for the end of the program.
  ///
  /// - Returns: the exit code; for a signal, minus its number.
  public func end() -> Int32 {
    while read(milliseconds: 20_000) {}
    kill(process, SIGALRM)  // What has not ended by now never will.
    var status: Int32 = 0
    waitpid(process, &status, 0)
    hasEnded = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Whether the terminal shows what is typed and gives it on line by line, as it does at the beginning.
  public var isSane: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads what is there; false where nothing comes in time, or nothing can come any more.
  private func read(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) == 1 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    shown += String(decoding: bytes[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
    return true
  }
}
