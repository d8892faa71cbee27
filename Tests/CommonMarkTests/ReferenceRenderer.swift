import Foundation
import Testing

/// GitHub's own renderer, cmark-gfm, through the Python package `cmarkgfm`, in an environment below `.build`.
struct ReferenceRenderer {
  private let python: URL

  private static let script = """
    import json, sys
    import cmarkgfm
    from cmarkgfm.cmark import Options
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    extensions = ["table", "autolink", "strikethrough", "tasklist"]
    documents = json.load(sys.stdin)
    json.dump([cmarkgfm.markdown_to_html_with_extensions(d, options, extensions) for d in documents], sys.stdout)
    """

  /// Installs it where needed; nil, after saying why, where there is no Python or no package index.
  static func installed() throws -> ReferenceRenderer? {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let environment = project.appending(path: ".build/cmarkgfm")
    let renderer = ReferenceRenderer(python: environment.appending(path: "bin/python"))
    if try renderer.isReady() { return renderer }
    let steps = [
      ["/usr/bin/env", "python3", "-m", "venv", environment.path],
      [renderer.python.path, "-m", "pip", "install", "--quiet", "cmarkgfm"],
    ]
    for step in steps where try run(step).status != 0 {
      print("Skipped: '\(step.joined(separator: " "))' failed, so cmarkgfm is not there to compare with")
      return nil
    }
    return renderer
  }

  /// The HTML of each document, with check boxes as the specification writes them.
  func render(_ documents: [String]) throws -> [String] {
    let output = try Self.run([python.path, "-c", Self.script], input: try JSONEncoder().encode(documents))
    try #require(output.status == 0)
    return try JSONDecoder().decode([String].self, from: output.output).map(Self.normalized)
  }

  private static func normalized(_ html: String) -> String {
    html
      .replacing("<input type=\"checkbox\" disabled=\"\" />", with: "<input disabled=\"\" type=\"checkbox\">")
      .replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
        with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">")
  }

  private func isReady() throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return false }
    return try Self.run([python.path, "-c", "import cmarkgfm"]).status == 0
  }

  private static func run(_ command: [String], input: Data = Data()) throws -> (status: Int32, output: Data) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [folder.appending(path: "in"), folder.appending(path: "out")]
    try input.write(to: files[0])
    try Data().write(to: files[1])
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: files[1]))
  }
}
