import Foundation
import TestSupport

/// A real sshd on a port of this computer, with keys and a configuration of its own, gone with the value.
///
/// `ssh` is a script on the PATH of `environment`: it adds the key and the known host, counts its calls, and can end
/// them in the middle as `WAYBOOK_TEST_SSH` says.
final class SSHServer {
  /// Why tests cannot have one here; nil where they can.
  static let obstacle: String? = {
    guard ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1" else {
      return "slow; set WAYBOOK_TEST_ALL=1"
    }
    let missing = ["ssh", "ssh-keygen", "sshd", "rsync"].filter { path(of: $0) == nil }
    guard missing.isEmpty else {
      return "\(missing.joined(separator: ", ")) not installed; 'make tools' does that"
    }
    // As root, sshd wants an empty folder in which to lock up what it does not trust yet.
    let files = FileManager.default
    try? files.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: false)
    let isReady = geteuid() != 0 || files.fileExists(atPath: "/run/sshd") || path(of: "apt-get") == nil
    return isReady ? nil : "sshd needs the folder /run/sshd, which cannot be made"
  }()

  /// Holds keys, the targets of tests, and what the script has counted.
  let folder: TemporaryFolder
  private let server: Process
  private let port: Int

  /// Starts the server, and waits until it answers.
  init() throws {
    folder = try TemporaryFolder()
    port = try Self.freePort()
    for key in ["host", "user"] {
      let made = try Self.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder.path(key)])
      guard made == 0 else { throw Failure(reason: "ssh-keygen failed") }
    }
    try folder.write("[127.0.0.1]:\(port) \(try folder.text("host.pub"))", to: "known_hosts")
    try folder.write(
      """
      ListenAddress 127.0.0.1
      Port \(port)
      HostKey \(folder.path("host"))
      AuthorizedKeysFile \(folder.path("user.pub"))
      PidFile \(folder.path("pid"))
      StrictModes no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin yes
      UseDNS no
      PrintMotd no

      """, to: "sshd_config")
    try folder.write(Self.script, to: "bin/ssh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/ssh"))
    server = Process()
    server.executableURL = URL(filePath: "/bin/sh")
    server.arguments =
      [
        "-c", Self.guardScript, "sh", Self.path(of: "sshd") ?? "", "-D", "-e", "-f",
        folder.path("sshd_config"),
      ]
    (server.standardOutput, server.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try server.run()
    for _ in 0..<100 where server.isRunning {
      if try Self.run(folder.path("bin/ssh"), ["-p", "\(port)", "127.0.0.1", "true"], environment()) == 0 {
        return
      }
      usleep(100_000)
    }
    Self.end(server, folder)
    throw Failure(reason: "sshd does not answer")
  }

  deinit { Self.end(server, folder) }

  /// Kills sshd, whose shell then ends: the threads of tests hand on that all other signals are blocked.
  private static func end(_ server: Process, _ folder: TemporaryFolder) {
    let text = (try? folder.text("pid")) ?? ""
    if let pid = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) { kill(pid, SIGKILL) }
    server.waitUntilExit()
  }

  /// The address of a folder below `folder`.
  func address(of name: String) -> String {
    let path = folder.path(name).replacing("%", with: "%25").replacing(" ", with: "%20")
    return "ssh://\(NSUserName())@127.0.0.1:\(port)\(path)"
  }

  /// What a run needs to reach the server, and what is to happen to its connections.
  func environment(_ fault: Fault = .none) -> [String: String] {
    try? FileManager.default.removeItem(atPath: folder.path("calls"))
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return [
      "PATH": folder.path("bin:").dropTrailingSlash + path, "WAYBOOK_TEST_SSH_FOLDER": folder.path(""),
      "WAYBOOK_TEST_SSH": fault.text,
    ]
  }

  /// How many connections the last run has made.
  var calls: Int { (try? folder.text("calls").split(separator: "\n").count) ?? 0 }

  /// What happens to a connection.
  enum Fault {
    case none
    /// At the call of this number, from 1, the process that wants to connect is killed.
    case kill(call: Int)
    /// The connection of rsync ends after so many bytes were sent.
    case cut(bytes: Int)

    var text: String {
      switch self {
      case .none: "none 0"
      case .kill(let call): "kill \(call)"
      case .cut(let bytes): "cut \(bytes)"
      }
    }
  }

  /// sshd closes all files that it inherits, which Foundation would take for its end, and then wait for it with all
  /// other processes; a shell keeps them open.
  private static let guardScript = "\"$@\"; exit $?"

  private static let script = """
    #!/bin/sh
    folder=$WAYBOOK_TEST_SSH_FOLDER
    echo call >>"$folder/calls"
    calls=$(wc -l <"$folder/calls")
    set -- -F none -oIdentityFile="$folder/user" -oIdentitiesOnly=yes -oUserKnownHostsFile="$folder/known_hosts" "$@"
    ssh=$(PATH=${PATH#*:} command -v ssh)
    case "$WAYBOOK_TEST_SSH $*" in
      "kill $((calls)) "*) kill -9 $PPID; exit 255 ;;
      "cut "*"rsync --server"*) dd bs=1 count="${WAYBOOK_TEST_SSH#cut }" 2>/dev/null | "$ssh" "$@"; exit 255 ;;
    esac
    exec "$ssh" "$@"

    """

  private static func path(of program: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/sbin", "/usr/local/sbin"]).map { $0 + "/" + program }
      .first(where: FileManager.default.isExecutableFile)
  }

  private static func run(_ program: String, _ arguments: [String], _ environment: [String: String] = [:])
    throws
    -> Int32
  {
    let process = Process()
    process.executableURL = URL(filePath: program.contains("/") ? program : path(of: program) ?? program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// A port that nobody listens on, of those that the system gives away.
  private static func freePort() throws -> Int {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
      }
    }
    guard result == 0 else { throw Failure(reason: "no port is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private struct Failure: Error {
    let reason: String
  }
}

extension String {
  fileprivate var dropTrailingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
