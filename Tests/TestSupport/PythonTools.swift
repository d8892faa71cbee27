public import Foundation
import Synchronization

/// Python packages that tests compare with, in an environment of their own below `.build`.
public struct PythonTools: Sendable {
  private let environment: URL

  /// Installs packages where that was not done yet; nil, after saying why, where there is no Python or no package index.
  ///
  /// - Parameters:
  ///   - name: of the environment's folder.
  ///   - packages: as pip names them, with versions.
  public static func installed(_ name: String, packages: [String]) throws -> PythonTools? {
    // Tests run side by side, and several may want the same.
    try installing.withLock { _ in try install(name, packages) }
  }

  private static let installing = Mutex(())

  private static func install(_ name: String, _ packages: [String]) throws -> PythonTools? {
    let tools = PythonTools(environment: Checkout.root.appending(path: ".build/\(name)"))
    let mark = tools.environment.appending(path: "installed")
    let wanted = packages.joined(separator: "\n") + "\n"
    if let installed = try? String(contentsOf: mark, encoding: .utf8), installed == wanted { return tools }
    let folder = tools.environment.path(percentEncoded: false)
    let steps = [
      ["/usr/bin/env", "python3", "-m", "venv", "--clear", folder],
      [tools.python, "-m", "pip", "install", "--quiet"] + packages,
    ]
    for step in steps {
      let output = try Program.run(step[0], Array(step.dropFirst()))
      guard output.status == 0 else {
        print("Skipped: '\(step.joined(separator: " "))' failed: \(output.stderr)")
        return nil
      }
    }
    try wanted.write(to: mark, atomically: true, encoding: .utf8)
    return tools
  }

  /// The path of its interpreter.
  public var python: String { environment.appending(path: "bin/python").path(percentEncoded: false) }

  /// Runs a script.
  ///
  /// - Parameters:
  ///   - script: the text of the program.
  ///   - arguments: `sys.argv` behind the script.
  ///   - folder: the working folder.
  public func run(_ script: String, _ arguments: [String] = [], in folder: URL) throws -> Program.Output {
    try Program.run(python, ["-c", script] + arguments, in: folder)
  }
}
